import { type CancellationToken, ProgressLocation, type WorkspaceFolder, window } from 'vscode';
import { type BaseLanguageClient, WorkDoneProgress } from 'vscode-languageclient';
import { type CheckedFolder, type CheckFolderParams, checkFolderRequest } from '../../server/src/protocol.ts';

let checks = 0;

/** Lets the server check all configs in a folder, and shows the progress in the status bar. */
export async function checkFolder(
  client: BaseLanguageClient,
  folder: WorkspaceFolder,
  token: CancellationToken,
): Promise<CheckedFolder> {
  checks += 1;
  const workDoneToken = `hotfix-check-${checks}`;
  const title = 'Checking hotfix configs';
  const uri = client.code2ProtocolConverter.asUri(folder.uri).replace(/\/$/, '');
  return window.withProgress({ location: ProgressLocation.Window, title }, async (progress) => {
    const listener = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
      if (value.kind === 'report' && value.message) progress.report({ message: value.message });
    });
    try {
      const params: CheckFolderParams = { folder: uri, workDoneToken };
      return await client.sendRequest<CheckedFolder>(checkFolderRequest, params, token);
    } finally {
      listener.dispose();
    }
  });
}
