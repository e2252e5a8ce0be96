import {
  type Position,
  PositionEncodingKind,
  type Range,
  type TextDocumentsConfiguration,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** How many units a character takes, by the code that both sides may count columns in. */
const widths: Readonly<Record<PositionEncodingKind, (codePoint: number) => number>> = {
  [PositionEncodingKind.UTF8]: (code) => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4),
  [PositionEncodingKind.UTF16]: (code) => (code < 0x10000 ? 1 : 2),
  [PositionEncodingKind.UTF32]: () => 1,
};

/** The code that the client likes best of those that are known here; UTF-16, as ever, for one that names none. */
export function agreedEncoding(offered: readonly PositionEncodingKind[] = []): PositionEncodingKind {
  return offered.find((encoding) => Object.hasOwn(widths, encoding)) ?? PositionEncodingKind.UTF16;
}

/** Documents whose columns, in both directions, count in the agreed code. Offsets count UTF-16 units all the same. */
export function documentsIn(encoding: PositionEncodingKind): TextDocumentsConfiguration<TextDocument> {
  const width = widths[encoding];
  if (!width || encoding === PositionEncodingKind.UTF16) return TextDocument;
  return {
    create: (...document) => new EncodedDocument(TextDocument.create(...document), width),
    update: (document, changes, version) => {
      if (!(document instanceof EncodedDocument)) throw new Error(`${document.uri} counts in another code.`);
      return document.update(changes, version);
    },
  };
}

type Change = Parameters<typeof TextDocument.update>[1][number];

class EncodedDocument implements TextDocument {
  private lazyColumns: Columns | undefined;

  constructor(
    private plain: TextDocument,
    private readonly width: (codePoint: number) => number,
  ) {}

  get uri(): string {
    return this.plain.uri;
  }

  get languageId(): string {
    return this.plain.languageId;
  }

  get version(): number {
    return this.plain.version;
  }

  get lineCount(): number {
    return this.plain.lineCount;
  }

  getEOLCharacters(line: number): string {
    return this.plain.getEOLCharacters(line);
  }

  getLineRange(line: number): Range {
    const { start, end } = this.plain.getLineRange(line);
    return { start, end: this.positionAt(this.plain.offsetAt(end)) };
  }

  getText(range?: Range): string {
    return this.plain.getText(range && this.plainRange(range));
  }

  positionAt(offset: number): Position {
    const { line, character } = this.plain.positionAt(offset);
    const start = this.plain.offsetAt({ line, character: 0 });
    return { line, character: this.columns.between(start, start + character) };
  }

  /** Of a position inside a character, the offset before it; of one past the end of its line, that end. */
  offsetAt({ line, character }: Position): number {
    const start = this.plain.offsetAt({ line, character: 0 });
    const end = this.plain.offsetAt({ line, character: Number.MAX_SAFE_INTEGER });
    return this.columns.offsetIn(start, end, character);
  }

  /** One after another: the range of a change is one of the text that the changes before it have left. */
  update(changes: readonly Change[], version: number): this {
    this.plain = TextDocument.update(this.plain, [], version);
    for (const change of changes) {
      const plain = 'range' in change ? { text: change.text, range: this.plainRange(change.range) } : change;
      this.plain = TextDocument.update(this.plain, [plain], version);
      this.lazyColumns = undefined;
    }
    return this;
  }

  private get columns(): Columns {
    this.lazyColumns ??= new Columns(this.plain.getText(), this.width);
    return this.lazyColumns;
  }

  private plainRange({ start, end }: Range): Range {
    return {
      start: this.plain.positionAt(this.offsetAt(start)),
      end: this.plain.positionAt(this.offsetAt(end)),
    };
  }
}

/** Counts a text in another code. It notes the characters of another width once: a line can be all of a huge file. */
class Columns {
  /** Offsets behind those characters, ascending, and how many more units there are up to each than in UTF-16. */
  private readonly ends: number[] = [];
  private readonly more: number[] = [];

  constructor(
    private readonly text: string,
    width: (codePoint: number) => number,
  ) {
    let sum = 0;
    for (const { 0: character, index } of text.matchAll(/[^\0-\x7f]/gu)) {
      const difference = width(character.codePointAt(0) ?? 0) - character.length;
      if (difference === 0) continue;
      sum += difference;
      this.ends.push(index + character.length);
      this.more.push(sum);
    }
  }

  between(start: number, end: number): number {
    return end - start + this.moreUpTo(end) - this.moreUpTo(start);
  }

  offsetIn(start: number, end: number, units: number): number {
    const found = last(start, end, (offset) => this.between(start, offset) <= units);
    const isInsidePair = found > start && (this.text.codePointAt(found - 1) ?? 0) > 0xffff;
    return isInsidePair ? found - 1 : found;
  }

  private moreUpTo(offset: number): number {
    const before = last(0, this.ends.length, (count) => (this.ends[count - 1] ?? 0) <= offset);
    return this.more[before - 1] ?? 0;
  }
}

/** The last number for which something holds that holds for the first and, up to some number, for all. */
function last(first: number, end: number, holds: (number: number) => boolean): number {
  let [low, high] = [first, end];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
