import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAllEditors, faulty, findingsOnce, openText, until } from './client-support.ts';

describe("The link of a finding's code", () => {
  afterEach(() => closeAllEditors());

  it('opens the bundled page about the rule, rendered', async () => {
    const { uri } = await openText('link-hotfix.json', faulty);
    const [finding] = await findingsOnce(uri, (found) => found.length === 1);
    assert(typeof finding?.code === 'object', 'the code has a link');
    const { target } = finding.code;
    const page = new TextDecoder().decode(await vscode.workspace.fs.readFile(target));
    assert.include(page, '# malformed-version');
    await vscode.commands.executeCommand('vscode.open', target);
    await until('the preview', [vscode.window.tabGroups.onDidChangeTabs], () =>
      vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputCustom
        ? true
        : undefined,
    );
  });

  for (const path of [
    '/../../README',
    '/../../../../etc/motd',
    '/.',
    '/malformed-version/..',
    '/Malformed-Version',
  ]) {
    it(`reads nothing but the pages about rules: ${path}`, async () => {
      const refused = await Promise.resolve(
        vscode.workspace.fs.readFile(vscode.Uri.from({ scheme: 'hotfix-rule', path })),
      ).then(
        () => undefined,
        (error: unknown) => error,
      );
      assert.instanceOf(refused, vscode.FileSystemError);
      assert.equal((refused as vscode.FileSystemError).code, 'FileNotFound');
    });
  }
});
