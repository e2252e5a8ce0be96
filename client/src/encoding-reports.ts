import { type Disposable, type LogOutputChannel, type TextDocument, type Uri, workspace } from 'vscode';
import type { BaseLanguageClient, Middleware } from 'vscode-languageclient';
import { type EncodingParams, encodingNotification } from '../../server/src/protocol.ts';
import { encodingOf } from './byte-order-mark.ts';
import { unawaited } from './unawaited.ts';

type SendEncoding = (params: EncodingParams) => Promise<void>;

/** Sends the server the encoding of each document: before the document itself, and when it changes. */
export class EncodingReports {
  private readonly reported = new Map<string, string>();
  private readonly opening = new Map<string, TextDocument>();

  readonly middleware: Pick<Middleware, 'didOpen' | 'sendNotification'> = {
    didOpen: (document, next) => {
      this.opening.set(document.uri.toString(), document);
      return next(document);
    },
    // A notification from `didOpen` would arrive too late: the client delays all notifications except openings.
    sendNotification: (type, next, params) => {
      // The type only allows the parameters of this notification, but the connection accepts any.
      const send = next as (type: string, params: EncodingParams) => Promise<void>;
      for (const document of this.opening.values())
        this.report(document, (encoding) => send(encodingNotification, encoding));
      this.opening.clear();
      return next(type, params);
    },
  };

  constructor(private readonly output: Pick<LogOutputChannel, 'error'>) {}

  follow(client: BaseLanguageClient): Disposable {
    return workspace.onDidChangeTextDocument(({ document }) => {
      const reported = this.reported.get(document.uri.toString());
      if (reported === undefined || reported === document.encoding || !client.isRunning()) return;
      this.report(document, (encoding) => client.sendNotification(encodingNotification, encoding));
    });
  }

  forget(uri: Uri): void {
    this.reported.delete(uri.toString());
  }

  private report(document: TextDocument, send: SendEncoding): void {
    if (!isDecodedByEditor(document)) return;
    const uri = document.uri.toString();
    const encoding: string | undefined = document.encoding;
    if (encoding === undefined) {
      // The file may be deleted by then, or the server stopped.
      const sent = readEncoding(document).then((read) => send({ uri, encoding: read }));
      unawaited(this.output, sent);
      return;
    }
    this.reported.set(uri, encoding);
    unawaited(this.output, send({ uri, encoding }));
  }
}

/** The text of a content provider was never decoded, although the editor reports its default encoding for it. */
function isDecodedByEditor({ isUntitled, uri }: TextDocument): boolean {
  return isUntitled || workspace.fs.isWritableFileSystem(uri.scheme) !== undefined;
}

/** For editors that do not report an encoding. */
async function readEncoding({ uri }: TextDocument): Promise<string> {
  return encodingOf(await workspace.fs.readFile(uri));
}
