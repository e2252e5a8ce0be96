import { type CodeAction, commands, Range, type TextDocument, window, workspace } from 'vscode';
import { isEditable } from './editable.ts';

/** Applies all safe fixes to the config in the active editor. */
export async function normalizeEntries(): Promise<void> {
  const document = window.activeTextEditor?.document;
  const refusal = await normalize(document);
  if (refusal) void window.showInformationMessage(refusal);
}

/** Says why there is nothing to be done, where that is so. */
async function normalize(document: TextDocument | undefined): Promise<string | undefined> {
  if (!document) return 'Open a hotfix config to normalize its entries.';
  const name = workspace.asRelativePath(document.uri);
  if (!isEditable(document)) return `${name} cannot be normalized here: it is read-only.`;
  const actions = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new Range(0, 0, document.lineCount, 0),
    'source.fixAll.hotfix',
    1,
  );
  const edit = actions.find((action) => action.edit)?.edit;
  if (!edit) return `Nothing to normalize in ${name}: it has no finding with a safe fix.`;
  return (await workspace.applyEdit(edit)) ? undefined : `${name} has changed meanwhile: normalize it again.`;
}
