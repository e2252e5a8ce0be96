import type { Range, StringNode } from './source.ts';

/** Where a stretch of a string's decoded value stands in the source, which spells some characters as escapes. */
export function rangeInside(source: string, token: StringNode, from: number, to: number): Range {
  const inside = token.start + 1;
  const length = token.end - 1 - inside;
  // An escape is always longer than what it stands for.
  if (length === token.value.length) return { start: inside + from, end: inside + to };
  const raw = source.slice(inside, inside + length);
  const offsets = escapedOffsets(raw);
  return { start: inside + (offsets[from] ?? raw.length), end: inside + (offsets[to] ?? raw.length) };
}

/** For every UTF-16 unit of the decoded value, where it begins in the raw text. */
function escapedOffsets(raw: string): number[] {
  return Array.from(raw.matchAll(/\\u[\dA-Fa-f]{4}|\\?[\s\S]/g), (match) => match.index);
}
