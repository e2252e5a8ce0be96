import { assert } from 'chai';
import * as vscode from 'vscode';
import {
  closeAllEditors,
  fileText,
  findings,
  findingsOnce,
  openText,
  replaceText,
  ruleIds,
  until,
  workspaceFolder,
} from './support.ts';

const folder = 'agentbaker/parts/linux/cloud-init';
const payload = `${folder}/nodecustomdata.yml`;
const config = `${folder}/artifacts/aks-node-controller-hotfix.json`;
const gated = '{ "scripts_version": "202604.01.2" }\n';
const block = [
  '# ---- hotfix-scripts: auto-generated ----',
  '    {{GetVariableProperty "cloudInitData" "provisionScript"}}',
  '# ---- end hotfix-scripts ----',
].join('\n');
const template = (lines: string) => `#cloud-config\nwrite_files:\n${lines}\n{{if IsMariner}}\n{{end}}\n`;

const becomes = (document: vscode.TextDocument, rules: readonly string[]) =>
  findingsOnce(document.uri, (found) => String(ruleIds(found)) === String(rules));

const shownDocuments = () => vscode.window.visibleTextEditors.map((editor) => editor.document.uri.toString());

async function write(name: string, text: string): Promise<void> {
  const uri = vscode.Uri.joinPath(workspaceFolder(), name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

/** Saves a file as another program does, and again while a watcher that has just started on a busy machine missed it. */
async function writtenOnce<T>(name: string, text: string, noticed: () => Promise<T>): Promise<T> {
  await write(name, text);
  const again = setInterval(() => void write(name, text), 5000);
  return noticed().finally(() => clearInterval(again));
}

describe('Scripts beside the config of AgentBaker', () => {
  afterEach(() => closeAllEditors());
  after(() =>
    vscode.workspace.fs.delete(vscode.Uri.joinPath(workspaceFolder(), 'agentbaker'), { recursive: true }),
  );

  it('have a finding in their own file while no config enables them', async () => {
    const document = await openText(payload, template(block));
    const [finding] = await becomes(document, ['scripts-payload']);
    assert.equal(document.getText(finding?.range), block.split('\n')[0]);
    await writtenOnce(config, gated, () => becomes(document, []));
  });

  it('are missed by a config, which follows their file as it is edited and as it changes on disk', async () => {
    await write(payload, template(block));
    const document = await openText(config, gated);
    // Side by side: VS Code asks for the findings of documents that it shows.
    const other = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(workspaceFolder(), payload));
    await vscode.window.showTextDocument(other, vscode.ViewColumn.Beside);
    await replaceText(other, template(''));
    const [finding] = await becomes(document, ['scripts-payload']);
    const [related] = finding?.relatedInformation ?? [];
    assert.equal(related?.location.uri.toString(), other.uri.toString());
    // On a busy machine the config can still have the focus, and would be closed.
    await vscode.window.showTextDocument(other, vscode.ViewColumn.Two);
    await until('the focus', [vscode.window.onDidChangeActiveTextEditor], () =>
      vscode.window.activeTextEditor?.document === other ? true : undefined,
    );
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    assert.include(shownDocuments(), document.uri.toString());
    await becomes(document, []);
    await writtenOnce(payload, template(''), () => becomes(document, ['scripts-payload']));
    assert.equal(await fileText(document.uri), gated);
  });

  it('are not looked for in other YAML', async () => {
    const { uri } = await openText(`${folder}/other.yml`, template(block));
    const faulty = await openText('beside-hotfix.json', '{ "version": "202604.01" }');
    await becomes(faulty, ['empty-patch']);
    assert.isEmpty(findings(uri));
  });
});
