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
 * Takes a property out of its object together with the comma that it leaves without a neighbour. Comments beside it stay:
 * they may say why, or be about a neighbour. No edits where the text is broken: what belongs to the property is not certain.
 */
export function removeProperty(
  { text, faults }: ConfigSource,
  property: Entry,
  siblings: readonly Entry[],
): readonly Edit[] {
  return faults.every(({ code }) => isHarmless.has(code)) ? [removal(text, property, siblings)] : [];
}

/** What a forgiving parser reads past. */
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
  // What is said of it in its own line stays in that line, and does not come to be said of the one before.
  const toComment = blanksBeforeComment(text, end);
  if (toComment !== undefined) return { start: previous, end: end + toComment, text: kept };
  if (kept.trim() === '') return { start: previous, end, text: '' };
  // A bracket in the same line must not come into a comment that ends with its line.
  return { start: previous, end, text: lineEndBehind(text, end) === undefined ? kept : kept.trimEnd() };
}

/** With a comma that may trail it, and the white space where nothing else is between the brackets. */
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
 * What stands between two neighbours beside one comma. Undefined where there is none, or, in a text that is being typed,
 * also a property without a value, which no sibling tells of.
 */
function withoutComma(between: string): string | undefined {
  const comma = nextComma(between, 0);
  if (comma === undefined) return undefined;
  const rest = between.slice(comma + 1);
  return firstToken(rest) === rest.length ? between.slice(0, comma) + rest : undefined;
}

/** Where a comma stands that is the next thing behind an offset, comments aside. */
function nextComma(text: string, offset: number): number | undefined {
  const first = offset + firstToken(text.slice(offset));
  return text[first] === ',' ? first : undefined;
}

/** Where the first thing stands that is neither white space nor a comment. */
function firstToken(text: string): number {
  const scanner = createScanner(text, true);
  scanner.scan();
  return scanner.getTokenOffset();
}

/** How many blanks stand between an offset and a comment that follows in its line. */
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
