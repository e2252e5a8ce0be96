import { createScanner } from 'jsonc-parser';
import type { Range } from '../../model/index.ts';

// jsonc-parser declares its token kinds as an ambient const enum, which cannot be imported into isolated modules.
const token = { openBrace: 1, comma: 5, colon: 6, string: 10, end: 17 } as const;
/** null, true, false, a number, anything that is no JSON. */
const bareWords: readonly number[] = [7, 8, 9, 11, 16];
const firstTrivia = 12;
const lineComment = 12;
const blockComment = 13;
const lastTrivia = 15;

/** Where something can be written: the string or the word that is there already, or nothing, and what stands around it. */
export interface Place extends Range {
  /** Between the quotes of a string that is there. */
  readonly isQuoted: boolean;
  /** What belongs there, by the token before it; undefined where a comma is missing or something else stands. */
  readonly before: 'key' | 'value' | undefined;
  readonly after: 'colon' | 'property' | 'value' | 'other';
}

/** Looks at the tokens, so that quotes in comments and in other strings are not taken for its own. */
export function placeAt(text: string, offset: number): Place {
  const scanner = createScanner(text, false);
  let previous = 0;
  for (;;) {
    const kind: number = scanner.scan();
    const start = scanner.getTokenOffset();
    const end = start + scanner.getTokenLength();
    if (kind >= firstTrivia && kind <= lastTrivia) {
      // Inside of a comment nothing is written, at the end of a line of it neither.
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
      // A value that the cursor stands right before is replaced; before another, no further one can stand.
      if (before !== 'value' || after !== 'value')
        return { start: offset, end: offset, isQuoted: false, before, after };
      if (start === offset) return { start, end, isQuoted: false, before, after: 'other' };
      return { start: offset, end: offset, isQuoted: false, before: undefined, after };
    }
    previous = kind;
  }
}

/** `202604.01.3` without quotes is a number and something else for a scanner. */
function endOfWord(text: string, start: number): number {
  const word = /[^\s"/,:[\]{}]+/y;
  word.lastIndex = start;
  return start + Math.max(1, word.exec(text)?.[0].length ?? 0);
}

function expected(previous: number): Place['before'] {
  if (previous === token.colon) return 'value';
  return previous === token.openBrace || previous === token.comma ? 'key' : undefined;
}

function following(scanner: ReturnType<typeof createScanner>): Place['after'] {
  for (;;) {
    const kind: number = scanner.scan();
    if (kind < firstTrivia || kind > lastTrivia) return named(kind, scanner);
  }
}

/** A string with a colon behind it is the key of a property. */
function named(kind: number, scanner: ReturnType<typeof createScanner>): Place['after'] {
  if (kind === token.colon) return 'colon';
  if (kind === token.string) return following(scanner) === 'colon' ? 'property' : 'value';
  return bareWords.includes(kind) ? 'value' : 'other';
}
