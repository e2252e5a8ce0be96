import {
  type Analysis,
  type ConfigSource,
  type Entry,
  indexFrom,
  quote,
  type VersionProperty,
} from '../model/index.ts';
import { hidesAnother } from './hidden.ts';
import { removeProperty } from './remove-property.ts';
import type { Fix } from './rule.ts';

/** Removes an entry or a field with a version, unless nodes would then read something that it hides. */
export function removeVersion(analysis: Analysis, property: VersionProperty): Fix[] {
  const { source } = analysis;
  const siblings = property.role === 'entry' ? property.field.entries : source.fields;
  const removed = siblings[indexFrom(siblings, property.key.start)];
  if (!removed || hidesAnother(analysis, removed) || wakesVersion(source, siblings)) return [];
  const edits = removeProperty(source, removed, siblings);
  return edits.length === 0 ? [] : [{ title: `Remove ${quote(property.key.value)}`, safe: false, edits }];
}

/** Without its last entry the map is empty, and nodes read the `version` beside it. */
function wakesVersion({ fields }: ConfigSource, entries: readonly Entry[]): boolean {
  const left = fields.reduce((count, field) => count + field.entries.length, 0);
  return left === 1 && entries.length === 1 && fields.some(({ role }) => role === 'pointer');
}
