import { assert } from 'chai';
import * as vscode from 'vscode';
import { Recognition } from '../../../client/src/recognition.ts';
import { closeAllEditors, openText, withSetting, workspaceFolder } from './client-support.ts';

async function counts(name: string): Promise<boolean> {
  return new Recognition().counts(await openText(name, '{}'));
}

// What starts the session, which happens only once per window.
describe('A document that is opened', () => {
  const registrations: vscode.Disposable[] = [];
  afterEach(async () => {
    await closeAllEditors();
    for (const registration of registrations.splice(0)) registration.dispose();
  });

  for (const name of [
    'parts/aks-node-controller-hotfix.json',
    'fleet-hotfix.json',
    'fleet.hotfix.json',
    'hotfix.json',
    'hotfixes.json',
    '.hotfixrc.json',
  ]) {
    it(`starts the server by its name: ${name}`, async () => {
      assert.isTrue(await counts(`names/${name}`));
    });
  }

  for (const name of ['package.json', 'hotfix.txt', 'hotfix.json5', 'my-hotfixes.json', 'unhotfix.json']) {
    it(`starts nothing by another name: ${name}`, async () => {
      assert.isFalse(await counts(`plain/${name}`));
    });
  }

  it('starts the server as an old revision, even if Git appends to its path', async () => {
    registrations.push(
      vscode.workspace.registerTextDocumentContentProvider('old', { provideTextDocumentContent: () => '{}' }),
    );
    const uri = vscode.Uri.from({ scheme: 'old', path: '/repository/fleet-hotfix.json.git', query: '{}' });
    assert.isTrue(await new Recognition().counts(await vscode.workspace.openTextDocument(uri)));
  });

  it('starts the server when a glob of the settings names its path in the folder', async () => {
    await withSetting('hotfixConfig.files', ['globs/*.json'], async () => {
      assert.isTrue(await counts('globs/nodes.json'));
      assert.isFalse(await counts('plain/globs/nodes.json'));
    });
  });

  it('starts the server when a glob of the settings names it anywhere', async () => {
    await withSetting('hotfixConfig.files', ['pinned*.json'], async () => {
      assert.isTrue(await counts('plain/pinned-nodes.json'));
    });
    assert.isFalse(await counts('plain/pinned-nodes.json'));
  });

  it('starts the server below project settings, which may name it', async () => {
    const settings = vscode.Uri.joinPath(workspaceFolder(), 'governed/.hotfixrc.json');
    await vscode.workspace.fs.writeFile(settings, new TextEncoder().encode('{}'));
    assert.isTrue(await counts('governed/deep/down/nodes.json'));
    assert.isFalse(await counts('governed/deep/down/nodes.txt'));
  });

  it('counts as soon as project settings appear above it', async () => {
    const recognition = new Recognition();
    const document = await openText('soon/nodes.json', '{}');
    assert.isFalse(await recognition.counts(document));
    const changed = new Promise<void>((resolve) => registrations.push(...recognition.onDidChange(resolve)));
    const settings = vscode.Uri.joinPath(workspaceFolder(), 'soon/.hotfixrc.json');
    await vscode.workspace.fs.writeFile(settings, new TextEncoder().encode('{}'));
    await changed;
    assert.isTrue(await recognition.counts(document));
  });
});
