import type { Range } from './source.ts';

/** Go's `strings.TrimSpace` trims Unicode's White_Space. Unlike `\s`, that includes U+0085 and excludes U+FEFF. */
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
  // One character at a time: a pattern that is anchored only at the end would try every run of white space before it.
  while (trailing.test(text.slice(end - 1, end))) end--;
  return { start, end };
}

export function isBlank(text: string): boolean {
  return trimSpace(text) === '';
}

/** Nearly every value is already trimmed. This check saves the two searches. */
function isVisibleAscii(code: number): boolean {
  return code > 0x20 && code < 0x7f;
}
