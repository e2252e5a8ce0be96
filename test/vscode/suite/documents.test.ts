import { assert } from 'chai';
import * as vscode from 'vscode';
import {
  closeAllEditors,
  codeActions,
  expectedHost,
  faulty,
  findings,
  findingsOnce,
  memoryFiles,
  openText,
  replaceText,
  ruleIds,
  show,
  statusOnce,
  until,
  withSetting,
  workspaceFolder,
} from './client-support.ts';

const one = (found: readonly vscode.Diagnostic[]) => found.length === 1;
const none = (found: readonly vscode.Diagnostic[]) => found.length === 0;

const hotfixActions = async (document: vscode.TextDocument) => {
  const offered = await codeActions(document, new vscode.Range(0, 0, document.lineCount, 0));
  // VS Code's JSON support offers to sort any JSON.
  return offered.filter(({ title }) => title !== 'Sort JSON');
};

describe('Findings', () => {
  const registrations: vscode.Disposable[] = [];
  afterEach(async () => {
    await closeAllEditors();
    for (const registration of registrations.splice(0)) registration.dispose();
  });

  it('go away when the config is closed', async () => {
    const { uri } = await openText('closed-hotfix.json', faulty);
    await findingsOnce(uri, one);
    await closeAllEditors();
    await findingsOnce(uri, none);
  });

  it('appear in a document that was never saved, with quick fixes', async () => {
    const document = await show(vscode.Uri.from({ scheme: 'untitled', path: '/new-hotfix.json' }));
    await vscode.languages.setTextDocumentLanguage(document, 'json');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), faulty);
    await vscode.workspace.applyEdit(edit);
    await findingsOnce(document.uri, one);
    assert.isNotEmpty(await hotfixActions(document));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  // The schemes of the extensions for pull requests and for repositories on GitHub.
  for (const scheme of ['review', 'pr', 'githubcommit', 'gitpr', 'vscode-vfs']) {
    it(`appear in a file under review (${scheme}:), which is offered no edit`, async () => {
      registrations.push(
        vscode.workspace.registerFileSystemProvider(scheme, memoryFiles(new TextEncoder().encode(faulty)), {
          isReadonly: true,
        }),
      );
      const query = '{"commit":"0123456","path":"aks-node-controller-hotfix.json"}';
      const path = '/repository/aks-node-controller-hotfix.json';
      const authority = scheme === 'vscode-vfs' ? 'github' : '';
      const document = await show(vscode.Uri.from({ scheme, authority, path, query }));
      await findingsOnce(document.uri, one);
      assert.isEmpty(await hotfixActions(document));
    });
  }

  it('appear in the text that another extension provides, which is offered no edit', async () => {
    registrations.push(
      vscode.workspace.registerTextDocumentContentProvider('provided', {
        provideTextDocumentContent: () => faulty,
      }),
    );
    const document = await show(
      vscode.Uri.from({ scheme: 'provided', path: '/repository/fleet.hotfix.json' }),
    );
    await findingsOnce(document.uri, one);
    assert.isEmpty(await hotfixActions(document));
  });

  it('appear on both sides of a git diff, without edits for the old one', async function () {
    // The Git extension runs in the other host of a web window.
    if (expectedHost === 'web') this.skip();
    const { uri } = await openText('repository/aks-node-controller-hotfix.json', faulty);
    const old = await commit(uri);
    await vscode.commands.executeCommand('vscode.diff', old, uri);
    await findingsOnce(old, one);
    await findingsOnce(uri, one);
    assert.isEmpty(await hotfixActions(await vscode.workspace.openTextDocument(old)));
    assert.isNotEmpty(await hotfixActions(await vscode.workspace.openTextDocument(uri)));
  });

  it("appear in a file that the settings name, and go when they don't any more", async () => {
    const { uri } = await openText('pins/nodes.json', faulty);
    await withSetting('hotfixConfig.files', ['pins/*.json'], async () => {
      await findingsOnce(uri, one);
      await statusOnce((status) => status !== undefined);
    });
    await findingsOnce(uri, none);
    await statusOnce((status) => status === undefined);
  });

  it('stay up to date in all open configs when the settings name one more', async () => {
    const configs: vscode.TextDocument[] = [];
    for (const name of ['first-hotfix.json', 'second-hotfix.json', 'third-hotfix.json']) {
      const config = await openText(name, faulty);
      // Otherwise the next one has the same name.
      await vscode.commands.executeCommand('workbench.action.keepEditor');
      await findingsOnce(config.uri, one);
      configs.push(config);
    }
    await withSetting('hotfixConfig.files', ['pins/*.json'], async () => {
      const { uri } = await openText('pins/later.json', faulty);
      await findingsOnce(uri, one);
      for (const config of configs) {
        await replaceText(config, faulty.replace('"v202604.01.3"', '"v202604.01.3", "202605.30": ""'));
        await findingsOnce(config.uri, (found) => found.length === 2);
      }
    });
  });

  it('appear in a file that the project settings above it name', async () => {
    const settings = vscode.Uri.joinPath(workspaceFolder(), 'project/.hotfixrc.json');
    await vscode.workspace.fs.writeFile(settings, new TextEncoder().encode('{ "files": ["rollout.json"] }'));
    const { uri } = await openText('project/rollout.json', faulty);
    await findingsOnce(uri, one);
  });

  it('appear in a file that project settings name, although VS Code has not reported them', async () => {
    // The server looks for project settings when it starts.
    await findingsOnce((await openText('running-hotfix.json', faulty)).uri, one);
    await withSetting('files.watcherExclude', { '**/unwatched/**': true }, async () => {
      const folder = vscode.Uri.joinPath(workspaceFolder(), 'unwatched');
      const settings = vscode.Uri.joinPath(folder, '.hotfixrc.json');
      await vscode.workspace.fs.createDirectory(folder);
      await vscode.workspace.fs.writeFile(
        settings,
        new TextEncoder().encode('{ "files": ["rollout.json"] }'),
      );
      const { uri } = await openText('unwatched/rollout.json', faulty);
      await findingsOnce(uri, one);
    });
  });

  it("say once that nodes ignore the file, and report other syntax only if VS Code's JSON support does not", async () => {
    const { uri } = await openText('syntax-hotfix.json', `${faulty.replace('.3"', '.3",')} // why`);
    const syntaxFindings = (count: number) => (found: readonly vscode.Diagnostic[]) =>
      ruleIds(found).filter((id) => id === 'json-syntax').length === count;
    const found = await findingsOnce(uri, syntaxFindings(1));
    assert.include(found.map(({ message }) => message).join('\n'), 'Nodes ignore the whole file.');
    await withSetting('json.validate.enable', false, async () => {
      await findingsOnce(uri, syntaxFindings(2));
    });
    await findingsOnce(uri, syntaxFindings(1));
  });

  it('stay away from JSON that nothing names', async () => {
    const { uri } = await openText('other.json', faulty);
    const config = await openText('beside-hotfix.json', faulty);
    await findingsOnce(config.uri, one);
    assert.isEmpty(findings(uri));
  });
});

