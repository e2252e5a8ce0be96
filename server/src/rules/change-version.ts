import {
  type Analysis,
  type Base,
  type Catalogue,
  keyRange,
  nextVersion,
  quote,
  type Slot,
  trimmedValueRange,
  type Version,
} from '../model/index.ts';
import { replace } from './edits.ts';
import { hidesAnother } from './hidden.ts';
import type { Fix } from './rule.ts';

/** Writes another version into a slot, in place of the text without its white space. */
export function changeVersion({ source }: Analysis, slot: Slot, version: Version): Fix {
  const edits = [replace(trimmedValueRange(source, slot), version)];
  return { title: `Change version to ${quote(version)}`, safe: false, edits };
}

/** To the next patch of a base, where there is one. */
export function changeToNext(analysis: Analysis, slot: Slot, base: Base, catalogue: Catalogue): Fix[] {
  const next = nextVersion(analysis, base, catalogue, slot);
  return next ? [changeVersion(analysis, slot, next)] : [];
}

/** Makes an entry one of another base, whose next patch it gets. */
export function moveToNext(analysis: Analysis, slot: Slot, base: Base, catalogue: Catalogue): Fix[] {
  const next = nextVersion(analysis, base, catalogue, slot);
  if (!next || hidesAnother(analysis, slot)) return [];
  const { edits } = changeVersion(analysis, slot, next);
  return [
    {
      title: `Move entry to base ${quote(base)} and change version to ${quote(next)}`,
      safe: false,
      edits: [replace(keyRange(analysis.source, slot.key), base), ...edits],
    },
  ];
}
