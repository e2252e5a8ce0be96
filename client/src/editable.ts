import { type TextDocument, workspace } from 'vscode';

/** Whether a change to a document can be saved; an old revision or a file under review is there to be read only. */
export function isEditable({ isUntitled, uri }: TextDocument): boolean {
  return isUntitled || workspace.fs.isWritableFileSystem(uri.scheme) === true;
}
