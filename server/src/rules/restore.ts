import { applyEdits, modify } from 'jsonc-parser';
import {
  type Analysis,
  type Base,
  canonicalVersion,
  editBetween,
  type Field,
  fieldWith,
  type Loss,
  quote,
  type Range,
  type Role,
  type VersionProperty,
} from '../model/index.ts';
import { formattingOf } from './formatting.ts';
import type { Fix } from './rule.ts';

/** Gives nodes back what a change took from them, where they would look for it now. They can read the file. */
export function restore(analysis: Analysis, { what, base, before }: Loss): Fix[] {
  const { text } = analysis.source;
  // Where something stands twice, or is null, only its author knows which is meant.
  const path = what === 'scripts' ? fieldPath(analysis, 'scripts') : binaryPath(analysis, base);
  const version = canonicalVersion(before);
  // Of a version that never had a package there is nothing to restore.
  if (analysis.repeats.length > 0 || !path || !version) return [];
  const options = {
    formattingOptions: formattingOf(text),
    getInsertionIndex: (keys: readonly string[]) =>
      path.length === 2 ? keys.filter((key) => key < base).length : keys.length,
  };
  const source = analysis.source.root?.kind === 'object' ? text : '{}\n';
  const restored = applyEdits(source, modify(source, path, version, options));
  return [{ title: `Restore ${quote(version)}`, safe: false, edits: [editBetween(text, restored)] }];
}

/** An entry, or `version` where that is what nodes go by; none where another base's hotfix would have to go for it. */
function binaryPath(analysis: Analysis, base: Base): string[] | undefined {
  // A key that is only spelled in another way has a fix of its own, which a second entry would take away.
  if (analysis.lists(base) && !analysis.config?.hotfixes?.has(base)) return undefined;
  const maps = analysis.source.fields.filter(({ role }) => role === 'entry');
  const [map] = maps;
  if (maps.length > 1 || (map && map.value.kind !== 'object')) return undefined;
  const legacy = analysis.versionProperties.find(
    (property) => property.role === 'pointer' && property.trimmed !== '',
  );
  if (analysis.hasEntries || !legacy) return [map?.key.value ?? fieldWith.entry, base];
  return legacy.version?.startsWith(`${base}.`) ? fieldPath(analysis, 'pointer') : undefined;
}

/** By the name as it is written: `Version` stays. */
function fieldPath({ source }: Analysis, role: Role): string[] {
  return [source.fields.find((field) => field.role === role)?.key.value ?? fieldWith[role]];
}

/** Where to show a loss: the entry that is lower now, the field or map that is left, else the start of the file. */
export function placeOfLoss(analysis: Analysis, { what, base, after }: Loss): Range {
  const { source, seen } = analysis;
  const isOf = ({ role }: Pick<Field, 'role'>) =>
    role !== undefined && (role === 'scripts') === (what === 'scripts');
  const holds = (property: VersionProperty) =>
    isOf({ role: property.role }) && (what === 'scripts' || property.trimmed === after);
  const property = seen.versionProperties.findLast(
    (candidate) => holds(candidate) && (candidate.role !== 'entry' || candidate.base === base),
  );
  if (property) return { start: property.value.start, end: property.value.end };
  const field = what === 'binary' ? source.fields.findLast(isOf) : undefined;
  if (field) return { start: field.key.start, end: field.key.end };
  const start = source.root?.start ?? 0;
  return { start, end: Math.min(start + 1, source.text.length) };
}
