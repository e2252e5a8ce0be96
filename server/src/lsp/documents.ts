import {
  type Connection,
  type Disposable,
  type PositionEncodingKind,
  TextDocuments,
  type TextDocumentsConfiguration,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { Analysis, type Range } from '../model/index.ts';
import { type EncodingParams, encodingNotification } from '../protocol.ts';
import { EditedDocument } from './edited-document.ts';
import { documentsIn } from './positions.ts';
import { requireChanges, requireDocument } from './text-changes.ts';

interface Analysed {
  readonly analysis: Analysis;
  /** The part that was edited last, where the text is not new as a whole. */
  readonly edited?: Range;
}

/** The open documents, each analysed once for every version of it, and of a later version only what was edited. */
export class Documents {
  readonly texts: TextDocuments<EditedDocument>;
  private readonly kind: TextDocumentsConfiguration<TextDocument>;
  private readonly analyses = new WeakMap<EditedDocument, Analysed>();
  private readonly encodings = new Map<string, string>();

  constructor(positions: PositionEncodingKind) {
    this.kind = documentsIn(positions);
    this.texts = new TextDocuments({
      create: (uri, languageId, version, text) => {
        requireDocument(uri, version, text);
        return new EditedDocument(this.kind, this.kind.create(uri, languageId, version, text));
      },
      update: (document, changes, version) => {
        requireChanges(changes, version);
        return document.update(changes, version);
      },
    });
  }

  /** A file that nobody has open, as a document. */
  ofFile(uri: string, text: string): TextDocument {
    return this.kind.create(uri, 'json', 0, text);
  }

  /** A former state of a document. */
  asItWas({ uri, languageId }: TextDocument, version: number, text: string): EditedDocument {
    return new EditedDocument(this.kind, this.kind.create(uri, languageId, version, text));
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

  analysis(document: EditedDocument): Analysis {
    const { change } = document;
    const known = this.analyses.get(document);
    if (known && !change) return known.analysis;
    const analysed = this.analyse(document, known, change);
    document.forgetChange();
    this.analyses.set(document, analysed);
    return analysed.analysis;
  }

  private analyse(
    document: EditedDocument,
    known: Analysed | undefined,
    change: EditedDocument['change'],
  ): Analysed {
    const text = document.getText();
    if (!known || !change || change === 'everything') return { analysis: new Analysis(text) };
    const { start, newEnd: end } = change;
    return { analysis: known.analysis.after(change, text), edited: { start, end } };
  }

  /** The part that was edited before the last analysis, where that was not of a text that is new as a whole. */
  edited(document: EditedDocument): Range | undefined {
    return this.analyses.get(document)?.edited;
  }

  /** The encoding of the file behind a document, where it is known and not plain UTF-8. */
  encoding({ uri }: TextDocument): string | undefined {
    const encoding = this.encodings.get(uri);
    return encoding === 'utf8' ? undefined : encoding;
  }
}
