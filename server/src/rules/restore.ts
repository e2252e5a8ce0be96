import { applyEdits, modify } from 'jsonc-parser';
import {
  type Analysis,
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

/** Restores what nodes lost by a change, where nodes now look for it. Only for readable files. */
export function restore(analysis: Analysis, loss: Loss): Fix[] {
  const { what, before, base } = loss;
  const { text } = analysis.source;
  // If a property is repeated or null, only the author knows which one is meant.
  const path = what === 'scripts' ? fieldPath(analysis, 'scripts') : binaryPath(analysis, loss);
  const version = canonicalVersion(before);
  // A version that never had a package cannot be restored.
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

/** Restores an entry, or `version` if nodes use that. Nothing if that would take the hotfix of another base away. */
function binaryPath(analysis: Analysis, { base, installsAny }: Loss): string[] | undefined {
  // Next to entries, other nodes would not read it.
  if (installsAny) return analysis.hasEntries ? undefined : fieldPath(analysis, 'pointer');
  // A key that is only misspelled has its own fix, and a second entry would prevent that.
  if (analysis.byBase.isListed(base) && !analysis.config?.hotfixes?.has(base)) return undefined;
  const maps = analysis.source.fields.filter(({ role }) => role === 'entry');
  const [map] = maps;
  if (maps.length > 1 || (map && map.value.kind !== 'object')) return undefined;
  const legacy = analysis.versionProperties.find(
    (property) => property.role === 'pointer' && property.trimmed !== '',
  );
  if (analysis.hasEntries || !legacy) return [map?.key.value ?? fieldWith.entry, base];
  return legacy.version?.startsWith(`${base}.`) ? fieldPath(analysis, 'pointer') : undefined;
}

/** Keeps the spelling of the name, such as `Version`. */
function fieldPath({ source }: Analysis, role: Role): string[] {
  return [source.fields.find((field) => field.role === role)?.key.value ?? fieldWith[role]];
}

/**
 * The range to report a loss at: the entry with the lower version, the field or map that is left, or the start of the
 * file.
 */
export function rangeOfLoss(
  analysis: Analysis,
  { what, base, after }: Pick<Loss, 'what'> & Partial<Pick<Loss, 'base' | 'after'>>,
): Range {
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
