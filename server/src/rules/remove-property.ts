import { createScanner } from 'jsonc-parser';
import {
  type ConfigSource,
  type Edit,
  type Entry,
  indexFrom,
  type Range,
  type SyntaxFaultCode,
} from '../model/index.ts';
import { lineEndBehind, propertyRange, replace, wholeLine } from './edits.ts';

/**
 * Removes a property from its object, with the comma that is not needed any more. Comments next to it stay, because
 * they may be about something else. In a broken text there are no edits, because it is uncertain what belongs to the
 * property.
 */
export function removeProperty(
  { text, faults }: ConfigSource,
  property: Entry,
  siblings: readonly Entry[],
): readonly Edit[] {
  return faults.every(({ code }) => isHarmless.has(code)) ? [removal(text, property, siblings)] : [];
}

/** Faults that a forgiving parser accepts. */
const isHarmless: ReadonlySet<SyntaxFaultCode> = new Set(['byte-order-mark', 'comment', 'trailing-comma']);

function removal(text: string, property: Entry, siblings: readonly Entry[]): Edit {
  const range = propertyRange(property);
  const index = indexFrom(siblings, range.start);
  const [previous, next] = [siblings[index - 1], siblings[index + 1]];
  if (!previous && !next) return removeOnly(text, range);
  return (
    (next && removeBefore(text, range, next.key.start)) ??
    (previous && removeBehind(text, range, previous.value.end)) ??
    replace(range, '')
  );
}

function removeBefore(text: string, { start, end }: Range, next: number): Edit | undefined {
  const kept = withoutComma(text.slice(end, next));
  return kept === undefined ? undefined : { start, end: next, text: kept.trimStart() };
}

function removeBehind(text: string, { start, end }: Range, previous: number): Edit | undefined {
  const kept = withoutComma(text.slice(previous, start));
  if (kept === undefined) return undefined;
  // A comment in its line stays in that line, so that it does not move to the line before.
  const toComment = blanksBeforeComment(text, end);
  if (toComment !== undefined) return { start: previous, end: end + toComment, text: kept };
  if (kept.trim() === '') return { start: previous, end, text: '' };
  // A bracket in the same line must not become part of a line comment.
  return { start: previous, end, text: lineEndBehind(text, end) === undefined ? kept : kept.trimEnd() };
}

/** Includes a trailing comma, and the white space if the brackets contain nothing else. */
function removeOnly(text: string, { start, end }: Range): Edit {
  const comma = nextComma(text, end);
  const kept = comma === undefined ? '' : text.slice(end, comma);
  const all = { start, end: comma === undefined ? end : comma + 1 };
  if (kept.trim() !== '') return replace(all, kept.trimStart());
  const spread = withWhiteSpaceAround(text, all);
  if (text[spread.start - 1] === '{' && text[spread.end] === '}') return replace(spread, '');
  const blanks = blanksBeforeComment(text, all.end) ?? 0;
  return replace(wholeLine(text, all) ?? { start, end: all.end + blanks }, '');
}

/**
 * The text between two neighbors, except one comma. Undefined if there is none. In a text that is being typed it can
 * contain a property without a value, which is not among the siblings.
 */
function withoutComma(between: string): string | undefined {
  const comma = nextComma(between, 0);
  if (comma === undefined) return undefined;
  const rest = between.slice(comma + 1);
  return firstToken(rest) === rest.length ? between.slice(0, comma) + rest : undefined;
}

/** The offset of the comma that follows an offset, apart from comments. */
function nextComma(text: string, offset: number): number | undefined {
  const first = offset + firstToken(text.slice(offset));
  return text[first] === ',' ? first : undefined;
}

/** The first offset that is neither white space nor a comment. */
function firstToken(text: string): number {
  const scanner = createScanner(text, true);
  scanner.scan();
  return scanner.getTokenOffset();
}

/** The number of blanks between an offset and a comment in the same line. */
function blanksBeforeComment(text: string, offset: number): number | undefined {
  return /^[ \t]*(?=\/[/*])/.exec(text.slice(offset, offset + 100))?.[0].length;
}

function withWhiteSpaceAround(text: string, { start, end }: Range): Range {
  const blank = /[ \t\r\n]/;
  let from = start;
  let to = end;
  while (blank.test(text.charAt(from - 1))) from--;
  while (blank.test(text.charAt(to))) to++;
  return { start: from, end: to };
}
