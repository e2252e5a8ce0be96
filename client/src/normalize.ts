import { type CodeAction, commands, Range, type TextEditor, window, workspace } from 'vscode';
import { canBeSaved, type IsLocked } from './saving.ts';

/** Applies all safe fixes to the config in the active editor. */
export async function normalizeEntries(isLocked: IsLocked): Promise<void> {
  const refusal = await normalize(window.activeTextEditor, isLocked);
  if (refusal) void window.showInformationMessage(refusal);
}

/** Says why there is nothing to be done, where that is so. */
async function normalize(editor: TextEditor | undefined, isLocked: IsLocked): Promise<string | undefined> {
  if (!editor) return 'Open a hotfix config to normalize its entries.';
  const { document } = editor;
  const name = workspace.asRelativePath(document.uri);
  const readOnly = `${name} is read-only, so it is not normalized.`;
  if (!(await canBeSaved(document, isLocked))) return readOnly;
  const { version } = document;
  const actions = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new Range(0, 0, document.lineCount, 0),
    'source.fixAll.hotfix',
    1,
  );
  const edits = actions.find((action) => action.edit)?.edit?.get(document.uri);
  if (!edits) return `Nothing to normalize in ${name}: it has no finding with a safe fix.`;
  const changed = `${name} has changed meanwhile: normalize it again.`;
  if (document.version !== version) return changed;
  // Through the editor, which refuses where somebody has made it read-only for this session, and says nothing about it.
  const isTaken = await editor.edit((builder) => {
    for (const { range, newText } of edits) builder.replace(range, newText);
  });
  if (!isTaken) return changed;
  return document.version === version ? readOnly : undefined;
}
