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
  trimmedValueRange,
  type VersionProperty,
  valuePartRange,
  versionFrom,
} from '../model/index.ts';
import { replace } from './edits.ts';
import { hidesAnother } from './hidden.ts';
import type { Fix } from './rule.ts';

const mostOffered = 3;

/** Changes an unknown base to the nearest known ones: first by spelling, then by date. */
export function changesToNearest(
  analysis: Analysis,
  property: VersionProperty,
  base: Base,
  catalogue: Catalogue,
): Fix[] {
  if (property.role === 'entry' && hidesAnother(analysis, property)) return [];
  return catalogue.bases
    .filter((known) => property.role !== 'entry' || !analysis.byBase.isListed(known))
    .map((known) => ({ known, letters: distance(base, known), days: daysBetween(base, known) }))
    .sort((a, b) => a.letters - b.letters || a.days - b.days)
    .slice(0, mostOffered)
    .map(({ known }) => changeBase(analysis, property, base, known));
}

function changeBase({ source }: Analysis, property: VersionProperty, from: Base, to: Base): Fix {
  const key = property.base ? [replace(keyRange(source, property.key), to)] : [];
  return {
    title: `Change base to ${quote(to)}`,
    safe: false,
    edits: [...key, ...movedVersion(source, property, from, to)],
  };
}

/** A version of the entry's own base changes too, in any spelling. A version of another base is another fault. */
function movedVersion(source: ConfigSource, property: VersionProperty, from: Base, to: Base): Edit[] {
  const { version, spelling } = property;
  if (!version || baseOf(version) !== from) return [];
  if (spelling === undefined) return [replace(valuePartRange(source, property, 'base'), to)];
  return [replace(trimmedValueRange(source, property), versionFrom(to, patchOf(version)))];
}
