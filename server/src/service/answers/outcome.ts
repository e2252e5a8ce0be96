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
  /** It upgrades no node that there can be, or to nothing that can be installed. */
  readonly isVoid: boolean;
  private lazyKnown: readonly KnownEffect[] | undefined;

  constructor(
    private readonly readings: Readings,
    private readonly placed: Placed,
    private readonly catalogue: Catalogue,
    /** Whether nodes see it where it is, spelled as releases spell it. */
    isSeen: boolean,
  ) {
    this.base = baseCompared(placed);
    this.isVoid = !isSeen || !this.base || !upgradesLowest(readings, placed, this.base);
  }

  /** The known baked versions of the base, ascending, and what each does. Many duplicates may share one base. */
  get known(): readonly KnownEffect[] {
    const { readings, placed, catalogue, base } = this;
    const effectOn = ({ version }: BakedVersion) => effectOf(readings, version, targetOf(placed), catalogue);
    this.lazyKnown ??= base ? catalogue.of(base).map((baked) => ({ baked, effect: effectOn(baked) })) : [];
    return this.lazyKnown;
  }

  /** Of the known baked versions, those of which at least one image upgrades to the version in this role. */
  get upgrading(): number {
    return this.known.filter(({ effect }) => effect.upgrade && isChosen(this.placed, effect)).length;
  }

  /** Whether a node may upgrade because of it, as far as is on record. */
  get applies(): boolean {
    return (
      !this.isVoid && this.base !== undefined && isReachable(this.base, this.placed.role, this.catalogue)
    );
  }
}

export interface KnownEffect {
  readonly baked: BakedVersion;
  readonly effect: Effect;
}

/** A version in a role of its kind: all that its outcome depends on, beside the config. */
export type Placed = Pick<VersionProperty, 'role' | 'base' | 'version' | 'trimmed'>;

export function outcomeOf(analysis: Analysis, property: VersionProperty, catalogue: Catalogue): Outcome {
  const isSpelled =
    property.spelling === undefined && (property.role !== 'entry' || isBase(property.key.value));
  return new Outcome(analysis.readings, property, catalogue, isSpelled && !analysis.isIgnored(property));
}

/** The outcome of a version where nodes see it and where it, and its key, are written as releases write them. */
export function outcomeIn(readings: Readings, placed: Placed, catalogue: Catalogue): Outcome {
  return new Outcome(readings, placed, catalogue, true);
}

/** Whether there may be images of a base that can apply a hotfix: not where all that are on record cannot. */
export function isReachable(base: Base, role: Role, catalogue: Catalogue): boolean {
  const known = catalogue.of(base);
  return known.length === 0 || known.some((baked) => obstacleTo(baked, role, catalogue) === undefined);
}

function targetOf({ role }: Placed): Target {
  return role === 'scripts' ? 'scripts' : 'binary';
}

/** No patch is below 0: what does not upgrade that node upgrades none. */
function upgradesLowest({ current }: Readings, placed: Placed, base: Base): boolean {
  return isCalendarDate(base) && isChosen(placed, verdictOn[targetOf(placed)](current, `${base}.0`));
}

/** Whether the version that a node goes by is the one in this role, and not in another that it prefers. */
export function isChosen(placed: Placed, { reason }: Pick<Verdict | Effect, 'reason'>): boolean {
  if (reason.code === 'installs-any') return placed.role === 'pointer' && reason.version === placed.trimmed;
  if (reason.code !== 'upgrades' || reason.version !== placed.trimmed) return false;
  return reason.origin.role === placed.role;
}
