import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { useSession } from './session.ts';

const config = 'fleet-hotfix.json';
const faulty =
  '{\n  "hotfixes": {\n    "202607.20": "202608.06.3",\n    "202608.6": "202608.06.3"\n  },\n  "202608.14": "202608.14.5"\n}\n';

const files = {
  [config]: faulty,
  'empty-hotfix.json': '{}\n',
  'pasted-hotfix.json': '{\n  "hotfixes": {\n    ‘2026-08-20’: “202608.20.1”\n  }\n}\n',
};
const session = useSession({ files, open: config });
const onDisk = (name: string) => readFile(path.join(session.workspace.folder, name), 'utf8');

test('A menu has the fixes of the finding, then all safe ones, the level of its rule, and the rule', async () => {
  const { window } = session;
  await window.waitForSquiggles('error', 2);
  await window.goTo(3, 22);
  const titles = await window.quickFixes();
  await window.screenshot('menu');
  expect(titles.map((title) => title.replaceAll('\u00a0', ' '))).toEqual([
    'Change version to "202607.20.3"',
    'Apply all safe fixes to this file',
    'Change level of base-mismatch in .hotfixrc.json…',
    'Show rule base-mismatch',
  ]);
  await window.press('Escape');
});

test('What is done about a rule follows all fixes, also of what the JSON support reports', async () => {
  const { window } = session;
  await window.openFile('pasted-hotfix.json');
  await window.squiggles('error').first().waitFor({ state: 'attached' });
  await window.goTo(3, 30);
  const titles = await window.quickFixes();
  await window.screenshot('menu-of-quotes');
  const kinds = titles.map((title) => (/^(?:Change\s+level|Show\s+rule)/u.test(title) ? 'rule' : 'fix'));
  expect(kinds).toContain('fix');
  expect(kinds).toEqual(kinds.toSorted());
  expect(new Set(titles).size).toBe(titles.length);
  await window.press('Escape');
  await window.openFile(config);
});

test('A base at the top level moves into the map', async () => {
  const { window } = session;
  await window.goTo(6, 6);
  await window.quickFix('Move "202608.14" into "hotfixes"');
  await window.waitForText('    "202608.14": "202608.14.5"');
  await window.screenshot('moved');
});

test('All safe fixes are applied from the menu of another finding', async () => {
  const { window } = session;
  await window.goTo(3, 22);
  await window.quickFix('Apply all safe fixes to this file');
  await window.waitForText('"202608.06": "202608.06.3"');
  await window.waitForSquiggles('error', 1);
});

test('The level of a rule is chosen from a list, written to .hotfixrc.json and saved', async () => {
  const { window } = session;
  await window.goTo(3, 22);
  await window.quickFix('Change level of base-mismatch');
  const rows = window.page.locator('.quick-input-list .monaco-list-row');
  await rows.filter({ hasText: '(current)' }).waitFor();
  await window.screenshot('level');
  await rows.filter({ hasText: 'off' }).first().click();
  await window.waitForSquiggles('error', 0);
  await expect
    .poll(async () => JSON.parse(await onDisk('.hotfixrc.json')))
    .toEqual({ rules: { 'base-mismatch': 'off' } });
});

test('The page of the rule opens from the menu', async () => {
  const { window } = session;
  await window.goTo(4, 22);
  await window.type('.1');
  await window.waitForSquiggles('error', 1);
  await window.quickFix('Show rule malformed-version');
  await window.page.locator('.tab.active', { hasText: 'malformed-version' }).waitFor();
  await window.screenshot('rule-page');
});

test('A config that names no hotfix is deleted, with its tab', async () => {
  const { window } = session;
  await window.openFile('empty-hotfix.json');
  await window.goTo(1, 1);
  await window.quickFix('Delete the file');
  await window.page.locator('.tab', { hasText: 'empty-hotfix.json' }).waitFor({ state: 'detached' });
  expect(existsSync(path.join(session.workspace.folder, 'empty-hotfix.json'))).toBe(false);
});
