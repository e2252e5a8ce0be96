import type { Range } from './source.ts';

/** Go's `strings.TrimSpace` trims what Unicode calls White_Space: U+0085 is in, U+FEFF is not, unlike in `\s`. */
const leading = /^\p{White_Space}+/u;
const trailing = /\p{White_Space}$/u;

export function trimSpace(text: string): string {
  if (isVisibleAscii(text.charCodeAt(0)) && isVisibleAscii(text.charCodeAt(text.length - 1))) return text;
  const { start, end } = trimmedRange(text);
  return text.slice(start, end);
}

/** The range of the trimmed text in `text`; empty and at its start if `text` is blank. */
export function trimmedRange(text: string): Range {
  const start = leading.exec(text)?.[0].length ?? 0;
  if (start === text.length) return { start: 0, end: 0 };
  let end = text.length;
  // One character at a time: a pattern anchored at the end only would look at every run of white space before it.
  while (trailing.test(text.slice(end - 1, end))) end--;
  return { start, end };
}

export function isBlank(text: string): boolean {
  return trimSpace(text) === '';
}

/** Nearly every value is trimmed already; this saves the two searches for it. */
function isVisibleAscii(code: number): boolean {
  return code > 0x20 && code < 0x7f;
}
