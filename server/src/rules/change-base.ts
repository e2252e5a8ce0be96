import { distance } from 'fastest-levenshtein';
import {
  type Analysis,
  type Base,
  baseOf,
  type Catalogue,
  daysBetween,
  keyRange,
  quote,
  type Slot,
  valuePartRange,
} from '../model/index.ts';
import { replace } from './edits.ts';
import type { Fix } from './rule.ts';

const mostOffered = 3;

/** Changes a base that nobody knows to the known ones that it is nearest to: first by its letters, then by the calendar. */
export function changesToNearest(analysis: Analysis, slot: Slot, base: Base, catalogue: Catalogue): Fix[] {
  return catalogue.bases
    .filter((known) => slot.in !== 'entry' || !analysis.lists(known))
    .map((known) => ({ known, letters: distance(base, known), days: daysBetween(base, known) }))
    .sort((a, b) => a.letters - b.letters || a.days - b.days)
    .slice(0, mostOffered)
    .map(({ known }) => changeBase(analysis, slot, base, known));
}

function changeBase({ source }: Analysis, slot: Slot, from: Base, to: Base): Fix {
  const key = slot.base ? [replace(keyRange(source, slot.key), to)] : [];
  // A version of the entry's own base moves along; one of another base is another fault.
  const moves = slot.version !== undefined && baseOf(slot.version) === from && slot.spelling === undefined;
  const value = moves ? [replace(valuePartRange(source, slot, 'base'), to)] : [];
  return { title: `Change the base to ${quote(to)}`, safe: false, edits: [...key, ...value] };
}
