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
} from '../model/index.ts';

/** What one entry, `version` or `scripts_version` does to the known nodes of its base. */
export interface Outcome {
  readonly base: Base | undefined;
  /** It upgrades no node that there can be, or to nothing that can be installed. */
  readonly isVoid: boolean;
  /** The known baked versions of the base, ascending, and what each would do. */
  readonly known: readonly KnownVerdict[];
  readonly upgrading: number;
}

export interface KnownVerdict {
  readonly baked: BakedVersion;
  readonly verdict: Verdict;
}

/** A version in a place of its kind: all that its outcome depends on, beside the config. */
export type Placed = Pick<Slot, 'in' | 'base' | 'version' | 'trimmed'>;

export function outcomeOf(analysis: Analysis, slot: Slot, catalogue: Catalogue): Outcome {
  const outcome = outcomeIn(analysis.config, slot, catalogue);
  const isSpelled = slot.spelling === undefined && (slot.in !== 'entry' || isBase(slot.key.value));
  return isSpelled && !analysis.isLost(slot) ? outcome : { ...outcome, isVoid: true };
}

/** The outcome of a version where nodes see it and where it, and its key, are written as releases write them. */
export function outcomeIn(config: Config | null, placed: Placed, catalogue: Catalogue): Outcome {
  const base = baseCompared(placed);
  const judge = verdictOn[placed.in === 'scripts_version' ? 'scripts' : 'binary'];
  if (!base) return { base, isVoid: true, known: [], upgrading: 0 };
  const known = catalogue.of(base).map((baked) => ({ baked, verdict: judge(config, baked.version) }));
  // No patch is below 0: what does not upgrade that node upgrades none.
  const lowest = judge(config, `${base}.0`);
  const isVoid = !isCalendarDate(base) || !lowest.upgrade || !isChosen(placed, lowest);
  return { base, isVoid, known, upgrading: known.filter(({ verdict }) => verdict.upgrade).length };
}

/** Whether the version that a node goes by is the one in this place, and not in another that it prefers. */
function isChosen(placed: Placed, { reason }: Verdict): boolean {
  if (reason.code !== 'upgrades' || reason.version !== placed.trimmed) return false;
  return reason.origin.field === (placed.in === 'entry' ? 'hotfixes' : placed.in);
}
