import {
  type Connection,
  type Disposable,
  type PositionEncodingKind,
  TextDocuments,
  type TextDocumentsConfiguration,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { Analysis } from '../model/index.ts';
import { type EncodingParams, encodingNotification } from '../protocol.ts';
import { documentsIn } from './positions.ts';

/** The open documents, each analysed once for every version of it. */
export class Documents {
  readonly texts: TextDocuments<TextDocument>;
  private readonly kind: TextDocumentsConfiguration<TextDocument>;
  private readonly analyses = new WeakMap<TextDocument, { version: number; analysis: Analysis }>();
  private readonly encodings = new Map<string, string>();

  constructor(positions: PositionEncodingKind) {
    this.kind = documentsIn(positions);
    this.texts = new TextDocuments(this.kind);
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
    if (known?.version === document.version) return known.analysis;
    const analysis = new Analysis(document.getText());
    this.analyses.set(document, { version: document.version, analysis });
    return analysis;
  }

  /** The encoding of the file behind a document, where it is known and not plain UTF-8. */
  encoding({ uri }: TextDocument): string | undefined {
    const encoding = this.encodings.get(uri);
    return encoding === 'utf8' ? undefined : encoding;
  }
}

/** A document's path without scheme, query or percent signs, with `/`. */
export function pathOf(uri: string): string {
  return URI.parse(uri).path;
}
