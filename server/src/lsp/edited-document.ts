import type { Position, Range, TextDocumentsConfiguration } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Change, mergeChanges } from '../model/index.ts';
import type { Replacement, TextChange } from './text-changes.ts';

/** Of longer ones, a copy for the lines alone would cost as much as one of the whole text. */
const longestLines = 10_000;

/** The lines of a text that are being edited, as a document of their own. */
interface Lines {
  readonly first: number;
  /** No line stands behind them. */
  readonly areLast: boolean;
  readonly text: TextDocument;
  /** What has changed in them. */
  change: Change | undefined;
}

/**
 * A document that knows what has changed in it. Keystrokes that come at once are collected in their lines and written
 * into the text when somebody asks for it: each on its own would copy the whole of it.
 */
export class EditedDocument implements TextDocument {
  version: number;
  private lines: Lines | undefined;
  private changed: Change | 'everything' | undefined = 'everything';

  constructor(
    private readonly kind: TextDocumentsConfiguration<TextDocument>,
    private readonly text: TextDocument,
  ) {
    this.version = text.version;
  }

  get uri(): string {
    return this.text.uri;
  }

  get languageId(): string {
    return this.text.languageId;
  }

  get lineCount(): number {
    return this.written().lineCount;
  }

  getText(range?: Range): string {
    return this.written().getText(range);
  }

  positionAt(offset: number): Position {
    return this.written().positionAt(offset);
  }

  offsetAt(position: Position): number {
    return this.written().offsetAt(position);
  }

  getLineRange(line: number): Range {
    return this.written().getLineRange(line);
  }

  getEOLCharacters(line: number): string {
    return this.written().getEOLCharacters(line);
  }

  /** What has changed since the changes were last forgotten, as one. */
  get change(): Change | 'everything' | undefined {
    this.written();
    return this.changed;
  }

  forgetChange(): void {
    this.changed = undefined;
  }

  /** One change after another: the range of each is one of the text that those before it have left. */
  update(changes: readonly TextChange[], version: number): this {
    this.version = version;
    for (const change of changes) {
      if ('range' in change) this.replace(change);
      else {
        this.lines = undefined;
        this.changed = 'everything';
        this.kind.update(this.text, [change], version);
      }
    }
    return this;
  }

  private replace({ range, text }: Replacement): void {
    if (this.lines && !isWithin(range, this.lines)) this.written();
    this.lines ??= this.linesOf(range);
    if (!this.lines) {
      this.note(this.replaceIn(this.text, range, text));
      return;
    }
    const { first } = this.lines;
    const inside = { start: above(range.start, first), end: above(range.end, first) };
    const made = this.replaceIn(this.lines.text, inside, text);
    this.lines.change = this.lines.change ? mergeChanges(this.lines.change, made) : made;
    // It may belong to a carriage return that ends the line before.
    if (this.lines.text.getText().startsWith('\n')) this.written();
  }

  private linesOf({ start, end }: Range): Lines | undefined {
    const { text } = this;
    const touched = [start, end].map((position) => text.positionAt(text.offsetAt(position)).line);
    const [first, next] = [Math.min(...touched), Math.max(...touched) + 1];
    const content = text.getText({ start: { line: first, character: 0 }, end: { line: next, character: 0 } });
    if (content.length > longestLines) return undefined;
    const lines = this.kind.create(text.uri, text.languageId, this.version, content);
    return { first, areLast: next >= text.lineCount, text: lines, change: undefined };
  }

  /** The text, all changes in it. */
  private written(): TextDocument {
    const { text, lines } = this;
    this.lines = undefined;
    if (lines?.change) {
      const { start, oldEnd, newEnd } = lines.change;
      const offset = text.offsetAt({ line: lines.first, character: 0 });
      const range = { start: text.positionAt(offset + start), end: text.positionAt(offset + oldEnd) };
      this.note(this.replaceIn(text, range, lines.text.getText().slice(start, newEnd)));
    }
    return text;
  }

  private note(change: Change): void {
    if (this.changed === 'everything') return;
    this.changed = this.changed ? mergeChanges(this.changed, change) : change;
  }

  private replaceIn(document: TextDocument, range: Range, text: string): Change {
    const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
    const [start, oldEnd] = [Math.min(from, to), Math.max(from, to)];
    // The library loses count of its lines at a place behind the last one.
    const within = { start: document.positionAt(start), end: document.positionAt(oldEnd) };
    this.kind.update(document, [{ range: within, text }], this.version);
    return { start, oldEnd, newEnd: start + text.length };
  }
}

/** Whether a change touches no other lines: where more follow, the last one here is their beginning. */
function isWithin({ start, end }: Range, { first, areLast, text }: Lines): boolean {
  const next = first + text.lineCount - (areLast ? 0 : 1);
  return [start, end].every(({ line }) => first <= line && line < next);
}

function above({ line, character }: Position, first: number): Position {
  return { line: line - first, character };
}
