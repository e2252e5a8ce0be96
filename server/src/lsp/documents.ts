import { type Connection, type Disposable, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Analysis, Payload, type Range } from '../model/index.ts';
import { type EncodingParams, encodingNotification } from '../protocol.ts';
import { keyOf } from '../service/uri.ts';
import { requireChanges, requireDocument, type TextChange } from './text-changes.ts';

/** The open documents. Each version is analyzed once. */
export class Documents {
  readonly texts = new TextDocuments<TextDocument>({
    create: (uri, languageId, version, text) => {
      requireDocument(uri, version, text);
      return TextDocument.create(uri, languageId, version, text);
    },
    update: (document, changes, version) => {
      requireChanges(changes, version);
      // While registrations are replaced, a client sends a change for the old one and for the new one.
      if (this.changesMayRepeat && version <= document.version) return document;
      for (const change of changes) this.apply(document, change, version);
      return document;
    },
  });
  private readonly analyses = new WeakMap<TextDocument, Analysis>();
  private readonly payloads = new WeakMap<TextDocument, Payload>();
  private readonly edits = new WeakMap<TextDocument, Range>();
  private readonly encodings = new Map<string, string>();

  constructor(private readonly changesMayRepeat: boolean) {}

  /** The client may open a file by another name. */
  named(uri: string): TextDocument | undefined {
    return this.texts.get(uri) ?? this.texts.all().find((document) => keyOf(document.uri) === keyOf(uri));
  }

  /** A document for a file that is not open. */
  ofFile(uri: string, text: string): TextDocument {
    return TextDocument.create(uri, 'json', 0, text);
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
    const encoding = this.encoding(document);
    if (known && known.encoding === encoding) return known;
    const analysis = new Analysis(document.getText(), encoding, known?.source);
    this.analyses.set(document, analysis);
    return analysis;
  }

  payload(document: TextDocument): Payload {
    const payload = this.payloads.get(document) ?? new Payload(document.getText(), document.uri);
    this.payloads.set(document, payload);
    return payload;
  }

  /** The range of the last edit; undefined if the whole text was replaced. */
  edited(document: TextDocument): Range | undefined {
    return this.edits.get(document);
  }

  /** The encoding of the file of a document; undefined for UTF-8 or if unknown. */
  private encoding({ uri }: TextDocument): string | undefined {
    const encoding = this.encodings.get(uri);
    return encoding === 'utf8' ? undefined : encoding;
  }

  private apply(document: TextDocument, change: TextChange, version: number): void {
    this.analyses.delete(document);
    this.payloads.delete(document);
    if (!('range' in change)) {
      this.edits.delete(document);
      TextDocument.update(document, [change], version);
      return;
    }
    const { range, text } = change;
    const offsets = [document.offsetAt(range.start), document.offsetAt(range.end)];
    const [start, end] = [Math.min(...offsets), Math.max(...offsets)];
    // The library miscounts lines for a position after the last one.
    const within = { start: document.positionAt(start), end: document.positionAt(end) };
    TextDocument.update(document, [{ range: within, text }], version);
    this.edits.set(document, { start, end: start + text.length });
  }
}
