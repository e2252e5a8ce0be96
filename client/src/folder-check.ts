import { type CancellationToken, ProgressLocation, type WorkspaceFolder, window } from 'vscode';
import { type BaseLanguageClient, WorkDoneProgress } from 'vscode-languageclient';
import { type CheckedFile, type CheckFolderParams, checkFolderRequest } from '../../server/src/protocol.ts';

/** The output of the command line, and its exit status. */
export interface FolderReport {
  readonly lines: readonly string[];
  readonly status: number;
}

let checks = 0;

/** Lets the server check all configs in a folder, and shows the progress in the status bar. */
export async function checkFolder(
  client: BaseLanguageClient,
  folder: WorkspaceFolder,
  token: CancellationToken,
): Promise<FolderReport> {
  checks += 1;
  const workDoneToken = `hotfix-check-${checks}`;
  const title = 'Checking hotfix configs';
  const uri = client.code2ProtocolConverter.asUri(folder.uri).replace(/\/$/, '');
  const checked = await window.withProgress(
    { location: ProgressLocation.Window, title },
    async (progress) => {
      const listener = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
        if (value.kind === 'report' && value.message) progress.report({ message: value.message });
      });
      try {
        const params: CheckFolderParams = { folder: uri, workDoneToken };
        return await client.sendRequest<readonly CheckedFile[]>(checkFolderRequest, params, token);
      } finally {
        listener.dispose();
      }
    },
  );
  return report(checked, uri);
}

function report(checked: readonly CheckedFile[], folder: string): FolderReport {
  const findings = checked.flatMap((file) => {
    // A terminal must not run control characters of a file name.
    const path = decodeURIComponent(file.uri.slice(folder.length + 1)).replace(/\p{C}/gu, '\ufffd');
    return file.findings.map((finding) => ({ path, ...finding }));
  });
  const lines = findings.map(
    ({ path, start, level, ruleId, message }) =>
      `${path}:${start.line + 1}:${start.character + 1}: ${level} ${ruleId} ${message}`,
  );
  const status = findings.some(({ level }) => level === 'error') ? 1 : 0;
  return { lines: [...lines, sum(findings.length, checked.length)], status };
}

function sum(findings: number, configs: number): string {
  if (configs === 0) return 'No hotfix config found.';
  const found = findings === 1 ? '1 finding' : `${findings} findings`;
  return configs === 1 ? `${found} in 1 config.` : `${found} in ${configs} configs.`;
}
