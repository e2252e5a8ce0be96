import { type CodeAction, commands, l10n, Range, type TextDocument, window, workspace } from 'vscode';
import { isEditable } from './editable.ts';

/** Applies all safe fixes to the config in the active editor. */
export async function normalizeEntries(): Promise<void> {
  const document = window.activeTextEditor?.document;
  const refusal = await normalize(document);
  if (refusal) void window.showInformationMessage(refusal);
}

/** Says why there is nothing to be done, where that is so. */
async function normalize(document: TextDocument | undefined): Promise<string | undefined> {
  if (!document) return l10n.t('Open a hotfix config to normalize its entries.');
  const name = workspace.asRelativePath(document.uri);
  if (!isEditable(document)) return l10n.t('{0} cannot be normalized here: it is read-only.', name);
  const actions = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new Range(0, 0, document.lineCount, 0),
    'source.fixAll.hotfix',
    1,
  );
  const edit = actions.find((action) => action.edit)?.edit;
  if (!edit) return l10n.t('Nothing to normalize in {0}: it has no finding with a safe fix.', name);
  return (await workspace.applyEdit(edit))
    ? undefined
    : l10n.t('{0} has changed meanwhile: normalize it again.', name);
}
