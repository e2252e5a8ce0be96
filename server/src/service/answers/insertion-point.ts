import { createScanner } from 'jsonc-parser';
import type { Range } from '../../model/index.ts';

// jsonc-parser declares its token kinds as an ambient const enum, which cannot be imported into isolated modules.
const token = { openBrace: 1, comma: 5, colon: 6, string: 10, end: 17 } as const;
/** null, true, false, numbers and unknown words. */
const bareWords: readonly number[] = [7, 8, 9, 11, 16];
const firstTrivia = 12;
const lineComment = 12;
const blockComment = 13;
const lastTrivia = 15;

/** The string or word at an offset, which a completion replaces, or an empty range; and the tokens around it. */
export interface InsertionPoint extends Range {
  /** Between the quotes of an existing string. */
  readonly isQuoted: boolean;
  /** What the token before it calls for; undefined if a comma is missing or nothing can be inserted. */
  readonly before: 'key' | 'value' | undefined;
  readonly after: 'colon' | 'property' | 'value' | 'other';
  /** Where a comma is missing behind the property before it. */
  readonly missingComma?: number;
}

/** Scans tokens, so that quotes in comments and in other strings do not count. */
export function insertionPointAt(text: string, offset: number): InsertionPoint {
  const scanner = createScanner(text, false);
  let previous = 0;
  for (;;) {
    const kind: number = scanner.scan();
    const start = scanner.getTokenOffset();
    const end = start + scanner.getTokenLength();
    if (kind >= firstTrivia && kind <= lastTrivia) {
      // Nothing can be inserted inside a comment or at the end of a line comment.
      const isOpen =
        kind === lineComment || (kind === blockComment && !text.slice(start, end).endsWith('*/'));
      if (kind <= blockComment && start < offset && (offset < end || (isOpen && offset === end)))
        return { start: offset, end: offset, isQuoted: false, before: undefined, after: 'other' };
      continue;
    }
    const closed = kind !== token.string || (end - start > 1 && text[end - 1] === '"');
    const inside = kind === token.string && start < offset && (offset < end || (!closed && offset === end));
    const before = expected(previous);
    if (inside)
      return { start, end: closed ? end : offset, isQuoted: true, before, after: following(scanner) };
    if (bareWords.includes(kind)) {
      const wordEnd = endOfWord(text, start);
      scanner.setPosition(wordEnd);
      if (start <= offset && offset <= wordEnd)
        return { start, end: wordEnd, isQuoted: false, before, after: following(scanner) };
    }
    if (start >= offset || kind === token.end) {
      const after = named(kind, scanner);
      // A value directly after the cursor is replaced. Before any other value, no second one is allowed.
      if (before !== 'value' || after !== 'value')
        return { start: offset, end: offset, isQuoted: false, before, after };
      if (start === offset) return { start, end, isQuoted: false, before, after: 'other' };
      return { start: offset, end: offset, isQuoted: false, before: undefined, after };
    }
    previous = kind;
  }
}

/** The end of a property on an earlier line, if only a comma is missing between it and an offset. */
export function missingCommaAt(text: string, offset: number): number | undefined {
  const line = text.lastIndexOf('\n', offset - 1);
  if (line < 0 || !/^[ \t]*(?:"[^"]*)?$/.test(text.slice(line + 1, offset))) return undefined;
  const { length } = text.slice(0, line).trimEnd();
  const isValue = text[length - 1] === '"' && insertionPointAt(text, length - 1).before === 'value';
  return isValue || text[length - 1] === '}' ? length : undefined;
}

/** The scanner splits `202604.01.3` without quotes into a number and an unknown word. */
function endOfWord(text: string, start: number): number {
  const word = /[^\s"/,:[\]{}]+/y;
  word.lastIndex = start;
  return start + Math.max(1, word.exec(text)?.[0].length ?? 0);
}

function expected(previous: number): InsertionPoint['before'] {
  if (previous === token.colon) return 'value';
  return previous === token.openBrace || previous === token.comma ? 'key' : undefined;
}

function following(scanner: ReturnType<typeof createScanner>): InsertionPoint['after'] {
  for (;;) {
    const kind: number = scanner.scan();
    if (kind < firstTrivia || kind > lastTrivia) return named(kind, scanner);
  }
}

/** A string followed by a colon is the key of a property. */
function named(kind: number, scanner: ReturnType<typeof createScanner>): InsertionPoint['after'] {
  if (kind === token.colon) return 'colon';
  if (kind === token.string) return following(scanner) === 'colon' ? 'property' : 'value';
  return bareWords.includes(kind) ? 'value' : 'other';
}
