import { assert } from 'chai';
import * as vscode from 'vscode';
import { configPath, files, pinnedPath, readOnlyScheme, writableScheme } from '../../virtual-files.ts';
import {
  applyAction,
  closeAllEditors,
  codeAction,
  codeActions,
  fileText,
  findingsOnce,
  hoverText,
  positionOf,
  ruleIds,
  until,
} from '../support.ts';

const one = (found: readonly vscode.Diagnostic[]) => found.length === 1;

async function open(scheme: string, name: string): Promise<vscode.TextDocument> {
  // VS Code may read the workspace file after it has started the extensions.
  const folder = await until(`the folder ${scheme}:`, [vscode.workspace.onDidChangeWorkspaceFolders], () =>
    vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme === scheme),
  );
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, name));
  await vscode.window.showTextDocument(document);
  return document;
}

afterEach(() => closeAllEditors());

for (const [kind, scheme] of Object.entries({ writable: writableScheme, 'read-only': readOnlyScheme })) {
  describe(`A ${kind} folder that is on no disk`, () => {
    it('shows what is wrong in its config, at the level that its project settings give', async () => {
      const { uri } = await open(scheme, configPath);
      const found = await findingsOnce(uri, one);
      assert.deepEqual(ruleIds(found), ['malformed-version']);
      assert.equal(found[0]?.severity, vscode.DiagnosticSeverity.Error, 'by itself the rule warns');
    });

    it('has the configs that its project settings name', async () => {
      const document = await open(scheme, pinnedPath);
      const [finding] = await findingsOnce(document.uri, one);
      assert.equal(document.getText(finding?.range), 'v202605.30.1');
    });

    it('counts, in a hover, the baked versions that its release notes are named after', async () => {
      const document = await open(scheme, pinnedPath);
      await findingsOnce(document.uri, one);
      const text = await hoverText(document.uri, positionOf(document, '202604.01.1'));
      assert.include(text, '1 of 2 known baked versions');
      assert.match(text, /\| 202604\.01\.1 +\| stays: already at this patch \|/);
    });
  });
}

describe('A writable folder that is on no disk', () => {
  it('keeps the config that the quick fix repaired', async () => {
    const document = await open(writableScheme, configPath);
    const [finding] = await findingsOnce(document.uri, one);
    assert.isDefined(finding);
    await applyAction(await codeAction(document, finding.range, 'Change version to "202604.01.1"'));
    await findingsOnce(document.uri, (found) => found.length === 0);
    assert.isTrue(await document.save());
    assert.equal(await fileText(document.uri), files[configPath]?.replace('"v', '"'));
  });
});

describe('A read-only folder that is on no disk', () => {
  it('is not offered a change that it could not keep', async () => {
    const document = await open(readOnlyScheme, configPath);
    const [finding] = await findingsOnce(document.uri, one);
    assert.isDefined(finding);
    const offered = await codeActions(document, finding.range);
    // VS Code's own JSON support offers to sort, here as anywhere.
    assert.deepEqual(
      offered.filter(({ title }) => title !== 'Sort JSON').map(({ title }) => title),
      [],
    );
  });
});
