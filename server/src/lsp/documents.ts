import {
  type Connection,
  type Disposable,
  type PositionEncodingKind,
  TextDocuments,
  type TextDocumentsConfiguration,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { Analysis, type Change, mergeChanges, type Range } from '../model/index.ts';
import { type EncodingParams, encodingNotification } from '../protocol.ts';
import { documentsIn } from './positions.ts';
import { type Replacement, requireChanges, requireDocument, type TextChange } from './text-changes.ts';

interface Analysed {
  readonly version: number;
  readonly analysis: Analysis;
  /** What has changed since. */
  readonly change?: Change;
  /** The part that was edited last, where the text is not new as a whole. */
  readonly edited?: Range;
}

/** The open documents, each analysed once for every version of it, and of a later version only what was edited. */
export class Documents {
  readonly texts: TextDocuments<TextDocument>;
  private readonly kind: TextDocumentsConfiguration<TextDocument>;
  private readonly analyses = new WeakMap<TextDocument, Analysed>();
  private readonly encodings = new Map<string, string>();

  constructor(positions: PositionEncodingKind) {
    this.kind = documentsIn(positions);
    this.texts = new TextDocuments({
      create: (uri, languageId, version, text) => {
        requireDocument(uri, version, text);
        return this.kind.create(uri, languageId, version, text);
      },
      update: (document, changes, version) => this.update(document, changes, version),
    });
  }

  /** A file that nobody has open, as a document. */
  ofFile(uri: string, text: string): TextDocument {
    return this.kind.create(uri, 'json', 0, text);
  }

  listen(connection: Connection, onEncoding: (document: TextDocument) => void): Disposable {
    connection.onNotification(encodingNotification, ({ uri, encoding }: EncodingParams) => {
      if (typeof uri !== 'string' || typeof encoding !== 'string') return;
      this.encodings.set(uri, encoding);
      const document = this.texts.get(uri);
      if (document) onEncoding(document);
    });
    this.texts.onDidClose(({ document }) => this.encodings.delete(document.uri));
    return this.texts.listen(connection);
  }

  analysis(document: TextDocument): Analysis {
    const known = this.analyses.get(document);
    if (known && !known.change && known.version === document.version) return known.analysis;
    const text = document.getText();
    const { version } = document;
    if (known?.change) {
      const { start, newEnd: end } = known.change;
      const analysis = known.analysis.after(known.change, text);
      this.analyses.set(document, { version, analysis, edited: { start, end } });
      return analysis;
    }
    const analysis = new Analysis(text);
    this.analyses.set(document, { version, analysis });
    return analysis;
  }

  /** The part that was edited before the last analysis, where that was not of a text that is new as a whole. */
  edited(document: TextDocument): Range | undefined {
    return this.analyses.get(document)?.edited;
  }

  /** One change after another: the range of each is one of the text that those before it have left. */
  private update(document: TextDocument, changes: readonly TextChange[], version: number): TextDocument {
    requireChanges(changes, version);
    if (changes.length === 0) return this.kind.update(document, [], version);
    for (const change of changes) {
      if ('range' in change) this.replace(document, change, version);
      else {
        this.analyses.delete(document);
        this.kind.update(document, [change], version);
      }
    }
    return document;
  }

  private replace(document: TextDocument, { range, text }: Replacement, version: number): void {
    const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
    const [start, oldEnd] = [Math.min(from, to), Math.max(from, to)];
    const known = this.analyses.get(document);
    if (known) {
      const made = { start, oldEnd, newEnd: start + text.length };
      const change = known.change ? mergeChanges(known.change, made) : made;
      this.analyses.set(document, { ...known, change });
    }
    // The library loses count of its lines at a place behind the last one.
    const within = { start: document.positionAt(start), end: document.positionAt(oldEnd) };
    this.kind.update(document, [{ range: within, text }], version);
  }

  /** The encoding of the file behind a document, where it is known and not plain UTF-8. */
  encoding({ uri }: TextDocument): string | undefined {
    const encoding = this.encodings.get(uri);
    return encoding === 'utf8' ? undefined : encoding;
  }
}
