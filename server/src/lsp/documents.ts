import {
  type Connection,
  type Disposable,
  type PositionEncodingKind,
  TextDocuments,
  type TextDocumentsConfiguration,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { Analysis, type Change, mergeChanges } from '../model/index.ts';
import { type EncodingParams, encodingNotification } from '../protocol.ts';
import { documentsIn } from './positions.ts';

interface Analysed {
  readonly version: number;
  readonly analysis: Analysis;
  /** What has changed since. */
  readonly change?: Change;
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
      create: this.kind.create,
      update: (document, changes, version) => this.update(document, changes, version),
    });
  }

  /** A file that nobody has open, as a document. */
  ofFile(uri: string, text: string): TextDocument {
    return this.kind.create(uri, 'json', 0, text);
  }

  listen(connection: Connection, onEncoding: (document: TextDocument) => void): Disposable {
    connection.onNotification(encodingNotification, ({ uri, encoding }: EncodingParams) => {
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
    const analysis = known?.change ? known.analysis.after(known.change, text) : new Analysis(text);
    this.analyses.set(document, { version: document.version, analysis });
    return analysis;
  }

  /** One change after another: the range of each is one of the text that those before it have left. */
  private update(document: TextDocument, changes: readonly TextChange[], version: number): TextDocument {
    if (changes.length === 0) return this.kind.update(document, [], version);
    for (const change of changes) {
      this.note(document, change);
      this.kind.update(document, [change], version);
    }
    return document;
  }

  private note(document: TextDocument, change: TextChange): void {
    const known = this.analyses.get(document);
    if (!known) return;
    if (!('range' in change)) {
      this.analyses.delete(document);
      return;
    }
    const { start, end } = change.range;
    const [from, to] = [document.offsetAt(start), document.offsetAt(end)];
    const [first, oldEnd] = [Math.min(from, to), Math.max(from, to)];
    const made = { start: first, oldEnd, newEnd: first + change.text.length };
    this.analyses.set(document, {
      ...known,
      change: known.change ? mergeChanges(known.change, made) : made,
    });
  }

  /** The encoding of the file behind a document, where it is known and not plain UTF-8. */
  encoding({ uri }: TextDocument): string | undefined {
    const encoding = this.encodings.get(uri);
    return encoding === 'utf8' ? undefined : encoding;
  }
}

type TextChange = Parameters<TextDocumentsConfiguration<TextDocument>['update']>[1][number];

/** A document's path without scheme, query or percent signs, with `/`. */
export function pathOf(uri: string): string {
  return URI.parse(uri).path;
}
