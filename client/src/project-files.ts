import { type Uri, workspace } from 'vscode';
import { projectFileName } from '../../server/src/names.ts';

/** Where a project file of a document may be, up to the workspace folder, the nearest first. */
export function* projectFilesAbove(uri: Uri): Generator<Uri> {
  const owner = workspace.workspaceFolders?.find((folder) => isBelow(uri.path, folder.uri.path))?.uri;
  const top = owner ? withoutSlash(owner.path) : '';
  for (let folder = parent(uri.path); folder && isBelow(`${folder}/`, top); folder = parent(folder)) {
    // An old revision in `git:` belongs to the project file of the working tree.
    yield (owner ?? uri).with({ path: `${folder}/${projectFileName}`, query: '', fragment: '' });
  }
}

export async function exists(file: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(file);
    return true;
  } catch {
    // Whatever the reason, there is nothing to be read.
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
