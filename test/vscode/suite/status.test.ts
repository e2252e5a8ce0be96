import { assert } from 'chai';
import * as vscode from 'vscode';
import {
  closeAllEditors,
  faulty,
  findings,
  findingsOnce,
  isThere,
  openText,
  statusOnce,
} from './client-support.ts';
import { workspaceFolder } from './support.ts';

const { Error: error, Information: information, Warning: warning } = vscode.LanguageStatusSeverity;
const any = (found: readonly vscode.Diagnostic[]) => found.length > 0;

describe('The language status', () => {
  afterEach(() => closeAllEditors());

  it('says that nodes can read a config and how many entries apply', async () => {
    const text = '{ "hotfixes": { "202604.01": "202604.01.3", "202605.30": "202604.01.1" } }';
    const { uri } = await openText('status-hotfix.json', text);
    await findingsOnce(uri, any);
    const status = await statusOnce((shown) => shown?.busy !== true);
    assert.equal(status?.text, 'Nodes can read this file; 1 of 2 entries apply.');
    assert.equal(status?.severity, information);
  });

  it('is an error where nodes cannot read the file', async () => {
    const { uri } = await openText('status-type-hotfix.json', '{ "hotfixes": { "202604.01": 7 } }');
    await findingsOnce(uri, any);
    const status = await statusOnce((shown) => shown?.busy !== true);
    assert.include(status?.text, 'Nodes cannot read this file');
    assert.equal(status?.severity, error);
  });

  it('is a warning where the project settings are broken', async () => {
    await openText('broken/.hotfixrc.json', '{ "rules": { "no-such-rule": "off" } }');
    const { uri } = await openText('broken/status-hotfix.json', faulty);
    await findingsOnce(uri, any);
    const status = await statusOnce((shown) => shown?.severity === warning);
    assert.include(status?.detail, 'no-such-rule');
  });

  it('is a warning if the project settings are a link out of their folder, and does not quote their content', async function () {
    const settings = vscode.Uri.joinPath(workspaceFolder(), 'linked/.hotfixrc.json');
    if (!(await isThere(settings))) return this.skip();
    const { uri } = await openText('linked/status-hotfix.json', faulty);
    await findingsOnce(uri, any);
    const status = await statusOnce((shown) => shown?.severity === warning);
    assert.include(status?.detail, 'symbolic link out of its folder');
    assert.notInclude(status?.detail, 'A workspace for tests');
  });

  it('says nothing in an editor that shows no hotfix config', async () => {
    const { uri } = await openText('status-first-hotfix.json', faulty);
    await findingsOnce(uri, any);
    await openText('status-other.json', '{}');
    await statusOnce((status) => status === undefined);
  });
});

describe('Restart Server', () => {
  afterEach(() => closeAllEditors());

  it('brings the findings back', async () => {
    const { uri } = await openText('restart-hotfix.json', faulty);
    await findingsOnce(uri, any);
    const counts: number[] = [];
    const listener = vscode.languages.onDidChangeDiagnostics(() => counts.push(findings(uri).length));
    try {
      await vscode.commands.executeCommand('hotfixConfig.restartServer');
      await findingsOnce(uri, any);
      assert.include(counts, 0, 'the old server took its findings with it');
    } finally {
      listener.dispose();
    }
  });
});
