import { FilePermission, type TextDocument, type Uri, workspace } from 'vscode';
import { globMatcher } from '../../server/src/glob.ts';
import { isBelow } from './project-files.ts';

/** Whether its owner may not write to a file of this machine. */
export type IsLocked = (uri: Uri) => Promise<boolean>;

/** Whether a change to a document can be saved, as the editor sees it; an extension can only ask as the editor does. */
export async function canBeSaved({ isUntitled, uri }: TextDocument, isLocked: IsLocked): Promise<boolean> {
  if (isUntitled) return true;
  // An old revision or a file under review is there to be read only.
  if (workspace.fs.isWritableFileSystem(uri.scheme) !== true) return false;
  const files = workspace.getConfiguration('files', uri);
  if (isNamed(uri, files.get('readonlyExclude'))) return true;
  if (isNamed(uri, files.get('readonlyInclude'))) return false;
  if (files.get('readonlyFromPermissions') === true && (await isLocked(uri))) return false;
  return !(await isReadOnly(uri));
}

/** What the settings of the editor name, by the path from the workspace folder or, with a slash in front, by the whole one. */
function isNamed(uri: Uri, setting: unknown): boolean {
  if (typeof setting !== 'object' || setting === null) return false;
  const globs = Object.entries(setting).flatMap(([glob, isOn]) => (isOn === true ? [glob] : []));
  if (globs.length === 0) return false;
  const folder = workspace.getWorkspaceFolder(uri)?.uri;
  const below = folder && isBelow(uri.path, folder.path) ? folder.path.replace(/\/?$/, '/') : '/';
  const paths = [uri.path.slice(below.length), uri.path];
  return globs.some((glob) => paths.some(globMatcher(glob.replaceAll('\\', '/'))));
}

/** A file system may tell of single files; one that does not tell is taken to let them be written. */
async function isReadOnly(uri: Uri): Promise<boolean> {
  try {
    const { permissions = 0 } = await workspace.fs.stat(uri);
    return (permissions & FilePermission.Readonly) !== 0;
  } catch {
    // Saving creates a deleted file again.
    return false;
  }
}
