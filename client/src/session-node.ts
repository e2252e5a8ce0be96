import { realpath } from 'node:fs/promises';
import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { isLocked } from './permissions.ts';
import { Session } from './session.ts';

export { mcpServers } from './mcp-servers.ts';

export function startSession(context: ExtensionContext): Session {
  const server = { module: context.asAbsolutePath('server/dist/node.js'), transport: TransportKind.ipc };
  return new Session(
    context,
    (options) => new QuietClient('hotfixConfig', 'Hotfix Config', server, options),
    realUri,
    isLocked,
  );
}

/** Links of other schemes cannot lead out of them. */
async function realUri(uri: Uri): Promise<Uri> {
  return uri.scheme === 'file' ? Uri.file(await realpath(uri.fsPath)) : uri;
}

class QuietClient extends LanguageClient {
  // Some errors would be shown as a popup in spite of the options.
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}
