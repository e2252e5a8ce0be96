import type { Edit, Entry, Range } from '../model/index.ts';

export function replace({ start, end }: Range, text: string): Edit {
  return { start, end, text };
}

export function propertyRange({ key, value }: Pick<Entry, 'key' | 'value'>): Range {
  return { start: key.start, end: value.end };
}

/** The white space up to the next line, if nothing else follows in the line. */
export function lineEndBehind(text: string, offset: number): string | undefined {
  return /^[ \t]*\r?\n/.exec(text.slice(offset, offset + 100))?.[0];
}

/** The start of the blanks directly before an offset. */
export function beforeBlanks(text: string, offset: number): number {
  let start = offset;
  while (text[start - 1] === ' ' || text[start - 1] === '\t') start--;
  return start;
}

/** The line that contains nothing else, including its end. */
export function wholeLine(text: string, { start, end }: Range): Range | undefined {
  const lineStart = beforeBlanks(text, start);
  const lineEnd = lineEndBehind(text, end);
  const isFirst = lineStart === 0 || text[lineStart - 1] === '\n';
  return isFirst && lineEnd !== undefined ? { start: lineStart, end: end + lineEnd.length } : undefined;
}
