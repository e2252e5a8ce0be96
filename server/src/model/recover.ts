import { type JSONVisitor, type ParseErrorCode, printParseErrorCode, visit } from 'jsonc-parser';
import { looksLikeUtf16 } from './encoding.ts';
import { lastOfComment, lastOfString } from './lexical.ts';
import {
  type ConfigSource,
  configSource,
  type Property,
  type Range,
  type StringNode,
  type SyntaxFault,
  type SyntaxFaultCode,
  type SyntaxNode,
} from './source.ts';
import { type Plain, withJsonQuotesAndSpaces } from './typography.ts';

const byteOrderMarks = /^\uFEFF+/;
/** jsonc-parser recurses. A deeper text is described by its first fault only. */
export const deepestRecovery = 500;

/** More findings in a file do not help. Collecting them takes seconds and gigabytes. */
export const mostFindings = 10_000;
/** One more, so that a list of them is known to be cut off. */
const mostFaults = mostFindings + 1;

/** Reads a text that the strict reader refused, so that findings survive a typing error. */
export function recover(text: string, firstFault: SyntaxFault): ConfigSource {
  const nothingBut = (fault: SyntaxFault): ConfigSource => {
    return { ...configSource(text, undefined, [strictOnly(fault)]), certainUntil: 0 };
  };
  // Every other character would be a fault.
  if (looksLikeUtf16(text)) return nothingBut({ code: 'utf-16', start: 0, end: 1 });
  if (nestingDepth(text) > deepestRecovery) return nothingBut(firstFault);
  const marks = byteOrderMarks.exec(text)?.[0].length ?? 0;
  const plain = withJsonQuotesAndSpaces(' '.repeat(marks) + text.slice(marks), mostFaults);
  const recovery = new Recovery(plain, marks);
  const { strays, faults } = recovery;
  // The two parsers stop at different faults: the forgiving one accepts some that stop the strict one.
  const firstDoubt = faults.length > 0 ? recovery.firstDoubt : firstFault.start;
  const { root } =
    strays.length > 0 ? new Recovery({ text: blanked(plain.text, strays), faults: [] }, 0) : recovery;
  return {
    ...configSource(
      text,
      root,
      faults.length > 0 ? withoutEchoes(faults, firstFault) : [strictOnly(firstFault)],
    ),
    certainUntil: strays.reduce((least, { start }) => Math.min(least, start), firstDoubt),
  };
}

/** The text with spaces in place of some ranges, which may overlap. All offsets stay the same. */
function blanked(text: string, ranges: readonly Range[]): string {
  let result = '';
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    result += text.slice(result.length, start);
    result += ' '.repeat(Math.max(0, end - result.length));
  }
  return result + text.slice(result.length);
}

/**
 * How deep a parser nests that continues after a fault: a bracket that closes another kind does not reduce the depth.
 * This scans single characters: a regular expression for strings and comments overflows the stack on a long one.
 */
export function nestingDepth(text: string): number {
  const open: string[] = [];
  let deepest = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '{' || character === '[') deepest = Math.max(deepest, open.push(character));
    else if (character === '}' && open.at(-1) === '{') open.pop();
    else if (character === ']' && open.at(-1) === '[') open.pop();
    else if (character === '"') at = lastOfString(text, at);
    else if (character === '/') at = lastOfComment(text, at);
  }
  return deepest;
}

const faultCodes: Readonly<Record<string, SyntaxFaultCode>> = {
  InvalidSymbol: 'bad-character',
  InvalidNumberFormat: 'bad-number',
  PropertyNameExpected: 'key-expected',
  ValueExpected: 'value-expected',
  ColonExpected: 'colon-expected',
  CommaExpected: 'comma-expected',
  CloseBraceExpected: 'not-closed',
  CloseBracketExpected: 'not-closed',
  EndOfFileExpected: 'text-after-end',
  UnexpectedEndOfComment: 'unclosed-comment',
  UnexpectedEndOfString: 'unterminated-string',
  UnexpectedEndOfNumber: 'bad-number',
  InvalidUnicode: 'bad-escape',
  InvalidEscapeCharacter: 'bad-escape',
  InvalidCharacter: 'control-character',
};

