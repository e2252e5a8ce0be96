import { assert } from 'chai';
import * as vscode from 'vscode';
import {
  clean,
  closeAllEditors,
  findingsOnce,
  openText,
  statusOnce,
  until,
  withSetting,
} from './client-support.ts';

const preview = () => vscode.commands.executeCommand('hotfixConfig.previewCoverage');
const { tabGroups } = vscode.window;

/** The tabs that hold a picture. */
function pictures(): vscode.Tab[] {
  const tabs = tabGroups.all.flatMap((group) => group.tabs);
  return tabs.filter(
    ({ input }) =>
      input instanceof vscode.TabInputWebview && input.viewType.includes('hotfixConfig.coverage'),
  );
}

/** The only picture, when its title has the name of the config. */
function pictureOf(name: string): Promise<vscode.Tab> {
  return until(`the picture of ${name}`, [tabGroups.onDidChangeTabs, tabGroups.onDidChangeTabGroups], () =>
    pictures().find(({ label }) => label === `Upgrade Coverage: ${name}`),
  );
}

async function openConfig(name: string): Promise<vscode.TextDocument> {
  const document = await openText(name, clean);
  await findingsOnce(document.uri, (found) => found.length === 0);
  await statusOnce((status) => status?.busy !== true && status !== undefined);
  return document;
}

describe('Preview Upgrade Coverage', () => {
  afterEach(() => closeAllEditors());

  it('opens a panel next to the config, which keeps the focus', async () => {
    const document = await openConfig('preview-hotfix.json');
    await preview();
    const picture = await pictureOf('preview-hotfix.json');
    assert.notEqual(picture.group.viewColumn, vscode.window.activeTextEditor?.viewColumn);
    assert.equal(vscode.window.activeTextEditor?.document, document);
  });

  it('opens one panel, even after several requests', async () => {
    await openConfig('preview-again-hotfix.json');
    await preview();
    await preview();
    await pictureOf('preview-again-hotfix.json');
    assert.lengthOf(pictures(), 1);
  });

  it('follows the active config, and stays with it where another kind of file becomes active', async () => {
    await openConfig('preview-first-hotfix.json');
    await preview();
    await pictureOf('preview-first-hotfix.json');
    const second = await openText('preview-second-hotfix.json', clean);
    await vscode.window.showTextDocument(second, { preview: false });
    await pictureOf('preview-second-hotfix.json');
    await openText('preview-notes.md', 'Notes.\n');
    await openText('preview-third-hotfix.json', clean);
    // An effect of the notes on the title would be visible by now.
    await pictureOf('preview-third-hotfix.json');
    assert.lengthOf(pictures(), 1);
  });

  it('leaves nothing when it is closed, and opens again', async () => {
    await openConfig('preview-closed-hotfix.json');
    await preview();
    await tabGroups.close(await pictureOf('preview-closed-hotfix.json'));
    assert.isEmpty(pictures());
    await preview();
    await pictureOf('preview-closed-hotfix.json');
  });
});

describe('Explain for Baked Version', () => {
  afterEach(() => closeAllEditors());

  it('asks for the version, and opens the panel with the steps of the chosen one', async () => {
    await withSetting('hotfixConfig.bakedVersions', ['202604.01.0'], async () => {
      await openConfig('explain-hotfix.json');
      await accept(vscode.commands.executeCommand('hotfixConfig.explainBaked'));
      await pictureOf('explain-hotfix.json');
    });
  });

  it('opens nothing when it is canceled', async () => {
    await openConfig('explain-not-hotfix.json');
    await accept(
      vscode.commands.executeCommand('hotfixConfig.explainBaked'),
      'workbench.action.closeQuickOpen',
    );
    assert.isEmpty(pictures());
  });
});

describe('Explain for Nodes', () => {
  afterEach(() => closeAllEditors());

  it('takes the list of nodes from the clipboard, and shows what they do in a document of its own', async () => {
    const name = 'AKSUbuntu-2204gen2containerd-202607.20.0';
    await vscode.env.clipboard.writeText(`${name}\n${name}\n`);
    await openConfig('nodes-hotfix.json');
    await accept(vscode.commands.executeCommand('hotfixConfig.explainNodes'));
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.uri.scheme, 'hotfix-nodes');
    assert.include(document?.getText(), '2 x AKSUbuntu-2204gen2containerd "202607.20.0"');
    assert.isFalse(document?.isDirty);
  });

  it('shows nothing when it is canceled', async () => {
    const document = await openConfig('nodes-not-hotfix.json');
    await accept(
      vscode.commands.executeCommand('hotfixConfig.explainNodes'),
      'workbench.action.closeQuickOpen',
    );
    assert.equal(vscode.window.activeTextEditor?.document, document);
  });
});

/** Does that to the list when it is open, which has no event, until the command has ended. */
async function accept(
  explained: Thenable<unknown>,
  command = 'workbench.action.acceptSelectedQuickOpenItem',
): Promise<void> {
  let isDone = false;
  const done = explained.then(() => {
    isDone = true;
  });
  const deadline = Date.now() + 10_000;
  while (!isDone) {
    if (Date.now() > deadline) throw new Error('The list was not open within 10 s.');
    await vscode.commands.executeCommand(command);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await done;
}
