import { type Analysis, type ConfigSource, type Entry, indexFrom, quote, type Slot } from '../model/index.ts';
import { hidesAnother } from './hidden.ts';
import { removeProperty } from './remove-property.ts';
import type { Fix } from './rule.ts';

/** Removes the entry or the field of a slot, unless nodes would then read something that it hides. */
export function removeSlot(analysis: Analysis, slot: Slot): Fix[] {
  const { source } = analysis;
  const siblings = slot.in === 'entry' ? slot.field.entries : source.fields;
  const property = siblings[indexFrom(siblings, slot.key.start)];
  if (!property || hidesAnother(analysis, property) || wakesVersion(source, siblings)) return [];
  const edits = removeProperty(source, property, siblings);
  return edits.length === 0 ? [] : [{ title: `Remove ${quote(slot.key.value)}`, safe: false, edits }];
}

/** Without its last entry the map is empty, and nodes read the `version` beside it. */
function wakesVersion({ fields }: ConfigSource, entries: readonly Entry[]): boolean {
  const left = fields.reduce((count, field) => count + field.entries.length, 0);
  return left === 1 && entries.length === 1 && fields.some(({ role }) => role === 'pointer');
}
