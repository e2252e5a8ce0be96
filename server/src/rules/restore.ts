import { applyEdits, modify } from 'jsonc-parser';
import { type Analysis, editBetween, type Loss, quote, type Range, type Slot } from '../model/index.ts';
import { formattingOf } from './formatting.ts';
import type { Fix } from './rule.ts';

/** Gives nodes back what a change took from them, where they would look for it now. */
export function restore(analysis: Analysis, { what, base, before }: Loss): Fix[] {
  const { text, faults } = analysis.source;
  if (faults.length > 0) return [];
  const path = what === 'scripts' ? ['scripts_version'] : binaryPath(analysis, base);
  const options = {
    formattingOptions: formattingOf(text),
    getInsertionIndex: (keys: readonly string[]) =>
      path.length === 2 ? keys.filter((key) => key < base).length : keys.length,
  };
  const source = text.trim() === '' ? '{}\n' : text;
  const restored = applyEdits(source, modify(source, path, before, options));
  return [{ title: `Restore ${quote(before)}`, safe: false, edits: [editBetween(text, restored)] }];
}

/** By the key as it is written: `Hotfixes` stays. */
function binaryPath({ config, source }: Analysis, base: string): string[] {
  const map = source.fields.findLast(({ name, value }) => name === 'hotfixes' && value.kind === 'object');
  const legacy = source.fields.findLast(({ name }) => name === 'version');
  const empty = !config?.hotfixes || config.hotfixes.size === 0;
  if (empty && legacy) return [legacy.key.value];
  return [map?.key.value ?? 'hotfixes', base];
}

/** Where to show a loss: the entry that is lower now, the field or map that is left, else the start of the file. */
export function placeOfLoss({ source, slots }: Analysis, { what, base, after }: Loss): Range {
  const holds = (slot: Slot) =>
    what === 'scripts'
      ? slot.in === 'scripts_version'
      : slot.in !== 'scripts_version' && slot.trimmed === after;
  const slot = slots.findLast(
    (candidate) => holds(candidate) && (candidate.in !== 'entry' || candidate.base === base),
  );
  if (slot) return { start: slot.value.start, end: slot.value.end };
  const names = what === 'scripts' ? ['scripts_version'] : ['hotfixes', 'version'];
  const field = source.fields.findLast(({ name }) => name !== undefined && names.includes(name));
  if (field) return { start: field.key.start, end: field.key.end };
  const start = source.root?.start ?? 0;
  return { start, end: Math.min(start + 1, source.text.length) };
}
