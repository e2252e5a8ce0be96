import { FileType, type Uri, workspace } from 'vscode';

/** Where a file or folder is with all symbolic links resolved; fails where there is none. */
export type RealUri = (uri: Uri) => Promise<Uri>;

/** A file behind its links and what it is there, or undefined where one of them leads out of the folder. */
export async function fileInside(
  file: Uri,
  folder: Uri,
  realUri: RealUri,
): Promise<{ readonly uri: Uri; readonly type: FileType } | undefined> {
  const uri = await realUri(file);
  if (!isInside(uri, await realUri(folder))) return undefined;
  const { type } = await workspace.fs.stat(uri);
  // Links cannot be resolved here, so this one may lead anywhere.
  return type & FileType.SymbolicLink ? undefined : { uri, type };
}

export function isInside({ path }: Uri, folder: Uri): boolean {
  return path === folder.path || path.startsWith(folder.path.replace(/\/?$/, '/'));
}
