import path from 'node:path';
import { root } from '../../tools/editor/editions.ts';
import type { EditorWindow } from './window.ts';

/** Takes the steps of the walkthrough: what a user sees who opens the sample and fixes it. */
export async function takeWalkthrough(window: EditorWindow, theme: 'light' | 'dark'): Promise<void> {
  const { page } = window;
  const editor = page.locator('.editor-group-container.active .editor-container');
  const take = (name: string, target: typeof page | typeof editor = editor) =>
    target.screenshot({ path: path.join(root, `assets/walkthrough/${name}-${theme}.png`) });
  await window.runCommand('View: Close All Editors');
  await window.runCommand('View: Close Primary Side Bar');
  await page.setViewportSize({ width: 640, height: 360 });
  await window.runCommand('Hotfix Config: Open a Faulty Sample');
  await window.waitForSquiggles('error', 3);
  await window.lines.filter({ hasText: '"202607.29"' }).filter({ hasText: 'void' }).waitFor();
  await window.moveMouseAway();
  await take('findings');

  await window.quickFixes();
  await take('quick-fix');
  await page.keyboard.press('Escape');

  await page.setViewportSize({ width: 660, height: 480 });
  await window.hover(window.word('202607.20.3'), 'base-mismatch');
  await take('hover', page);
  await window.moveMouseAway();
  await page.setViewportSize({ width: 640, height: 360 });

  for (const [line, fix] of [
    [4, 'Change version to "202608.06.3"'],
    [5, 'Change version to "202607.29.3"'],
  ] as const) {
    await window.goTo(line, 27);
    await window.quickFix(fix);
  }
  await window.runCommand('Hotfix Config: Normalize Entries');
  await window.waitForSquiggles('error', 0);
  await window.lines
    .filter({ hasText: '"202608.20": "202608.20.1"' })
    .filter({ hasText: 'upgrades' })
    .waitFor();
  await page.locator('.codelens-decoration', { hasText: '3 upgrade' }).waitFor();
  await take('on-save');

  await page.setViewportSize({ width: 1000, height: 640 });
  await window.runCommand('Hotfix Config: Preview Upgrade Coverage');
  await page
    .frameLocator('iframe.webview.ready')
    .frameLocator('iframe')
    .getByText('Which nodes upgrade?')
    .waitFor();
  await window.moveMouseAway();
  await take('coverage', page);
}