/** An object or a list that is being read. */
interface OpenNode {
  readonly kind: 'object' | 'array';
  readonly start: number;
  readonly properties: Property[];
  readonly items: SyntaxNode[];
  /** The last key, until its value comes. */
  key: StringNode | undefined;
}

class Recovery {
  root: SyntaxNode | undefined;
  readonly faults: SyntaxFault[];
  /** Incomplete properties before other ones, as in a text that is being typed: jsonc-parser skips the others. */
  readonly strays: Range[] = [];
  /** The start of the first fault after which everything is a guess. */
  firstDoubt = Number.POSITIVE_INFINITY;
  private lastKey: Range | undefined;
  /** The start of the last string value. */
  private lastText = -1;
  private readonly open: OpenNode[] = [];
  private separator = -1;
  /** The last string with a fault. */
  private broken = { start: -1, isClosed: true };

  private readonly text: string;

  /** Spaces are in place of byte-order marks, which are not valid JSON. Tools that each add one leave several. */
  constructor({ text, faults }: Plain, marks: number) {
    this.text = text;
    this.faults = [...faults];
    if (marks > 0) this.add('byte-order-mark', 0, marks);
    visit(text, this.visitor(), { allowEmptyContent: true });
  }

  private visitor(): JSONVisitor {
    return {
      onObjectBegin: (offset) => this.enter('object', offset),
      onObjectEnd: (offset, length) => this.leave(offset + length),
      onArrayBegin: (offset) => this.enter('array', offset),
      onArrayEnd: (offset, length) => this.leave(offset + length),
      onObjectProperty: (name, offset, length) => this.key(name, offset, length),
      onLiteralValue: (value, offset, length) => this.value(this.literal(value, offset, length)),
      onSeparator: (character, offset) => {
        this.separator = character === ',' ? offset : -1;
      },
      onComment: (offset, length) => this.comment(offset, length),
      onError: (error, offset, length) => this.error(error, offset, length),
    };
  }

  private add(code: SyntaxFaultCode, start: number, length: number): void {
    if (!standsAlone.has(code)) this.firstDoubt = Math.min(this.firstDoubt, start);
    if (this.faults.length >= mostFaults) return;
    this.faults.push({ code, start, end: start + length });
  }

  private comment(start: number, length: number): void {
    const last = this.faults.at(-1);
    // An unclosed object is reported as such, and its content is unknown.
    if (last?.code !== 'unclosed-comment' || last.start !== start) this.add('comment', start, length);
  }

  private enter(kind: OpenNode['kind'], start: number): void {
    this.separator = -1;
    this.open.push({ kind, start, properties: [], items: [], key: undefined });
  }

  private leave(endOfToken: number): void {
    const closed = this.open.pop();
    if (!closed) return;
    const { kind, start, properties, items } = closed;
    // jsonc-parser searches the end of a comment beyond the end of the text.
    const end = Math.min(endOfToken, this.text.length);
    this.value(kind === 'object' ? { kind, start, end, properties } : { kind, start, end, items });
  }

  private key(value: string, start: number, length: number): void {
    this.separator = -1;
    this.lastKey = { start, end: start + length };
    const parent = this.open.at(-1);
    if (!parent) return;
    const isBroken = start === this.broken.start;
    // A key that never ends includes the text after it. A key with an invalid escape is used as written.
    const isLost = isBroken && !this.broken.isClosed;
    const spelled = isBroken ? this.text.slice(start + 1, start + length - 1) : value;
    parent.key = isLost ? undefined : literalString(spelled, start, length);
  }

  private literal(value: unknown, start: number, length: number): SyntaxNode {
    if (typeof value === 'string') this.lastText = start;
    if (start === this.broken.start) return { kind: 'broken', start, end: start + length };
    return literal(value, start, length);
  }

