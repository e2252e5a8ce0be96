import { distance } from 'fastest-levenshtein';
import {
  type Analysis,
  type Base,
  baseOf,
  type Catalogue,
  type ConfigSource,
  daysBetween,
  type Edit,
  keyRange,
  patchOf,
  quote,
  type Slot,
  trimmedValueRange,
  valuePartRange,
  versionFrom,
} from '../model/index.ts';
import { replace } from './edits.ts';
import { hidesAnother } from './hidden.ts';
import type { Fix } from './rule.ts';

const mostOffered = 3;

/** Changes a base that nobody knows to the known ones that it is nearest to: first by its letters, then by the calendar. */
export function changesToNearest(analysis: Analysis, slot: Slot, base: Base, catalogue: Catalogue): Fix[] {
  if (slot.in === 'entry' && hidesAnother(analysis, slot)) return [];
  return catalogue.bases
    .filter((known) => slot.in !== 'entry' || !analysis.lists(known))
    .map((known) => ({ known, letters: distance(base, known), days: daysBetween(base, known) }))
    .sort((a, b) => a.letters - b.letters || a.days - b.days)
    .slice(0, mostOffered)
    .map(({ known }) => changeBase(analysis, slot, base, known));
}

function changeBase({ source }: Analysis, slot: Slot, from: Base, to: Base): Fix {
  const key = slot.base ? [replace(keyRange(source, slot.key), to)] : [];
  return {
    title: `Change base to ${quote(to)}`,
    safe: false,
    edits: [...key, ...movedVersion(source, slot, from, to)],
  };
}

/** A version of the entry's own base moves along, however it is written; one of another base is another fault. */
function movedVersion(source: ConfigSource, slot: Slot, from: Base, to: Base): Edit[] {
  const { version, spelling } = slot;
  if (!version || baseOf(version) !== from) return [];
  if (spelling === undefined) return [replace(valuePartRange(source, slot, 'base'), to)];
  return [replace(trimmedValueRange(source, slot), versionFrom(to, patchOf(version)))];
}
