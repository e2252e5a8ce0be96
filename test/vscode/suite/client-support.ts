import * as vscode from 'vscode';
import type { Api } from '../../../client/src/api.ts';
import { extensionId, limit as limitOfWaiting, workspaceFolder } from './support.ts';

export * from './support.ts';

/** A config with one finding, which has a safe fix. */
export const faulty = '{\n  "hotfixes": {\n    "202604.01": "v202604.01.3"\n  }\n}\n';
export const clean = faulty.replace('"v', '"');

/** The API of the extension. */
export async function api(): Promise<Api> {
  const extension = vscode.extensions.getExtension<Api>(extensionId);
  if (!extension) throw new Error(`${extensionId} is not installed in this host`);
  return extension.activate();
}

/** The language status when it is as `expected`. */
export async function statusOnce(expected: (status: Api['status']) => boolean): Promise<Api['status']> {
  const extension = await api();
  await new Promise<void>((resolve, reject) => {
    const look = () => {
      if (!expected(extension.status)) return;
      clearTimeout(limit);
      listener.dispose();
      resolve();
    };
    const listener = extension.onDidChangeStatus(look);
    const limit = setTimeout(() => {
      listener.dispose();
      reject(new Error(`The status stays ${JSON.stringify(extension.status)}`));
    }, limitOfWaiting);
    look();
  });
  return extension.status;
}

/** Opens a file of the workspace with exactly these bytes. */
export async function openBytes(name: string, bytes: Uint8Array): Promise<vscode.TextDocument> {
  const uri = vscode.Uri.joinPath(workspaceFolder(), name);
  await vscode.workspace.fs.writeFile(uri, bytes);
  return show(uri);
}

/** Opens an address in an editor. */
export async function show(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return document;
}

/** Whether a file exists. Symbolic links are not on every machine: creating one needs permissions on Windows. */
export async function isThere(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

/** Gives a setting of the workspace a value while `run` runs. */
export async function withSetting(name: string, value: unknown, run: () => Promise<void>): Promise<void> {
  const set = (to: unknown) =>
    vscode.workspace.getConfiguration().update(name, to, vscode.ConfigurationTarget.Workspace);
  await set(value);
  try {
    await run();
  } finally {
    await set(undefined);
  }
}

/** A file system that has one file under any path and reports no changes. */
export function memoryFiles(initial: Uint8Array): vscode.FileSystemProvider {
  let bytes = initial;
  let mtime = 0;
  const refuse = () => {
    throw vscode.FileSystemError.NoPermissions();
  };
  return {
    onDidChangeFile: new vscode.EventEmitter<vscode.FileChangeEvent[]>().event,
    watch: () => new vscode.Disposable(() => {}),
    stat: () => ({ type: vscode.FileType.File, ctime: 0, mtime, size: bytes.length }),
    readFile: () => bytes,
    writeFile: (_, written) => {
      bytes = written;
      mtime += 1;
    },
    readDirectory: () => [],
    createDirectory: refuse,
    delete: refuse,
    rename: refuse,
  };
}