  private value(value: SyntaxNode): void {
    this.separator = -1;
    const parent = this.open.at(-1);
    if (!parent) this.root ??= value;
    else if (parent.kind === 'array') parent.items.push(value);
    else if (parent.key) parent.properties.push({ key: parent.key, value });
    if (parent) parent.key = undefined;
  }

  private error(error: ParseErrorCode, offset: number, length: number): void {
    const closes = /[}\]]/.test(this.text.charAt(offset));
    if (closes && this.separator >= 0) this.add('trailing-comma', this.separator, 1);
    else {
      const code = faultCodes[printParseErrorCode(error)] ?? 'bad-character';
      // A comma before an echo of this fault does not count as trailing.
      this.separator = -1;
      this.string(code, offset, length);
      const stray = this.strayAt(code, offset, length);
      if (stray) this.strays.push(stray);
      this.add(code, offset, code === 'unclosed-comment' ? 2 : length);
    }
  }

  /** Handles an incomplete property at an offset, up to the next property. */
  private strayAt(code: SyntaxFaultCode, offset: number, length: number): Range | undefined {
    const { lastKey, lastText } = this;
    const isBefore = (pattern: RegExp) => this.isAt(pattern, offset + length);
    // "2026" "202604.01": …
    if (code === 'colon-expected' && this.isAt(/"/y, offset) && isBefore(/\s*:/y)) return lastKey;
    // "202603.01": "202604.01": …
    if (code === 'comma-expected' && this.isAt(/:/y, offset) && lastKey && lastText > lastKey.end)
      return { start: lastKey.start, end: lastText };
    // 2026 "202604.01": …
    if (code === 'key-expected' && this.isAt(/[\w-]/y, offset) && isBefore(/\s*"/y))
      return { start: offset, end: offset + length };
    return undefined;
  }

  private isAt(pattern: RegExp, offset: number): boolean {
    pattern.lastIndex = offset;
    return pattern.test(this.text);
  }

  /** A control character is accepted, but it hides an invalid escape before it. */
  private string(code: SyntaxFaultCode, start: number, length: number): void {
    const isClosed =
      code === 'bad-escape' ||
      (code === 'control-character' && this.text.slice(start, start + length).includes('\\'));
    if (isClosed || code === 'unterminated-string') this.broken = { start, isClosed };
  }
}

/**
 * A parser that continues after a fault reports its echoes too. Comments, trailing commas and the like are always real. Of the
 * other faults only the first is certain, and a node stops there.
 */
function withoutEchoes(faults: readonly SyntaxFault[], strict: SyntaxFault): SyntaxFault[] {
  const kept = new Map<number, SyntaxFault>();
  for (const fault of faults) if (standsAlone.has(fault.code)) kept.set(fault.start, fault);
  const first = faults.find(({ code, start }) => !standsAlone.has(code) && !kept.has(start));
  if (first) kept.set(first.start, isInside(strict, first) ? strict : first);
  return [...kept.values()].sort((a, b) => a.start - b.start);
}

/** The strict reader reports the character, jsonc-parser the whole string around it. It may have stopped elsewhere. */
function isInside(strict: SyntaxFault, fault: SyntaxFault): boolean {
  const { code, start, end } = strict;
  return code === fault.code && end > start && fault.start <= start && end <= fault.end;
}

const standsAlone = new Set<SyntaxFaultCode>([
  'byte-order-mark',
  'comment',
  'foreign-quotes',
  'foreign-space',
  'trailing-comma',
]);

function strictOnly(fault: SyntaxFault): SyntaxFault {
  return { ...fault, strictOnly: true };
}

function literal(value: unknown, start: number, length: number): SyntaxNode {
  if (typeof value === 'string') return literalString(value, start, length);
  const kind = typeof value === 'number' ? 'number' : value === null ? 'null' : 'boolean';
  return { kind, start, end: start + length };
}

function literalString(value: string, start: number, length: number): StringNode {
  return { kind: 'string', start, end: start + length, value: value.toWellFormed() };
}
