import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, type LanguageClientOptions } from 'vscode-languageclient/browser';
import { Session } from './session.ts';

export function startSession(context: ExtensionContext): Session {
  const script = Uri.joinPath(context.extensionUri, 'server/dist/browser.js').toString(true);
  // Files in a browser have no links that lead elsewhere.
  const realUri = async (uri: Uri) => uri;
  // They only have the permissions that their file system reports.
  const isLocked = async () => false;
  const manifestReader = Uri.joinPath(context.extensionUri, 'server/dist/manifests.js').toString(true);
  const withReader = (options: LanguageClientOptions): LanguageClientOptions => ({
    ...options,
    initializationOptions: () => ({ ...options.initializationOptions(), manifestReader }),
  });
  const createClient = (options: LanguageClientOptions) =>
    new QuietClient(new Worker(script), withReader(options));
  return new Session(context, createClient, realUri, isLocked);
}

class QuietClient extends LanguageClient {
  constructor(
    private readonly worker: Worker,
    options: LanguageClientOptions,
  ) {
    super('hotfixConfig', 'Hotfix Config', worker, options);
  }

  // Some errors would be shown as a popup in spite of the options.
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }

  /** Unlike a process, a worker does not end on the exit notification. */
  override async stop(timeout?: number): Promise<void> {
    try {
      await super.stop(timeout);
    } finally {
      this.worker.terminate();
    }
  }
}
