import {
  type Analysis,
  type BakedVersion,
  type Base,
  baseCompared,
  baseOf,
  type Catalogue,
  type Effect,
  effectOf,
  type InstallsAny,
  installersOf,
  isBase,
  isCalendarDate,
  type Readings,
  type Target,
  upgradedAmong,
  type Verdict,
  type Version,
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
    isCanonical: boolean,
    /** Whether nodes ignore it because it is repeated. */
    private readonly isIgnored: boolean,
  ) {
    this.base = baseCompared(hotfix);
    this.isVoid = !isCanonical || isIgnored || !this.base || !upgradesLowest(readings, hotfix, this.base);
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

  /** How many known baked versions may upgrade: that is not on record. */
  get unclear(): number {
    return this.known.filter(({ effect }) => effect.does === 'unknown').length;
  }

  /** Whether a node of its base may upgrade because of it, as far as is on record. */
  get applies(): boolean {
    if (this.isVoid || !this.base) return false;
    return this.known.length === 0 || this.isAlways || this.upgrading + this.unclear > 0;
  }

  /**
   * The versions on record that install this `version` without a comparison: those of other bases, or all if it is
   * void for nodes that compare.
   */
  get installers(): readonly InstallsAny[] {
    const { readings, hotfix, catalogue, base, isVoid, isIgnored } = this;
    if (isIgnored) return [];
    return installersOf(readings, hotfix, catalogue).filter(
      ({ version }) => isVoid || baseOf(version) !== base,
    );
  }

  /** Those that end with it, because a package can have this version. */
  get upgradedElsewhere(): readonly Version[] {
    return upgradedAmong(this.installers);
  }
}

export interface KnownEffect {
  readonly baked: BakedVersion;
  readonly effect: Effect;
}

/** A hotfix version and where nodes look it up: with the config, its outcome depends on nothing else. */
export type HotfixVersion = Pick<VersionProperty, 'role' | 'base' | 'version' | 'trimmed'>;

export function outcomeOf(analysis: Analysis, property: VersionProperty, catalogue: Catalogue): Outcome {
  const { role, spelling, key } = property;
  // Scripts have no package with this name: a version that passes the loose comparison applies them.
  const isSpelled =
    role === 'scripts' || (spelling === undefined && (role === 'pointer' || isBase(key.value)));
  return new Outcome(analysis.readings, property, catalogue, isSpelled, analysis.isIgnored(property));
}

/** The outcome of a canonical version that nodes see. */
export function outcomeIn(readings: Readings, hotfix: HotfixVersion, catalogue: Catalogue): Outcome {
  return new Outcome(readings, hotfix, catalogue, true, false);
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
