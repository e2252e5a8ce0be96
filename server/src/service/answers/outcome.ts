import {
  type Analysis,
  type BakedVersion,
  type Base,
  baseCompared,
  type Catalogue,
  type Config,
  isBase,
  isCalendarDate,
  type Slot,
  type Verdict,
  verdictOn,
} from '../../model/index.ts';

/** What one entry, `version` or `scripts_version` does to the known nodes of its base. */
export class Outcome {
  readonly base: Base | undefined;
  /** It upgrades no node that there can be, or to nothing that can be installed. */
  readonly isVoid: boolean;
  private lazyKnown: readonly KnownVerdict[] | undefined;

  constructor(
    private readonly config: Config | null,
    private readonly placed: Placed,
    private readonly catalogue: Catalogue,
    /** Whether nodes see it where it is, spelled as releases spell it. */
    isSeen: boolean,
  ) {
    this.base = baseCompared(placed);
    this.isVoid = !isSeen || !this.base || !upgradesLowest(config, placed, this.base);
  }

  /** The known baked versions of the base, ascending, and what each would do. Many duplicates may share one base. */
  get known(): readonly KnownVerdict[] {
    const { config, placed, catalogue, base } = this;
    this.lazyKnown ??= base
      ? catalogue.of(base).map((baked) => ({ baked, verdict: judge(config, placed, baked.version) }))
      : [];
    return this.lazyKnown;
  }

  get upgrading(): number {
    return this.known.filter(({ verdict }) => verdict.upgrade).length;
  }
}

export interface KnownVerdict {
  readonly baked: BakedVersion;
  readonly verdict: Verdict;
}

/** A version in a place of its kind: all that its outcome depends on, beside the config. */
export type Placed = Pick<Slot, 'in' | 'base' | 'version' | 'trimmed'>;

export function outcomeOf(analysis: Analysis, slot: Slot, catalogue: Catalogue): Outcome {
  const isSpelled = slot.spelling === undefined && (slot.in !== 'entry' || isBase(slot.key.value));
  return new Outcome(analysis.config, slot, catalogue, isSpelled && !analysis.isIgnored(slot));
}

/** The outcome of a version where nodes see it and where it, and its key, are written as releases write them. */
export function outcomeIn(config: Config | null, placed: Placed, catalogue: Catalogue): Outcome {
  return new Outcome(config, placed, catalogue, true);
}

function judge(config: Config | null, { in: place }: Placed, baked: string): Verdict {
  return verdictOn[place === 'scripts_version' ? 'scripts' : 'binary'](config, baked);
}

/** No patch is below 0: what does not upgrade that node upgrades none. */
function upgradesLowest(config: Config | null, placed: Placed, base: Base): boolean {
  return isCalendarDate(base) && isChosen(placed, judge(config, placed, `${base}.0`));
}

/** Whether the version that a node goes by is the one in this place, and not in another that it prefers. */
export function isChosen(placed: Placed, { reason }: Verdict): boolean {
  if (reason.code !== 'upgrades' || reason.version !== placed.trimmed) return false;
  return reason.origin.field === (placed.in === 'entry' ? 'hotfixes' : placed.in);
}
