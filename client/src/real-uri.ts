import { FileType, type Uri, workspace } from 'vscode';

/** The URI of a file or folder with all symbolic links resolved. Rejects if it does not exist. */
export type RealUri = (uri: Uri) => Promise<Uri>;

/** The real URI of a file and its type, or undefined if a link leads out of the folder. */
export async function fileInside(
  file: Uri,
  folder: Uri,
  realUri: RealUri,
): Promise<{ readonly uri: Uri; readonly type: FileType } | undefined> {
  const uri = await realUri(file);
  if (!isInside(uri, await realUri(folder))) return undefined;
  const { type } = await workspace.fs.stat(uri);
  // Links cannot be resolved here, so this one could lead anywhere.
  return type & FileType.SymbolicLink ? undefined : { uri, type };
}

export function isInside({ path }: Uri, folder: Uri): boolean {
  return path === folder.path || path.startsWith(folder.path.replace(/\/?$/, '/'));
}
