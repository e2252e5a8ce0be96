import { commands, Disposable, type TextDocument, Uri, window, workspace } from 'vscode';
import { saveAsUtf8Command } from '../../server/src/protocol.ts';
import { messageOf } from './message-of.ts';
import { canBeSaved, type IsLocked } from './saving.ts';

/** Runs the fix for a config that is saved in another encoding or with a byte-order mark, now or after the next save. */
export function registerSaveAsUtf8(isLocked: IsLocked): Disposable {
  const waiting = new Set<string>();
  const save = async (document: TextDocument) => {
    const refusal = await saveAsUtf8(document, isLocked);
    if (refusal) void window.showInformationMessage(refusal);
  };
  return Disposable.from(
    commands.registerCommand(saveAsUtf8Command, async (uri: unknown, afterSave: unknown) => {
      if (typeof uri !== 'string') throw new TypeError(`${saveAsUtf8Command} takes a URI, not ${uri}`);
      const document = await workspace.openTextDocument(Uri.parse(uri));
      if (afterSave === true) waiting.add(document.uri.toString());
      else await save(document);
    }),
    workspace.onDidSaveTextDocument((document) => {
      if (waiting.delete(document.uri.toString())) void save(document);
    }),
    workspace.onDidCloseTextDocument(({ uri }) => void waiting.delete(uri.toString())),
  );
}

/** Returns why it failed, or undefined. */
async function saveAsUtf8(document: TextDocument, isLocked: IsLocked): Promise<string | undefined> {
  const name = workspace.asRelativePath(document.uri);
  if (document.isUntitled) return `${name} has no file yet. Save it first.`;
  if (!(await canBeSaved(document, isLocked))) return `${name} is read-only, so it is not saved as UTF-8.`;
  // The editor does not change the encoding of a document with unsaved changes.
  if (document.isDirty && !(await document.save())) return `${name} could not be saved.`;
  const text = document.getText().replace(/^\uFEFF+/, '');
  try {
    await workspace.fs.writeFile(document.uri, new TextEncoder().encode(text));
  } catch (error) {
    return `${name} could not be written: ${messageOf(error)}`;
  }
  await workspace.openTextDocument(document.uri, { encoding: 'utf8' });
  return undefined;
}
