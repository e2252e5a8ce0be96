import { assert } from 'chai';
import * as vscode from 'vscode';
import {
  clean,
  closeAllEditors,
  expectedHost,
  isThere,
  openText,
  workspaceFolder,
} from './client-support.ts';

const tool = 'hotfixConfig_explain';

async function ask(input: object): Promise<string> {
  const { content } = await vscode.lm.invokeTool(tool, { input, toolInvocationToken: undefined });
  return content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('');
}

async function refusal(input: object): Promise<string> {
  try {
    return `It answered: ${await ask(input)}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function write(name: string, text: string): Promise<void> {
  const uri = vscode.Uri.joinPath(workspaceFolder(), name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

/** The part of Git's API that is needed to commit. */
interface GitSupport {
  getAPI(version: 1): {
    init(root: vscode.Uri): Promise<{
      setConfig(key: string, value: string): Promise<unknown>;
      commit(message: string, options: { all: 'tracked' | boolean }): Promise<void>;
    } | null>;
  };
}

async function commitAll(folder: vscode.Uri): Promise<void> {
  const git = await vscode.extensions.getExtension<GitSupport>('vscode.git')?.activate();
  const repository = await git?.getAPI(1).init(folder);
  if (!repository) throw new Error(`git made no repository in ${folder.path}`);
  await repository.setConfig('user.name', 'Test');
  await repository.setConfig('user.email', 'test@example.com');
  await repository.commit('Add a config', { all: true });
}

describe('A language model that asks about a hotfix config', () => {
  afterEach(() => closeAllEditors());

  it('is offered the tool', () => {
    const offered = vscode.lm.tools.find(({ name }) => name === tool);
    assert.include(offered?.description, 'baked version');
  });

  it('gets what nodes of a baked version do with a file that is not open, and why', async () => {
    await write('asked-hotfix.json', clean);
    const text = await ask({ file: 'asked-hotfix.json', baked: '202604.01.0' });
    assert.include(text, '"asked-hotfix.json": Nodes can read this file');
    assert.include(text, 'No known image has 202604.01.0');
    assert.match(
      text,
      /Controller binary of nodes baked with 202604\.01\.0: upgrades to 202604\.01\.3\.\n1\. /,
    );
    assert.include(text, 'Provisioning scripts of nodes baked with 202604.01.0: stays as baked.');
  });

  it('gets a description of the config in the active editor if it names none, unsaved changes included', async () => {
    const document = await openText('active-hotfix.json', '{}\n');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 0, 1, 0), clean);
    await vscode.workspace.applyEdit(edit);
    const text = await ask({ baked: '202604.01.0', compareWithHead: false });
    assert.include(text, '"active-hotfix.json", with changes that are not saved: Nodes can read this file');
    assert.notInclude(text, 'HEAD');
    assert.notInclude(text, 'compare');
    await document.save();
  });

  it('gets what nodes do differently than at HEAD, or that there is nothing to compare with', async () => {
    const file = 'committed/fleet-hotfix.json';
    await write(file, '{}\n');
    if (expectedHost === 'web') {
      assert.include(
        await ask({ file }),
        'There is nothing to compare with: the file is not in the last commit',
      );
      return;
    }
    await commitAll(vscode.Uri.joinPath(workspaceFolder(), 'committed'));
    await write(file, clean);
    const text = await ask({ file });
    assert.include(text, 'What nodes do differently than at HEAD:');
    assert.include(text, 'it stayed as baked at HEAD; now it upgrades to 202604.01.3');
  });

  it('gets a message that a file is not a config, or that nodes cannot read it', async () => {
    await write('deploy.json', clean);
    assert.include(await ask({ file: 'deploy.json' }), '"deploy.json" is not a hotfix config');
    await write('broken-hotfix.json', '{\n  "version": 7\n}\n');
    assert.match(await ask({ file: 'broken-hotfix.json' }), /cannot read.*\n\nLine 2: /);
  });

  it('gets nothing about a file behind a symbolic link out of the workspace', async function () {
    const link = 'linked/outside-hotfix.json';
    if (!(await isThere(vscode.Uri.joinPath(workspaceFolder(), link)))) return this.skip();
    assert.equal(
      await refusal({ file: link }),
      `"${link}" is not read: a symbolic link leads out of the workspace.`,
    );
  });

  it('gets a message that there is no such file, and which ones there are', async () => {
    await write('a-there-hotfix.json', clean);
    const message = await refusal({ file: 'nowhere-hotfix.json' });
    assert.include(message, 'There is no file "nowhere-hotfix.json" in the workspace.');
    assert.include(message, 'a-there-hotfix.json');
    for (const outside of ['../outside-hotfix.json', '/etc/hosts'])
      assert.include(await refusal({ file: outside }), `"${outside}" is not in the workspace`);
  });
});
