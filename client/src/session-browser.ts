import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, type LanguageClientOptions } from 'vscode-languageclient/browser';
import { Session } from './session.ts';

export function startSession(context: ExtensionContext): Session {
  const script = Uri.joinPath(context.extensionUri, 'server/dist/browser.js').toString(true);
  // What a browser can read has no links that lead out of it.
  const realUri = async (uri: Uri) => uri;
  // Nor has it permissions but those that its file system tells.
  const isLocked = async () => false;
  return new Session(context, (options) => new QuietClient(new Worker(script), options), realUri, isLocked);
}

class QuietClient extends LanguageClient {
  constructor(
    private readonly worker: Worker,
    options: LanguageClientOptions,
  ) {
    super('hotfixConfig', 'Hotfix Config', worker, options);
  }

  // Some errors would be shown as a popup whatever the options say.
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }

  /** A worker, unlike a process, does not end when it is asked to exit. */
  override async stop(timeout?: number): Promise<void> {
    try {
      await super.stop(timeout);
    } finally {
      this.worker.terminate();
    }
  }
}
