import { execFileSync } from 'node:child_process';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { expect, test } from 'vitest';
import { agentBaker } from './agent-baker.ts';
import { useSession } from './session.ts';

const config = 'parts/linux/cloud-init/artifacts/aks-node-controller-hotfix.json';
const text = (patch: string) => `{
  "hotfixes": {
    "202607.20": "202607.20.${patch}",
    "202608.06": "202608.06.3"
  }
}
`;
const session = useSession({
  files: {
    [config]: text('2'),
    // These bases are always inside their support window.
    '.hotfixrc.json': '{ "supportWindowMonths": 120 }\n',
    ...agentBaker,
  },
  open: config,
  settings: { 'editor.codeLens': true },
});

const view = (): FrameLocator =>
  session.window.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
const rows = () =>
  expect.poll(() => view().locator('.changes tbody tr').allInnerTexts(), { timeout: 120_000 });
const lens = (title: string) =>
  session.window.page.locator('.codelens-decoration a', { hasText: title }).first();
const choice = (label: string) =>
  session.window.page.locator('.quick-input-list .monaco-list-row', { hasText: label }).first();

function git(...args: string[]): string {
  const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgSign=false'];
  return execFileSync('git', [...who, ...args], { cwd: session.workspace.folder, encoding: 'utf8' }).trim();
}

async function compareWith(way: string): Promise<void> {
  await session.window.ask('F1', '>Hotfix Config: Compare Coverage With…');
  // The command asks in the same place, so it is not seen to close.
  await choice('Compare Coverage With').click();
  await choice(way).click();
}

/** Types into the list of revisions and takes what it offers. */
async function choose(revision: string): Promise<void> {
  const { page } = session.window;
  await page.locator('.quick-input-widget input[placeholder*="Choose or type"]').fill(revision);
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: revision }).waitFor();
  await page.keyboard.press('Enter');
}

async function messageOnce(part: string): Promise<void> {
  const message = session.window.page.locator('.notification-toast', { hasText: part });
  await message.waitFor();
  await message.hover();
  await message.locator('.codicon-notifications-clear').click();
  await message.waitFor({ state: 'hidden' });
}

test('A lens above "hotfixes" counts what upgrades and what is lost, and opens the picture', async () => {
  const { window } = session;
  await lens('2 upgrade').waitFor();
  await lens('2 upgrade').click();
  await view().locator('h1', { hasText: 'Which nodes upgrade?' }).waitFor();
  await window.page.locator('.editor-instance .view-line').first().click();
  await window.goTo(3, 5);
  await window.press('Control+Shift+K');
  await lens('1 upgrades · 1 lost against HEAD').click();
  await view().locator('h1', { hasText: 'What changes since HEAD?' }).waitFor();
  await rows().toEqual(['lost\t202607.20.0\tupgrades to 202607.20.2\tstays as baked']);
});

test.each([
  ['light', 'Default Light Modern', /vscode-light/],
  ['dark', 'Default Dark Modern', /vscode-dark/],
  ['high-contrast', 'Default High Contrast', /vscode-high-contrast/],
])('Both are drawn in the colors of a theme: %s', async (name, theme, className) => {
  const { window, workspace } = session;
  await mkdir(path.join(workspace.folder, '.vscode'), { recursive: true });
  await writeFile(
    path.join(workspace.folder, '.vscode/settings.json'),
    JSON.stringify({ 'workbench.colorTheme': theme }),
  );
  await expect
    .poll(() => view().locator('body').getAttribute('class'), { timeout: 120_000 })
    .toMatch(className);
  const colorOf = (selector: string) =>
    view()
      .locator(selector)
      .first()
      .evaluate((element) => element.ownerDocument.defaultView.getComputedStyle(element).color);
  expect(await colorOf('.loss .kind')).not.toBe(await colorOf('.loss td:nth-child(2)'));
  await window.screenshot(`compare-${name}`);
});

test('The setting turns the lens off', async () => {
  const { workspace } = session;
  const settings = path.join(workspace.folder, '.vscode/settings.json');
  await writeFile(settings, JSON.stringify({ 'hotfixConfig.codeLens': false }));
  await lens('against HEAD').waitFor({ state: 'hidden' });
  await writeFile(settings, '{}');
  await lens('against HEAD').waitFor();
});

