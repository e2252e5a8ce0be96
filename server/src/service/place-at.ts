import { createScanner } from 'jsonc-parser';
import type { Range } from '../model/index.ts';

// jsonc-parser declares its token kinds as an ambient const enum, which cannot be imported into isolated modules.
const token = { openBrace: 1, comma: 5, colon: 6, string: 10, end: 17 } as const;
const firstTrivia = 12;
const lineComment = 12;
const blockComment = 13;
const lastTrivia = 15;

/** Where something can be written: the string that is there already, or nothing, and what stands around it. */
export interface Place extends Range {
  /** What belongs there, by the token before it; undefined where a comma is missing or something else stands. */
  readonly before: 'key' | 'value' | undefined;
  readonly after: 'colon' | 'string' | 'other';
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
        return { start: offset, end: offset, before: undefined, after: 'other' };
      continue;
    }
    const closed = kind !== token.string || (end - start > 1 && text[end - 1] === '"');
    const inside = kind === token.string && start < offset && (offset < end || (!closed && offset === end));
    if (inside)
      return { start, end: closed ? end : offset, before: expected(previous), after: following(scanner) };
    if (start >= offset || kind === token.end) {
      return { start: offset, end: offset, before: expected(previous), after: named(kind) };
    }
    previous = kind;
  }
}

function expected(previous: number): Place['before'] {
  if (previous === token.colon) return 'value';
  return previous === token.openBrace || previous === token.comma ? 'key' : undefined;
}

function following(scanner: ReturnType<typeof createScanner>): Place['after'] {
  for (;;) {
    const kind: number = scanner.scan();
    if (kind < firstTrivia || kind > lastTrivia) return named(kind);
  }
}

function named(kind: number): Place['after'] {
  return kind === token.colon ? 'colon' : kind === token.string ? 'string' : 'other';
}
