import {
  type Analysis,
  type Base,
  type Catalogue,
  keyRange,
  nextVersion,
  quote,
  trimmedValueRange,
  type Version,
  type VersionProperty,
} from '../model/index.ts';
import { replace } from './edits.ts';
import { hidesAnother } from './hidden.ts';
import type { Fix } from './rule.ts';

/** Replaces the version of a property. The white space around it stays. */
export function changeVersion({ source }: Analysis, property: VersionProperty, version: Version): Fix {
  const edits = [replace(trimmedValueRange(source, property), version)];
  return { title: `Change version to ${quote(version)}`, safe: false, edits };
}

/** Changes the version to the next patch of a base, if there is one. */
export function changeToNext(
  analysis: Analysis,
  property: VersionProperty,
  base: Base,
  catalogue: Catalogue,
): Fix[] {
  const next = nextVersion(analysis, base, catalogue, property);
  return next ? [changeVersion(analysis, property, next)] : [];
}

/** Moves an entry to another base and gives it the next patch of that base. */
export function moveToNext(
  analysis: Analysis,
  property: VersionProperty,
  base: Base,
  catalogue: Catalogue,
): Fix[] {
  const next = nextVersion(analysis, base, catalogue, property);
  if (!next || hidesAnother(analysis, property)) return [];
  const { edits } = changeVersion(analysis, property, next);
  return [
    {
      title: `Move entry to base ${quote(base)} and change version to ${quote(next)}`,
      safe: false,
      edits: [replace(keyRange(analysis.source, property.key), base), ...edits],
    },
  ];
}
