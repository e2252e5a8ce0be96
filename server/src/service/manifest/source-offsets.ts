import type { Range } from '../../model/index.ts';

/** How a scalar is written. A folded one joins lines, a quoted one has escapes. */
export type Style = 'literal' | 'folded' | 'plain' | 'single-quoted' | 'double-quoted';

/** A scalar as written, without the header of a block and without quotes. */
export interface Written {
  readonly style: Style;
  readonly source: string;
  /** The offset of the source in the manifest. */
  readonly offset: number;
}

/**
 * Where each character of a scalar's value is written. Both lists have an element for each offset of the value, and one
 * for its end.
 */
export interface SourceOffsets {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** A part of a value and the part of the source that means it. */
interface Piece extends Range {
  readonly value: string;
}

/**
 * Finds each character of a decoded value in its source. The value comes from the YAML library. If the two do not agree,
 * the result is undefined, so that a wrong offset is never used.
 */
export function sourceOffsetsOf(
  { style, source, offset }: Written,
  value: string,
): SourceOffsets | undefined {
  const isBlock = style === 'literal' || style === 'folded';
  const pieces = isBlock ? piecesOfBlock(source, value) : piecesOfFlow(source, style);
  if (pieces?.map((piece) => piece.value).join('') !== value) return undefined;
  const starts: number[] = [];
  const ends: number[] = [];
  let end = 0;
  for (const piece of pieces) {
    // All units of one piece, such as an escape of two units, are at the same offset.
    for (let i = 0; i < piece.value.length; i++) {
      starts.push(offset + piece.start);
      ends.push(offset + piece.end);
    }
    if (piece.value !== '') end = piece.end;
  }
  return { starts: [...starts, offset + end], ends: [...ends, offset + end] };
}

/** Everywhere in the source, for a value that cannot be found in it. */
export function wholeSource({ source, offset }: Written, value: string): SourceOffsets {
  const all = (at: number) => Array.from({ length: value.length + 1 }, () => at);
  return { starts: all(offset), ends: all(offset + source.length) };
}

const blanks = /[ \t\r\n]*/y;

function blanksAt(text: string, at: number): string {
  blanks.lastIndex = at;
  return blanks.exec(text)?.[0] ?? '';
}

/** A block changes only white space: all other characters are in both, in the same order. */
function piecesOfBlock(source: string, value: string): Piece[] | undefined {
  const pieces: Piece[] = [];
  let [from, at] = [0, 0];
  for (;;) {
    const [written, meant] = [blanksAt(source, from), blanksAt(value, at)];
    const isEnd = at + meant.length === value.length;
    for (const piece of piecesOfBlanks(written, meant, { isStart: at === 0, isEnd }))
      pieces.push({ ...piece, start: piece.start + from, end: piece.end + from });
    from += written.length;
    at += meant.length;
    if (isEnd) return from === source.length ? pieces : undefined;
    const character = value.charAt(at++);
    if (source.charAt(from) !== character) return undefined;
    pieces.push({ start: from, end: ++from, value: character });
  }
}

/** Line by line, without the indentation. If lines were joined, all of the value is in all of the source. */
function piecesOfBlanks(
  written: string,
  meant: string,
  { isStart, isEnd }: { readonly isStart: boolean; readonly isEnd: boolean },
): Piece[] {
  const breaks = [...written.matchAll(/\r?\n/g)];
  const lines = meant.split('\n');
  const isSame = lines.length === breaks.length + 1 || (isEnd && lines.length <= breaks.length + 1);
  if (!isSame)
    return [...meant].map((character, i) => ({
      start: Math.min(i, written.length),
      end: i === meant.length - 1 ? written.length : Math.min(i + 1, written.length),
      value: character,
    }));
  const pieces: Piece[] = [];
  let lineStart = 0;
  for (const [i, line] of lines.entries()) {
    const lineBreak = breaks[i];
    const lineEnd = lineBreak ? lineBreak.index : written.length;
    // Indentation precedes what is in the value, except after the last character of a line.
    let at = i === 0 && !isStart ? lineStart : Math.max(lineStart, lineEnd - line.length);
    for (const character of line) pieces.push({ start: at, end: ++at, value: character });
    if (i === lines.length - 1 || !lineBreak) break;
    pieces.push({ start: lineEnd, end: lineEnd + lineBreak[0].length, value: '\n' });
    lineStart = lineEnd + lineBreak[0].length;
  }
  return pieces;
}

const units = {
  plain: /[ \t\r\n]+|./gsy,
  'single-quoted': /[ \t\r\n]+|''|./gsy,
  'double-quoted': /[ \t\r\n]+|\\(?:x.{2}|u.{4}|U.{8}|\r?\n[ \t]*|.)|./gsy,
} as const;

function piecesOfFlow(source: string, style: keyof typeof units): Piece[] {
  return [...source.matchAll(units[style])].flatMap(({ 0: unit, index }) => {
    const at = { start: index, end: index + unit.length };
    if (unit.startsWith('\\') && style === 'double-quoted') return [{ ...at, value: unescaped(unit) }];
    if (unit === "''" && style === 'single-quoted') return [{ ...at, value: "'" }];
    const breaks = unit.split('\n').length - 1;
    // One line break means a space, others mean one line break less.
    if (breaks > 0) return [{ ...at, value: breaks === 1 ? ' ' : '\n'.repeat(breaks - 1) }];
    return [...unit].map((character, i) => ({
      start: index + i,
      end: index + i + character.length,
      value: character,
    }));
  });
}

const escapes: Readonly<Record<string, string>> = {
  ...{ 0: '\0', a: '\x07', b: '\b', e: '\x1b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' },
  ...{ N: '\u0085', _: '\u00a0', L: '\u2028', P: '\u2029' },
};

function unescaped(unit: string): string {
  const [kind = '', hex = ''] = [unit.charAt(1), unit.slice(2)];
  if (kind === '\n' || kind === '\r') return '';
  if (hex === '') return escapes[kind] ?? kind;
  const code = Number.parseInt(hex, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : unit;
}
