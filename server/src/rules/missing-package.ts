import {
  type Analysis,
  baseOf,
  type Catalogue,
  isCalendarDate,
  parseLoose,
  type Slot,
} from '../model/index.ts';
import { ambiguityOnceSpelled } from './ambiguous-patch.ts';

/** What a node of a base makes of a malformed version; a node of any base where none is given. */
export function comparisonOf(version: string, base: string | undefined) {
  const read = parseLoose(version);
  if (!read) return 'incomparable';
  const own = base === undefined ? read : parseLoose(base);
  if (read.major !== own?.major || read.minor !== own.minor) return 'other-base';
  return read.patch === '0' ? 'patch-zero' : 'unpackaged';
}

/**
 * Whether nodes that find this version ask for a package that does not exist, and no safe fix repairs that, or some of them
 * install another one. A safe fix must not lead nodes to it: they would try five times and boot unpatched, or differ from
 * each other, where they ask for nothing today.
 */
export function leadsAstray(analysis: Analysis, slot: Slot, catalogue: Catalogue): boolean {
  return asksForMissingPackage(slot) || ambiguityOnceSpelled(analysis, slot, catalogue) !== undefined;
}

function asksForMissingPackage({ in: place, spelling, version, trimmed, base }: Slot): boolean {
  // An impossible date in an entry is a fault of its key.
  if (version) return place !== 'entry' && !isCalendarDate(baseOf(version));
  return spelling === 'malformed-version' && comparisonOf(trimmed, base) === 'unpackaged';
}

/** Whether nodes would find such a version if they could read the file. */
export function readsAstray(analysis: Analysis, catalogue: Catalogue): boolean {
  return analysis.seen.slots.some(
    (slot) => (slot.in !== 'entry' || slot.base === slot.key.value) && leadsAstray(analysis, slot, catalogue),
  );
}
