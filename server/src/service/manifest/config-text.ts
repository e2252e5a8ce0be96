import type { Edit, Range } from '../../model/index.ts';
import { applyEdits } from '../../model/text-edit.ts';
import { type SourceOffsets, sourceOffsetsOf, type Written, wholeSource } from './source-offsets.ts';

/** The source of a scalar in a manifest, and what it means. */
export interface Scalar {
  readonly written: Written;
  readonly value: string;
  /** With its header or quotes. */
  readonly range: Range;
}

/**
 * A config that is a scalar of a manifest. Nodes trim the served text, so `text` is the value without surrounding white
 * space.
 */
export class ConfigText {
  readonly text: string;
  /** The length of the white space before the text. */
  private readonly lead: number;
  private readonly offsets: SourceOffsets;
  /** Nothing is changed where the offsets are not known. */
  private readonly isExact: boolean;
  private readonly isOnLines: boolean;
  /** What every line of a block begins with. */
  private readonly indentation: string;
  private readonly lineBreak: string;
  /** How many characters were read to see whether edits are right. */
  private read = 0;

  constructor(
    private readonly manifest: string,
    private readonly scalar: Scalar,
    trimmed: Range,
    /** Whether a manifest has this text in its place, and the same other configs. */
    private readonly isWritten: (manifest: string, text: string) => boolean,
  ) {
    const { value, written } = scalar;
    this.text = value.slice(trimmed.start, trimmed.end);
    this.lead = trimmed.start;
    const offsets = sourceOffsetsOf(written, value);
    this.isExact = offsets !== undefined;
    this.offsets = offsets ?? wholeSource(written, value);
    this.isOnLines = written.source.includes('\n');
    this.lineBreak = written.source.includes('\r\n') ? '\r\n' : '\n';
    this.indentation = this.indentationIn(value);
  }

  /** All of the scalar in the manifest. */
  get range(): Range {
    return this.scalar.range;
  }

  get isBlock(): boolean {
    return !this.isFlow;
  }

  /** The range in the manifest for a range of the text. */
  toManifest({ start, end }: Range): Range {
    const from = this.placeOf(start);
    const last = this.offsets.ends[this.lead + end - 1];
    return { start: from, end: end > start && last !== undefined ? Math.max(from, last) : from };
  }

  /** The nearest offset of the text. */
  toText(offset: number): number {
    const { starts } = this.offsets;
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    // All units of an escape start at one offset.
    while (low > 0 && starts[low - 1] === starts[low]) low--;
    return Math.min(Math.max(low - this.lead, 0), this.text.length);
  }

  /**
   * Edits of the text as edits of the manifest; undefined if they cannot be written in this scalar. Where edits in place are not
   * enough, the whole scalar is written again.
   */
  write(edits: readonly Edit[]): readonly Edit[] | undefined {
    if (!this.isExact) return undefined;
    const inPlace = this.inPlace(edits);
    if (inPlace && this.isPlain(edits)) return inPlace;
    const after = applyEdits(this.text, edits);
    return [() => inPlace, () => this.rewritten(after)]
      .map((way) => way())
      .find((written) => written && this.isRight(written, after));
  }

  /** Whether edits in place are right without a look: inside a literal block, or inside quotes on one line. */
  private isPlain(edits: readonly Edit[]): boolean {
    if (this.scalar.written.style === 'literal')
      return edits.every(({ start, end }) => start > 0 && end < this.text.length);
    return this.isQuoted && !this.isOnLines && edits.every(({ text }) => !/[\r\n]/.test(text));
  }

  /** Reads the whole document again. Thousands of findings in a large one would take minutes. */
  private isRight(written: readonly Edit[], after: string): boolean {
    this.read += this.manifest.length;
    return this.read <= mostRead && this.isWritten(applyEdits(this.manifest, written), after);
  }

  /** The edits for the part of the scalar that they change. */
  private inPlace(edits: readonly Edit[]): readonly Edit[] | undefined {
    if (this.scalar.written.style !== 'double-quoted' && edits.some(({ text }) => needsEscapes.test(text)))
      return undefined;
    const changed = edits.map(({ start, end, text }) => ({
      start: this.placeOf(start),
      end: this.placeOf(end),
      text: this.encoded(text),
    }));
    const isOrdered = changed.every(({ start, end }) => start <= end);
    return isOrdered ? changed : undefined;
  }

  /** The whole scalar. A folded block becomes a literal one, and another scalar gets double quotes. */
  private rewritten(after: string): readonly Edit[] | undefined {
    const { range, value, written } = this.scalar;
    const text = value.slice(0, this.lead) + after;
    if (this.isFlow) return [{ ...range, text: doubleQuoted(text + value.slice(this.end)) }];
    if (written.style !== 'folded' || needsEscapes.test(after)) return undefined;
    const lines = this.lines(text).map((line) => (line === '' ? '' : this.indentation + line));
    return [
      { start: range.start, end: range.start + 1, text: '|' },
      { start: written.offset, end: this.placeOf(this.text.length), text: lines.join(this.lineBreak) },
    ];
  }

  /** A text as it is written inside this scalar. */
  encoded(text: string): string {
    const { style } = this.scalar.written;
    if (style === 'double-quoted') return doubleQuoted(text).slice(1, -1);
    if (style === 'single-quoted') return text.replaceAll("'", "''");
    if (this.isFlow) return text;
    const lines = this.lines(text);
    const isBlank = (i: number) => i === 0 || (lines[i] === '' && i < lines.length - 1);
    return lines.map((line, i) => (isBlank(i) ? '' : this.indentation) + line).join(this.lineBreak);
  }

  private lines(text: string): string[] {
    return text.split('\n');
  }

  private get isFlow(): boolean {
    return !['literal', 'folded'].includes(this.scalar.written.style);
  }

  private get end(): number {
    return this.lead + this.text.length;
  }

  private get isQuoted(): boolean {
    return ['single-quoted', 'double-quoted'].includes(this.scalar.written.style);
  }

  private indentationIn(value: string): string {
    const first = /(?:^|\n)(?!\n)/.exec(value);
    const start = this.offsets.starts[first ? first.index + first[0].length : 0] ?? 0;
    return this.manifest.slice(this.manifest.lastIndexOf('\n', start - 1) + 1, start);
  }

  private placeOf(offset: number): number {
    return this.offsets.starts[this.lead + offset] ?? this.scalar.range.start;
  }
}

/** In characters. */
const mostRead = 20_000_000;

/** Characters that Kubernetes does not accept in YAML, or takes for line breaks. */
const needsEscapes = /[^\t\n -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u;

/** JSON's escapes are valid in YAML. Some line breaks of YAML are none in JSON. */
function doubleQuoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
