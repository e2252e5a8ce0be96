import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { useSession } from './session.ts';

const session = useSession({
  files: {
    'hotfix.json': '',
    '.hotfixrc.json': '',
    'old-hotfix.json': '{\n  "hotfixes": {\n    "202608.06": "202608.06.3"\n  }\n}\n',
  },
  open: 'hotfix.json',
  settings: { 'hotfixConfig.bundledRecord': true, 'workbench.colorTheme': 'Default Dark Modern' },
});
const onDisk = (name: string) => readFile(path.join(session.workspace.folder, name), 'utf8');

/** A command that opens another list. */
async function runCommandWithList(title: string): Promise<void> {
  const { window } = session;
  await window.ask('F1', `>Hotfix Config: ${title}`);
  await window.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: title }).waitFor();
  await window.press('Enter');
}

test('An empty file offers whole configs, with the version that each inserts', async () => {
  const { window } = session;
  await window.goTo(1, 1);
  await window.press('Control+Space');
  const rows = window.page.locator('.suggest-widget.visible .monaco-list-row');
  await rows.filter({ hasText: '"scripts_version"' }).waitFor();
  await window.screenshot('skeletons');
  await window.press('Enter');
  await window.waitForText('"hotfixes": {');
  await window.waitForText('.1"');
  await window.page.locator('.part.statusbar', { hasText: 'Ln 3, Col' }).waitFor();
  await window.screenshot('skeleton-inserted');
});

test('Add Hotfix lists the supported bases, and those that cannot get one with the reason', async () => {
  const { window } = session;
  await runCommandWithList('Add Hotfix');
  const rows = window.page.locator('.quick-input-list .monaco-list-row');
  await rows.filter({ hasText: 'supported until' }).first().waitFor();
  await window.screenshot('add-hotfix');
  await window.press('ArrowDown', 'Space', 'ArrowDown', 'Space');
  await window.page.locator('.quick-input-count', { hasText: '2 Selected' }).waitFor();
  await window.screenshot('add-hotfix-two');
  await window.press('Enter');
  await expect.poll(() => window.lines.count()).toBeGreaterThan(6);
  await window.screenshot('add-hotfix-done');
  await window.save();
  const { hotfixes } = JSON.parse(await onDisk('hotfix.json')) as { hotfixes: Record<string, string> };
  const bases = Object.keys(hotfixes);
  expect(bases).toHaveLength(3);
  expect(bases).toEqual([...bases].sort());
});

test('New Config asks for a path, creates the file and offers bases for it', async () => {
  const { window } = session;
  await runCommandWithList('New Config');
  const input = window.page.locator('.quick-input-widget input[type="text"]');
  await window.page.locator('.quick-input-title', { hasText: 'New Hotfix Config' }).waitFor();
  await input.fill('notes.json');
  await window.page.locator('.quick-input-message', { hasText: 'Use a name of hotfix configs' }).waitFor();
  await window.screenshot('new-config');
  await input.fill('test/canary-hotfix.json');
  await window.press('Enter');
  await window.page
    .locator('.quick-input-list .monaco-list-row', { hasText: 'supported until' })
    .first()
    .waitFor();
  await window.press('ArrowDown', 'Enter');
  await window.waitForText('.1"');
  await window.screenshot('new-config-done');
  expect(JSON.parse(await onDisk('test/canary-hotfix.json'))).toEqual({ hotfixes: {} });
});

test('.hotfixrc.json offers snippets', async () => {
  const { window } = session;
  await window.openFile('.hotfixrc.json');
  await window.goTo(1, 1);
  await window.press('Control+Space');
  const rows = window.page.locator('.suggest-widget.visible .monaco-list-row');
  await rows.filter({ hasText: 'Change the level of a rule' }).first().waitFor();
  await window.screenshot('rc-snippets');
  await rows.filter({ hasText: 'Change the level of a rule' }).first().click();
  await window.waitForText('"rules": {');
});

test('A new line behind the last entry offers bases, and gets the comma that is missing', async () => {
  const { window } = session;
  await window.openFile('old-hotfix.json');
  await window.goTo(3, 30);
  await window.press('End', 'Enter', 'Control+Space');
  const rows = window.page.locator('.suggest-widget.visible .monaco-list-row');
  await rows.filter({ hasText: '202608.14' }).first().waitFor();
  await window.screenshot('missing-comma');
  await window.press('Enter');
  await window.waitForText('"202608.06": "202608.06.3",');
  await window.screenshot('missing-comma-done');
});
