import { Uri, type WorkspaceFolder, window, workspace } from 'vscode';
import { globMatcher } from '../../server/src/glob.ts';
import { configNames, embeddedConfigPath, payloadPath } from '../../server/src/names.ts';
import { exists } from './project-files.ts';

const content = '{\n  "hotfixes": {}\n}\n';
const usualName = 'aks-node-controller-hotfix.json';

/** Creates a config and opens it: at its path in AgentBaker's layout, otherwise where the user says. */
export async function createConfig(): Promise<Uri | undefined> {
  const file = await pathOfNew();
  if (!file) return undefined;
  if (!(await exists(file))) await workspace.fs.writeFile(file, new TextEncoder().encode(content));
  await window.showTextDocument(file);
  return file;
}

async function pathOfNew(): Promise<Uri | undefined> {
  const { workspaceFolders: folders = [] } = workspace;
  if (folders.length === 0)
    return window.showSaveDialog({ title: 'New Hotfix Config', filters: { JSON: ['json'] } });
  const folder = folders.length === 1 ? folders[0] : await window.showWorkspaceFolderPick();
  if (!folder) return undefined;
  if (await exists(Uri.joinPath(folder.uri, payloadPath)))
    return Uri.joinPath(folder.uri, embeddedConfigPath);
  const path = await window.showInputBox({
    title: 'New Hotfix Config',
    prompt: `Path in ${folder.name}`,
    value: usualName,
    valueSelection: [0, usualName.length - '-hotfix.json'.length],
    validateInput: (typed) => problemOf(folder, typed),
  });
  return path === undefined ? undefined : Uri.joinPath(folder.uri, path);
}

async function problemOf(folder: WorkspaceFolder, path: string): Promise<string | undefined> {
  if (path.startsWith('/') || path.split(/[\\/]/).includes('..')) return 'Enter a path inside the folder.';
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (!configNames.some((glob) => globMatcher(glob)(name)))
    return 'Use a name of hotfix configs, such as aks-node-controller-hotfix.json or fleet-hotfix.json.';
  return (await exists(Uri.joinPath(folder.uri, path))) ? `${path} exists.` : undefined;
}
