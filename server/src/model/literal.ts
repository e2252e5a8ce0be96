import type { Range, StringNode } from './source.ts';

/** The range in the source of a part of a decoded string. The source can contain escapes. */
export function rangeInside(source: string, token: StringNode, from: number, to: number): Range {
  const inside = token.start + 1;
  const length = token.end - 1 - inside;
  // An escape is always longer than its character.
  if (length === token.value.length) return { start: inside + from, end: inside + to };
  const raw = source.slice(inside, inside + length);
  const offsets = escapedOffsets(raw);
  return { start: inside + (offsets[from] ?? raw.length), end: inside + (offsets[to] ?? raw.length) };
}

/** For each UTF-16 unit of the decoded value, its start in the raw text. */
function escapedOffsets(raw: string): number[] {
  return Array.from(raw.matchAll(/\\u[\dA-Fa-f]{4}|\\?[\s\S]/g), (match) => match.index);
}
