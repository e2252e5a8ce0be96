import { type Disposable, languages, type TextDocument, workspace } from 'vscode';
import {
  type BaseLanguageClient,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileEvent,
} from 'vscode-languageclient';
import { exists, projectFilesAbove } from './project-files.ts';
import { unawaited } from './unawaited.ts';

/**
 * VS Code reports a new folder, but not always its content, and folders can be excluded from watching. So for every
 * JSON document that is opened, the project files above it are reported to the server.
 */
export function reportMissedProjects(client: BaseLanguageClient): Disposable {
  const reported = new Set<string>();
  const look = async (document: TextDocument) => {
    if (languages.match(['json', 'jsonc'], document) === 0) return;
    const found: string[] = [];
    for (const file of projectFilesAbove(document.uri)) {
      const uri = client.code2ProtocolConverter.asUri(file);
      if (!(await exists(file))) reported.delete(uri);
      else if (!reported.has(uri)) found.push(uri);
    }
    if (found.length === 0 || !client.isRunning()) return;
    for (const uri of found) reported.add(uri);
    const changes = found.map((uri): FileEvent => ({ uri, type: FileChangeType.Created }));
    await client.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
  };
  return workspace.onDidOpenTextDocument((document) => unawaited(client.outputChannel, look(document)));
}
