import { Disposable, type LogOutputChannel, type TextDocument, workspace } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { type ManifestParams, manifestNotification } from '../../server/src/protocol.ts';
import { isManifest } from './recognition.ts';
import { unawaited } from './unawaited.ts';

/**
 * Tells the server of each manifest that can have a config, so that it asks for no other YAML file. A text that becomes such a
 * manifest counts once it is saved.
 */
export function reportManifests(
  client: BaseLanguageClient,
  output: Pick<LogOutputChannel, 'error'>,
): Disposable {
  const reported = new Set<string>();
  const report = (document: TextDocument) => {
    const uri = document.uri.toString();
    if (!client.isRunning() || reported.has(uri) || !isManifest(document)) return;
    reported.add(uri);
    const params: ManifestParams = { uri };
    unawaited(output, client.sendNotification(manifestNotification, params));
  };
  return Disposable.from(
    workspace.onDidOpenTextDocument(report),
    workspace.onDidSaveTextDocument(report),
    client.onDidChangeState(({ newState }) => {
      // A new server knows none.
      reported.clear();
      if (newState === State.Running) workspace.textDocuments.forEach(report);
    }),
  );
}
