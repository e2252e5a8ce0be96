import { commands, Disposable, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient, WorkspaceEdit } from 'vscode-languageclient';
import {
  type ChangeLevelParams,
  changeLevelCommand,
  changeLevelRequest,
  showRuleCommand,
} from '../../server/src/protocol.ts';
import { rulePages } from './rule-pages.ts';

const levels = {
  error: 'a fault that fails checks by default',
  warning: 'a likely fault',
  information: 'a remark',
  hint: 'not listed in Problems',
  off: 'not reported',
};

/** The commands of the quick fixes about a rule. */
export function registerRuleActions(client: () => BaseLanguageClient | undefined): Disposable {
  return Disposable.from(
    commands.registerCommand(showRuleCommand, async (rule: unknown) => {
      await commands.executeCommand('vscode.open', Uri.parse(`${rulePages}${rule}`));
    }),
    commands.registerCommand(changeLevelCommand, async (uri: unknown, rule: unknown, current: unknown) => {
      const items = Object.entries(levels).map(([label, detail]) => ({
        label,
        description: label === current ? `${detail} (current)` : detail,
      }));
      const title = `Level of ${rule} in .hotfixrc.json`;
      const picked = await window.showQuickPick(items, { title, matchOnDescription: true });
      if (picked) await changeLevel(client(), { uri: String(uri), rule: String(rule), level: picked.label });
    }),
  );
}

async function changeLevel(client: BaseLanguageClient | undefined, params: ChangeLevelParams): Promise<void> {
  const edit = await client?.sendRequest<WorkspaceEdit | null>(changeLevelRequest, params);
  const changed = edit && (await client?.protocol2CodeConverter.asWorkspaceEdit(edit));
  if (!changed || !(await workspace.applyEdit(changed))) {
    void window.showInformationMessage('.hotfixrc.json was not changed. Correct its problems first.');
    return;
  }
  // It has an effect once it is saved.
  for (const [uri] of changed.entries()) await (await workspace.openTextDocument(uri)).save();
}