interface Git {
  getAPI(version: 1): {
    init(folder: vscode.Uri): Promise<{
      add(paths: string[]): Promise<void>;
      commit(message: string): Promise<void>;
      setConfig(key: string, value: string): Promise<string>;
    } | null>;
    toGitUri(uri: vscode.Uri, ref: string): vscode.Uri;
  };
}

/** Makes the file's folder a repository, commits the file and returns the address of that revision. */
async function commit(file: vscode.Uri): Promise<vscode.Uri> {
  const git = (await vscode.extensions.getExtension<Git>('vscode.git')?.activate())?.getAPI(1);
  const repository = await git?.init(vscode.Uri.joinPath(file, '..'));
  if (!git || !repository) throw new Error('The Git extension made no repository.');
  await repository.setConfig('user.name', 'Test');
  await repository.setConfig('user.email', 'test@example.com');
  await repository.add([file.fsPath]);
  await repository.commit('Add a config');
  return git.toGitUri(file, 'HEAD');
}

describe('Project settings', () => {
  it('take comments and trailing commas without a word from VS Code’s JSON support', async function () {
    // The JSON support runs in the other host here, and cannot read a schema from this one.
    if (expectedHost === 'web') this.skip();
    const { uri, languageId } = await show(vscode.Uri.from({ scheme: 'untitled', path: '/.hotfixrc.json' }));
    assert.equal(languageId, 'jsonc');
    const edit = new vscode.WorkspaceEdit();
    // The missing colon is what the JSON support reports.
    edit.insert(uri, new vscode.Position(0, 0), '{\n  // why\n  "files": ["a",],\n  "rules": {},\n  "b"\n}');
    await vscode.workspace.applyEdit(edit);
    // The JSON support may find the schema of the file only after a first check.
    await until('only the missing colon to be reported', [vscode.languages.onDidChangeDiagnostics], () => {
      const found = vscode.languages.getDiagnostics(uri).filter(({ source }) => source !== 'hotfix');
      return found.map(({ range }) => range.start.line).join() === '5' || undefined;
    });
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