test('The merge base is offered with the default branch first', async () => {
  const { window, workspace } = session;
  await window.page.locator('.editor-instance .view-line').first().click();
  await window.press('Control+Z');
  await window.page.locator('.editor-group-container.active .tab.active:not(.dirty)').waitFor();
  git('branch', 'archive');
  git('checkout', '--quiet', '-b', 'raise');
  await writeFile(path.join(workspace.folder, config), text('3'));
  git('commit', '--quiet', '--all', '--message', 'Raise 202607.20');
  await window.waitForText('"202607.20": "202607.20.3"');
  await compareWith('Merge Base With a Branch');
  const first = window.page.locator('.quick-input-list .monaco-list-row').first();
  await first.filter({ hasText: 'default branch' }).waitFor();
  expect(await first.textContent()).toContain('master');
  await choice('archive').waitFor();
  await window.screenshot('compare-branches');
  await choose('master');
  const base = git('rev-parse', '--short=7', 'master');
  await view()
    .locator('h1', { hasText: `What changes since the merge base with master (${base})?` })
    .waitFor();
  await rows().toEqual(['changed\t202607.20.0\tupgrades to 202607.20.2\tupgrades to 202607.20.3']);
});

test('A revision is a commit of the file, a branch, a tag, or typed', async () => {
  const { window } = session;
  git('tag', 'before', 'master');
  await compareWith('Revision…');
  await choice('Raise 202607.20').waitFor();
  for (const label of ['Add configs', 'archive', 'before']) await choice(label).waitFor();
  await window.screenshot('compare-revisions');
  await choose('before');
  await view().locator('h1', { hasText: 'What changes since before (' }).waitFor();
  await compareWith('Revision…');
  await choose('HEAD~1');
  await view().locator('h1', { hasText: 'What changes since HEAD~1 (' }).waitFor();
  await rows().toEqual(['changed\t202607.20.0\tupgrades to 202607.20.2\tupgrades to 202607.20.3']);
});

test('A revision without the file, or that git does not know, says what to do', async () => {
  const { window } = session;
  const tree = git('mktree', '--missing');
  git('tag', 'nothing', git('commit-tree', tree, '-m', 'Nothing'));
  await compareWith('Revision…');
  await choose('nothing');
  await messageOnce('does not exist at nothing (');
  for (const revision of ['no-such-branch', '--output=hotfix.txt', 'HEAD:README']) {
    await compareWith('Revision…');
    await choose(revision);
    await messageOnce('is not a revision in this clone. Check the name.');
  }
  await compareWith('Merge Base With a Branch');
  await choose('nothing');
  await messageOnce('have no common commit in this clone');
  expect(git('status', '--porcelain', '--untracked-files=all')).not.toContain('hotfix.txt');
  // The last comparison stays.
  await view().locator('h1', { hasText: 'What changes since HEAD~1 (' }).waitFor();
  expect(await window.interruptions()).toEqual([]);
});

const listInput = () => session.window.page.locator('.quick-input-widget input[type="text"]');

/** Asks what to compare with until the list says why there is no commit: VS Code notices changes of `.git` later. */
async function untilListSays(problem: string): Promise<void> {
  const { window } = session;
  const says = async () => {
    await window.press('Escape');
    await window.ask('F1', '>Hotfix Config: Compare Coverage With…');
    await choice('Compare Coverage With').click();
    await choice('File…').waitFor();
    return listInput().getAttribute('placeholder');
  };
  await expect.poll(says, { timeout: 120_000 }).toContain(problem);
  expect(await window.page.locator('.quick-input-list .monaco-list-row').count()).toBe(1);
}

test('Without a repository, a file can be chosen, and the list says why there is nothing else', async () => {
  const { window, workspace } = session;
  const other = path.join(workspace.folder, 'before.json');
  await writeFile(other, '{ "version": "202608.14.2" }');
  await rename(path.join(workspace.folder, '.git'), path.join(workspace.folder, 'git'));
  await untilListSays('is not in an open git repository.');
  await choice('To compare with a commit, open the folder of its repository.').waitFor();
  await window.screenshot('compare-without-git');
  await choice('File…').click();
  await window.page.locator('.quick-input-title', { hasText: 'Compare Coverage With' }).waitFor();
  // The dialog first shows the folder of the config.
  await expect.poll(() => listInput().inputValue(), { timeout: 120_000 }).toContain('artifacts');
  await listInput().fill(other);
  await choice('before.json').click();
  await view().locator('h1', { hasText: 'What changes since before.json?' }).waitFor();
});

test('In a repository without commits, the list says to commit first', async () => {
  git('init', '--quiet');
  await untilListSays('This repository has no commits yet.');
  await choice('To compare with a commit, commit first.').waitFor();
});
