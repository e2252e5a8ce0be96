import { descentsIn, indexFrom } from './entries.ts';
import { isPlain } from './plain.ts';
import { readEntries } from './read.ts';
import type { ConfigSource, Entry, Field } from './source.ts';

/** The part of a text that was replaced: what began at `start` and ended at `oldEnd` ends at `newEnd` now. */
export interface Change {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** Two changes, one after the other, as one. */
export function mergeChanges(first: Change, { start, oldEnd, newEnd }: Change): Change {
  const reach = Math.max(first.newEnd, oldEnd);
  return {
    start: Math.min(first.start, start),
    oldEnd: first.oldEnd + reach - first.newEnd,
    newEnd: reach + newEnd - oldEnd,
  };
}

/**
 * Reads a config again after a change inside a map: only the entries that it touches. Before the first of them and from
 * the next one on, a reader is in the same state as it was, so all else holds. Its tokens are moved to their new
 * places: `source` must not be used any more. Undefined, and nothing moved, where more has to be read than that.
 */
export function reread(source: ConfigSource, text: string, change: Change): ConfigSource | undefined {
  const field = source.faults.length === 0 ? mapAround(source, change) : undefined;
  if (!field) return undefined;
  const { entries } = field;
  const moved = change.newEnd - change.oldEnd;
  const first = Math.max(0, indexFrom(entries, change.start) - 1);
  const next = Math.max(first, indexFrom(entries, change.oldEnd));
  const isWithinFirst = (entries[first]?.key.start ?? change.start) < change.start;
  const from = isWithinFirst ? (entries[first]?.key.start ?? 0) : field.value.start + 1;
  const until = entries[next]?.key.start ?? field.value.end - 1;
  const read = readEntries(detached(text.slice(from, until + moved + 1)), !isWithinFirst);
  if (!read) return undefined;
  moveEntries(read, 0, from);
  const all = entries.toSpliced(first, next - first, ...read);
  const updated: Field = {
    ...field,
    entries: all,
    odd: [
      ...field.odd.filter(({ key }) => key.start < from),
      ...read.filter((entry) => !isPlain(entry)),
      ...field.odd.filter(({ key }) => key.start >= until),
    ],
    descents:
      field.descents - descentsIn(entries, first, next + 1) + descentsIn(all, first, first + read.length + 1),
  };
  const behind = source.fields.slice(source.fields.indexOf(field) + 1);
  moveEntries(entries, next, moved);
  for (const { key, value, entries: inside } of behind) {
    moveEntries([{ key, value }], 0, moved);
    moveEntries(inside, 0, moved);
  }
  return {
    text,
    root: source.root && { ...source.root, end: source.root.end + moved },
    fields: source.fields.map((one) =>
      one === field ? { ...updated, value: { ...field.value, end: field.value.end + moved } } : one,
    ),
    faults: [],
  };
}

/** The map that holds a whole change between its braces. */
function mapAround({ fields }: ConfigSource, { start, oldEnd }: Change): Field | undefined {
  return fields.find(
    ({ name, value }) =>
      name === 'hotfixes' && value.kind === 'object' && value.start < start && oldEnd < value.end,
  );
}

function moveEntries(entries: readonly Entry[], first: number, by: number): void {
  for (let i = first; by !== 0 && i < entries.length; i++) {
    const entry = entries[i];
    if (!entry) continue;
    move(entry.key, by);
    move(entry.value, by);
  }
}

/** A copy of its own: engines keep a whole text in memory for the smallest part of it that is in use. */
function detached(part: string): string {
  return part.split('').join('');
}

function move(token: { start: number; end: number }, by: number): void {
  token.start += by;
  token.end += by;
}
