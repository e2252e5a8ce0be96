import {
  type Analysis,
  type BakedVersion,
  type Base,
  baseMeant,
  binaryVerdict,
  type Catalogue,
  isBase,
  isCalendarDate,
  type Slot,
  scriptsVerdict,
  type Verdict,
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

export function outcomeOf(analysis: Analysis, slot: Slot, catalogue: Catalogue): Outcome {
  const { config } = analysis;
  const base = baseMeant(slot);
  const judge = slot.in === 'scripts_version' ? scriptsVerdict : binaryVerdict;
  if (!base) return { base, isVoid: true, known: [], upgrading: 0 };
  const known = catalogue.of(base).map((baked) => ({ baked, verdict: judge(config, baked.version) }));
  // No patch is below 0: what does not upgrade that node upgrades none.
  const lowest = judge(config, `${base}.0`);
  const isReal = isCalendarDate(base) && !analysis.isLost(slot);
  const isVoid = !isReal || !lowest.upgrade || slot.spelling !== undefined || !isChosen(slot, lowest);
  return { base, isVoid, known, upgrading: known.filter(({ verdict }) => verdict.upgrade).length };
}

/** Whether the version that a node goes by is the one in this place, and not in another that it prefers. */
function isChosen(slot: Slot, { reason }: Verdict): boolean {
  if (reason.code !== 'upgrades' || reason.version !== slot.trimmed) return false;
  const { place } = reason;
  if (slot.in !== 'entry') return place.field === slot.in;
  return place.field === 'hotfixes' && isBase(slot.key.value);
}
