import { FilePermission, type TextDocument, type Uri, workspace } from 'vscode';
import { globMatcher } from '../../server/src/glob.ts';
import { isBelow } from './project-files.ts';

/** Whether the owner of a file on this machine has no permission to write to it. */
export type IsLocked = (uri: Uri) => Promise<boolean>;

/** Whether the editor can save changes to a document. There is no API for that, so this checks what the editor checks. */
export async function canBeSaved({ isUntitled, uri }: TextDocument, isLocked: IsLocked): Promise<boolean> {
  if (isUntitled) return true;
  // An old revision or a file under review is read-only.
  if (workspace.fs.isWritableFileSystem(uri.scheme) !== true) return false;
  const files = workspace.getConfiguration('files', uri);
  if (isNamed(uri, files.get('readonlyExclude'))) return true;
  if (isNamed(uri, files.get('readonlyInclude'))) return false;
  if (files.get('readonlyFromPermissions') === true && (await isLocked(uri))) return false;
  return !(await isReadOnly(uri));
}

/** What an editor setting names, by the path in the workspace folder or, with a leading slash, by the whole path. */
function isNamed(uri: Uri, setting: unknown): boolean {
  if (typeof setting !== 'object' || setting === null) return false;
  const globs = Object.entries(setting).flatMap(([glob, isOn]) => (isOn === true ? [glob] : []));
  if (globs.length === 0) return false;
  const folder = workspace.getWorkspaceFolder(uri)?.uri;
  const below = folder && isBelow(uri.path, folder.path) ? folder.path.replace(/\/?$/, '/') : '/';
  const paths = [uri.path.slice(below.length), uri.path];
  return globs.some((glob) => paths.some(globMatcher(glob.replaceAll('\\', '/'))));
}

/** A file system may report permissions of single files. Without a report, files are writable. */
async function isReadOnly(uri: Uri): Promise<boolean> {
  try {
    const { permissions = 0 } = await workspace.fs.stat(uri);
    return (permissions & FilePermission.Readonly) !== 0;
  } catch {
    // Saving creates a deleted file again.
    return false;
  }
}
