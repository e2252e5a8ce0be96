import { type Uri, workspace } from 'vscode';
import { projectFileName } from '../../server/src/names.ts';

/** The possible project files of a document, from its folder up to the workspace folder. */
export function* projectFilesAbove(uri: Uri): Generator<Uri> {
  const owner = workspace.workspaceFolders?.find((folder) => isBelow(uri.path, folder.uri.path))?.uri;
  const top = owner ? withoutSlash(owner.path) : '';
  for (let folder = parent(uri.path); folder && isBelow(`${folder}/`, top); folder = parent(folder)) {
    // An old revision in `git:` uses the project file of the working tree.
    yield (owner ?? uri).with({ path: `${folder}/${projectFileName}`, query: '', fragment: '' });
  }
}

export async function exists(file: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(file);
    return true;
  } catch {
    // In any case there is nothing to read.
    return false;
  }
}

export function isBelow(path: string, folder: string): boolean {
  return path.startsWith(`${withoutSlash(folder)}/`);
}

function parent(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function withoutSlash(path: string): string {
  return path.replace(/\/$/, '');
}
