import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { useSession } from './session.ts';

const session = useSession({
  files: { 'README.md': '# Fleet\n' },
  open: 'README.md',
  settings: { 'hotfixConfig.bundledRecord': true },
});
const config = () => path.join(session.workspace.folder, 'fleet-hotfix.json');

test('From an empty folder to a clean config, by keyboard alone, in a film strip of eight pictures', async () => {
  const { window } = session;
  const { page } = window;
  const rows = page.locator('.quick-input-list .monaco-list-row');
  const started = Date.now();

  await window.ask('F1', '>Hotfix Config: New');
  await rows.filter({ hasText: 'New Config' }).first().waitFor();
  await window.screenshot('strip-1-command');
  await window.press('Enter');
  await page.locator('.quick-input-title', { hasText: 'New Hotfix Config' }).waitFor();
  await window.type('fleet');
  await window.screenshot('strip-2-path');
  await window.press('Enter');

  await rows.filter({ hasText: 'supported until' }).first().waitFor();
  await window.press('ArrowDown', 'ArrowDown', 'Space', 'ArrowDown', 'Space');
  await page.locator('.quick-input-count', { hasText: '2 Selected' }).waitFor();
  await window.screenshot('strip-3-bases');
  await window.press('Enter');
  await window.waitForText('upgrades 1 of 1');
  await window.screenshot('strip-4-entries');

  // Typed by hand: a date as key, and quotes of a word processor.
  await window.press('End');
  await window.type(',\n‘2026-08-20’: “202608.20.1”');
  await window.squiggles('error').first().waitFor({ state: 'attached' });
  await window.screenshot('strip-5-faults');
  await window.press('Control+.');
  await page
    .locator('.action-widget .monaco-list-row.action', { hasText: 'double quotes' })
    .first()
    .waitFor();
  await window.screenshot('strip-6-menu');
  await window.press('Enter');
  await window.waitForText('"202608.20.1"');
  await window.press('F8');
  await window.press('Escape');
  await window.quickFix('Change key to "202608.20"');
  await window.waitForText('"202608.20": "202608.20.1"');
  await window.waitForSquiggles('error', 0);
  await window.screenshot('strip-7-fixed');
  await window.save();
  await window.runCommand('Hotfix Config: Preview Upgrade Coverage');
  const view = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  await view.locator('.summary', { hasText: '3 of 3 entries apply' }).waitFor();
  await window.screenshot('strip-8-picture');

  const { hotfixes } = JSON.parse(await readFile(config(), 'utf8')) as { hotfixes: Record<string, string> };
  expect(Object.keys(hotfixes)).toHaveLength(3);
  console.log(`${Math.round((Date.now() - started) / 1000)} seconds`);
});
