import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { useSession } from './session.ts';

const config = 'parts/linux/cloud-init/artifacts/aks-node-controller-hotfix.json';
const faulty = '{\n  "hotfixes": {\n    "202604.01": "202604.01."\n  }\n}\n';
const repaired = faulty.replace('202604.01."', '202604.01.1"');

const session = useSession({ files: { [config]: faulty }, open: config });
const onDisk = () => readFile(path.join(session.workspace.folder, config), 'utf8');

test('A window on a folder with a config shows its fault, and no toast and no question', async () => {
  const { window } = session;
  await window.waitForSquiggles('error', 1);
  expect(await window.interruptions()).toEqual([]);
});

test('The hover over the fault says what a node does', async () => {
  const { window } = session;
  const text = await window.hover(window.squiggles('error'), '"202604.01."');
  expect(text).toContain('empty-patch');
  await window.screenshot('hover');
  await window.moveMouseAway();
});

test('Ctrl+. repairs the entry, and saving brings it to the disk', async () => {
  const { window } = session;
  await window.waitForSquiggles('error', 1);
  await window.goTo(3, 25);
  await window.quickFix('202604.01.1');
  await window.waitForText('"202604.01": "202604.01.1"');
  await window.waitForSquiggles('error', 0);
  await window.save();
  await expect.poll(onDisk).toBe(repaired);
});

test('A squiggle appears while the user types, and disappears with the fault', async () => {
  const { window } = session;
  await window.goTo(3, 30);
  await window.type('.2');
  await window.waitForSquiggles('error', 1);
  await window.press('Backspace', 'Backspace');
  await window.waitForSquiggles('error', 0);
});

test('A git diff shows the faults on both sides', async () => {
  const { window } = session;
  await window.select(3, 19, 30);
  await window.type('dev');
  await window.save();
  const { before, after } = await window.openGitDiff();
  await before.locator('.squiggly-error').first().waitFor({ state: 'attached' });
  await after.locator('.squiggly-error').first().waitFor({ state: 'attached' });
  await window.screenshot('git-diff');
});
