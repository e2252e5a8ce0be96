import {
  type Analysis,
  type BakedVersion,
  type Base,
  baseCompared,
  type Catalogue,
  type Effect,
  effectOf,
  isBase,
  isCalendarDate,
  obstacleTo,
  type Readings,
  type Role,
  type Target,
  type Verdict,
  type VersionProperty,
  verdictOn,
} from '../../model/index.ts';

/** What one entry, `version` or `scripts_version` does to the known nodes of its base. */
export class Outcome {
  readonly base: Base | undefined;
  /** It upgrades no possible node, or only to a version that cannot be installed. */
  readonly isVoid: boolean;
  private lazyKnown: readonly KnownEffect[] | undefined;

  constructor(
    private readonly readings: Readings,
    private readonly hotfix: HotfixVersion,
    private readonly catalogue: Catalogue,
    /** Whether nodes see it, and it is canonical. */
    isSeen: boolean,
  ) {
    this.base = baseCompared(hotfix);
    this.isVoid = !isSeen || !this.base || !upgradesLowest(readings, hotfix, this.base);
  }

  /**
   * The known baked versions of the base, ascending, and what each does. Computed on request, because many duplicates
   * can share a base.
   */
  get known(): readonly KnownEffect[] {
    const { readings, hotfix, catalogue, base } = this;
    const effectOn = ({ version }: BakedVersion) => effectOf(readings, version, targetOf(hotfix), catalogue);
    this.lazyKnown ??= base ? catalogue.of(base).map((baked) => ({ baked, effect: effectOn(baked) })) : [];
    return this.lazyKnown;
  }

  /** How many known baked versions have an image that upgrades because of this hotfix version. */
  get upgrading(): number {
    return this.known.filter(({ effect }) => effect.upgrade && isChosen(this.hotfix, effect)).length;
  }

  /** Whether all known nodes of the base apply delivered scripts without it. */
  get isAlways(): boolean {
    return this.known.length > 0 && this.known.every(({ effect }) => effect.does === 'always');
  }

  /** Whether a node may upgrade because of it, as far as is on record. */
  get applies(): boolean {
    return (
      !this.isVoid && this.base !== undefined && isReachable(this.base, this.hotfix.role, this.catalogue)
    );
  }
}

export interface KnownEffect {
  readonly baked: BakedVersion;
  readonly effect: Effect;
}

/** A hotfix version and where nodes look it up: with the config, its outcome depends on nothing else. */
export type HotfixVersion = Pick<VersionProperty, 'role' | 'base' | 'version' | 'trimmed'>;

export function outcomeOf(analysis: Analysis, property: VersionProperty, catalogue: Catalogue): Outcome {
  const isSpelled =
    property.spelling === undefined && (property.role !== 'entry' || isBase(property.key.value));
  return new Outcome(analysis.readings, property, catalogue, isSpelled && !analysis.isIgnored(property));
}

/** The outcome of a canonical version that nodes see. */
export function outcomeIn(readings: Readings, hotfix: HotfixVersion, catalogue: Catalogue): Outcome {
  return new Outcome(readings, hotfix, catalogue, true);
}

/** Whether an image of a base may be able to apply a hotfix: false if all images on record cannot. */
export function isReachable(base: Base, role: Role, catalogue: Catalogue): boolean {
  const known = catalogue.of(base);
  return known.length === 0 || known.some((baked) => obstacleTo(baked, role, catalogue) === undefined);
}

function targetOf({ role }: HotfixVersion): Target {
  return role === 'scripts' ? 'scripts' : 'binary';
}

/** No patch is below 0, so a version that does not upgrade patch 0 upgrades nothing. */
function upgradesLowest({ current }: Readings, hotfix: HotfixVersion, base: Base): boolean {
  return isCalendarDate(base) && isChosen(hotfix, verdictOn[targetOf(hotfix)](current, `${base}.0`));
}

/** Whether a node chose this hotfix version, and not one of another role. */
export function isChosen(hotfix: HotfixVersion, { reason }: Pick<Verdict | Effect, 'reason'>): boolean {
  if (reason.code === 'installs-any') return hotfix.role === 'pointer' && reason.version === hotfix.trimmed;
  if (reason.code !== 'upgrades' || reason.version !== hotfix.trimmed) return false;
  return reason.origin.role === hotfix.role;
}
