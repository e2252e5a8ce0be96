import { createScanner } from 'jsonc-parser';
import { type ConfigSource, type Edit, type Entry, indexFrom, type Range } from '../model/index.ts';

export function replace({ start, end }: Range, text: string): Edit {
  return { start, end, text };
}

export function propertyRange({ key, value }: Pick<Entry, 'key' | 'value'>): Range {
  return { start: key.start, end: value.end };
}

/** Takes a property out of its object together with the comma that it leaves without a neighbour. Comments beside it stay. */
export function removeProperty(source: ConfigSource, property: Entry, siblings: readonly Entry[]): Edit {
  const { text } = source;
  const { start, end } = propertyRange(property);
  const index = indexFrom(siblings, start);
  const next = siblings[index + 1];
  const behind = next && commentsBeside(text.slice(end, next.key.start));
  if (behind !== undefined) return { start, end: next?.key.start ?? end, text: behind.trimStart() };
  const previous = siblings[index - 1];
  const before = previous && commentsBeside(text.slice(previous.value.end, start));
  if (before !== undefined) {
    // Something in the same line must not come into a comment that ends with its line.
    const kept = lineEndBehind(text, end) !== undefined ? before.trimEnd() : before;
    return { start: previous?.value.end ?? start, end, text: kept };
  }
  if (next || previous) return { start, end, text: '' };
  return { ...withWhiteSpaceAround(text, { start, end }), text: '' };
}

/**
 * What stands between two neighbours beside one comma: comments, or nothing. Undefined where there is no comma, or, in a
 * text that is being typed, also a property without a value, which no sibling tells of.
 */
function commentsBeside(between: string): string | undefined {
  const scanner = createScanner(between, true);
  scanner.scan();
  const comma = scanner.getTokenOffset();
  if (between[comma] !== ',') return undefined;
  scanner.scan();
  if (scanner.getTokenOffset() < between.length) return undefined;
  const kept = between.slice(0, comma) + between.slice(comma + 1);
  return kept.trim() === '' ? '' : kept;
}

/** The white space up to the next line, where nothing else stands behind an offset. */
export function lineEndBehind(text: string, offset: number): string | undefined {
  return /^[ \t]*\r?\n/.exec(text.slice(offset, offset + 100))?.[0];
}

function withWhiteSpaceAround(text: string, { start, end }: Range): Range {
  const blank = /[ \t\r\n]/;
  let from = start;
  let to = end;
  while (blank.test(text.charAt(from - 1))) from--;
  while (blank.test(text.charAt(to))) to++;
  return { start: from, end: to };
}
