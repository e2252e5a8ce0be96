import { assert } from 'chai';
import * as vscode from 'vscode';
import {
  clean,
  closeAllEditors,
  codeActions,
  faulty,
  fileText,
  findingsOnce,
  openText,
  withSetting,
} from './client-support.ts';

const any = (found: readonly vscode.Diagnostic[]) => found.length > 0;
const normalizeEntries = () => vscode.commands.executeCommand('hotfixConfig.normalizeEntries');

describe('Normalize Entries', () => {
  afterEach(() => closeAllEditors());

  it('applies all safe fixes to the config in the active editor', async () => {
    const document = await openText(
      'command-hotfix.json',
      '{ "Hotfixes": { "202605.30": "202605.30.1", "202604.01": " v202604.1.03 " } }',
    );
    await findingsOnce(document.uri, any);
    await normalizeEntries();
    assert.equal(
      document.getText(),
      '{ "hotfixes": { "202604.01": "202604.01.3", "202605.30": "202605.30.1" } }',
    );
    assert.isTrue(document.isDirty, 'it is left to the user to save');
  });

  it('does not change a config without a safe fix', async () => {
    const document = await openText('command-clean-hotfix.json', clean);
    await normalizeEntries();
    assert.equal(document.getText(), clean);
    assert.isFalse(document.isDirty);
  });

  it('does not change a config that a setting makes read-only, and offers no fix', async () => {
    await withSetting('files.readonlyInclude', { '**/command-locked-hotfix.json': true }, async () => {
      const document = await openText('command-locked-hotfix.json', faulty);
      const [finding] = await findingsOnce(document.uri, any);
      if (!finding) throw new Error('There is no finding.');
      const offered = await codeActions(document, finding.range);
      // VS Code's own JSON support offers to sort.
      assert.deepEqual(
        offered.map(({ title }) => title).filter((title) => title !== 'Sort JSON'),
        [],
      );
      await normalizeEntries();
      assert.equal(document.getText(), faulty);
      assert.isFalse(document.isDirty);
    });
  });

  it('does not change a config that the user made read-only for this session', async () => {
    const document = await openText('command-session-hotfix.json', faulty);
    await findingsOnce(document.uri, any);
    await vscode.commands.executeCommand('workbench.action.files.setActiveEditorReadonlyInSession');
    try {
      await normalizeEntries();
      assert.equal(document.getText(), faulty);
    } finally {
      await vscode.commands.executeCommand('workbench.action.files.resetActiveEditorReadonlyInSession');
    }
  });

  it('does not change JSON that is not a hotfix config', async () => {
    const document = await openText('command-other.json', faulty);
    await normalizeEntries();
    assert.equal(document.getText(), faulty);
  });
});

describe('Saving a config', () => {
  afterEach(() => closeAllEditors());

  it('normalizes it where the code actions on save say so', async () => {
    const document = await openText('saved-hotfix.json', faulty);
    await findingsOnce(document.uri, any);
    await withSetting('editor.codeActionsOnSave', { 'source.fixAll.hotfix': 'explicit' }, async () => {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(document.lineCount - 1, 0), '\n');
      await vscode.workspace.applyEdit(edit);
      await document.save();
    });
    assert.equal(await fileText(document.uri), `${clean}\n`);
  });
});
