import { FileType, type Uri, workspace } from 'vscode';

/** Where a file or folder is with all symbolic links resolved; fails where there is none. */
export type RealPlace = (uri: Uri) => Promise<Uri>;

/** A file behind its links and what it is there, or undefined where one of them leads out of the folder. */
export async function fileInside(
  file: Uri,
  folder: Uri,
  realPlace: RealPlace,
): Promise<{ readonly uri: Uri; readonly type: FileType } | undefined> {
  const uri = await realPlace(file);
  if (!isInside(uri, await realPlace(folder))) return undefined;
  const { type } = await workspace.fs.stat(uri);
  // Where links cannot be resolved, nobody knows where this one leads.
  return type & FileType.SymbolicLink ? undefined : { uri, type };
}

export function isInside({ path }: Uri, folder: Uri): boolean {
  return path === folder.path || path.startsWith(folder.path.replace(/\/?$/, '/'));
}
