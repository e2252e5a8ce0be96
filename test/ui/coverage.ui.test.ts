import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { FrameLocator, Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { agentBaker } from './agent-baker.ts';
import { useSession } from './session.ts';

const config = 'parts/linux/cloud-init/artifacts/aks-node-controller-hotfix.json';
const text = `{
  "hotfixes": {
    "202607.20": "202607.20.2",
    "202608.06": "202608.06.1"
  }
}
`;
const session = useSession({
  files: { [config]: text, ...agentBaker },
  open: config,
});

const view = (): FrameLocator =>
  session.window.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
const mark = (version: string): Locator => view().locator(`.mark[data-version="${version}"]`);
const total = (sign: string): Locator => view().locator(`.total.${sign} .number`);
const shown = (locator: Locator) => expect.poll(() => locator.textContent(), { timeout: 120_000 });

test('The button beside the tab opens the picture next to the config', async () => {
  const { window } = session;
  await window.waitForText('"202607.20": "202607.20.2"');
  await window.page.locator('.editor-actions [aria-label^="Preview Upgrade Coverage"]').click();
  await view().locator('.summary', { hasText: '2 of 2 entries apply' }).waitFor();
  await shown(total('upgrades')).toBe('2');
  await shown(total('not-listed')).toBe('9');
  expect(await mark('202607.20.0').getAttribute('aria-label')).toContain('upgrades to 202607.20.2');
});

test('It follows what is typed, without losing what is chosen', async () => {
  const { window } = session;
  await mark('202607.20.0').click();
  await view().locator('.steps-pane', { hasText: 'higher patch' }).waitFor();
  await window.page.locator('.editor-instance .view-line').first().click();
  await window.goTo(3, 30);
  await window.press('Backspace');
  await window.type('0');
  await shown(total('upgrades')).toBe('1');
  await shown(total('void')).toBe('1');
  await view().locator('.steps-pane', { hasText: 'Already at the patch of "202607.20.0"' }).waitFor();
  expect(await mark('202607.20.0').getAttribute('aria-selected')).toBe('true');
  await window.press('Backspace');
  await window.type('2');
  await shown(total('upgrades')).toBe('2');
});

test('The entry that the cursor is in is marked; a click puts it on an entry, and a button goes there', async () => {
  const { window } = session;
  await window.goTo(4, 10);
  await view().locator('.base.at-cursor[data-base="202608.06"]').waitFor();
  await mark('202607.20.0').click();
  await view().locator('.base.at-cursor[data-base="202607.20"]').waitFor();
  // The keyboard stays in the picture.
  expect(await window.page.evaluate('document.activeElement.tagName')).toBe('IFRAME');
  await view().getByRole('button', { name: 'Go to entry' }).click();
  await window.page.locator('.part.statusbar', { hasText: 'Ln 3' }).waitFor();
});

test('"Explain for Baked Version" opens the steps of a version that is chosen, or typed', async () => {
  const { window } = session;
  await window.goTo(4, 10);
  const explain = async (version: string) => {
    await window.ask('F1', '>Explain for Baked Version');
    await window.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'Explain' }).waitFor();
    await window.page.keyboard.press('Enter');
    const title = window.page.locator('.quick-input-title', { hasText: 'Explain for Baked Version' });
    await title.waitFor();
    await window.page.locator('.quick-input-widget input').fill(version);
    await window.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: version }).waitFor();
    if (version !== 'dev') await window.screenshot('coverage-pick');
    await window.page.keyboard.press('Enter');
    await title.waitFor({ state: 'hidden' });
  };
  await explain('202602.13.2');
  await view().locator('.steps-pane', { hasText: 'it is not listed' }).waitFor();
  await explain('dev');
  await view().locator('.steps-pane', { hasText: 'No known image has it' }).waitFor();
  await view().locator('.steps-pane', { hasText: '"dev" does not have three parts' }).waitFor();
  await view().locator('.steps-pane').getByRole('button', { name: 'Close' }).click();
});

test('Explain for Baked Version selects the newest version that a typed prefix begins', async () => {
  const { window } = session;
  await window.ask('F1', '>Explain for Baked Version');
  await window.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'Explain' }).waitFor();
  await window.page.keyboard.press('Enter');
  await window.page.locator('.quick-input-title', { hasText: 'Explain for Baked Version' }).waitFor();
  const rows = window.page.locator('.quick-input-list .monaco-list-row');
  await rows.first().waitFor();
  const newest = /\d{6}\.\d\d\.\d+/.exec((await rows.first().textContent()) ?? '')?.[0] ?? '';
  await window.type('20');
  await rows.and(window.page.locator('.focused')).filter({ hasText: newest }).waitFor();
  await window.screenshot('coverage-prefix');
  await window.page.keyboard.press('Escape');
});

test.each([
  ['dark', 'Default Dark Modern', /vscode-dark/],
  ['light', 'Default Light Modern', /vscode-light/],
  ['high-contrast', 'Default High Contrast', /vscode-high-contrast$/],
  ['high-contrast-light', 'Default High Contrast Light', /vscode-high-contrast-light/],
])('It is drawn in the colors of a theme: %s', async (name, theme, className) => {
  const { window, workspace } = session;
  await mkdir(path.join(workspace.folder, '.vscode'), { recursive: true });
  const settings = JSON.stringify({ 'workbench.colorTheme': theme });
  await writeFile(path.join(workspace.folder, '.vscode/settings.json'), settings);
  await expect
    .poll(() => view().locator('body').getAttribute('class'), { timeout: 120_000 })
    .toMatch(className);
  const { color, backgroundColor } = await view()
    .locator('body')
    .evaluate((body) => body.ownerDocument.defaultView.getComputedStyle(body));
  expect(color).not.toBe(backgroundColor);
  await mark('202607.20.0').click();
  await view().locator('.steps-pane', { hasText: 'higher patch' }).waitFor();
  await window.screenshot(`coverage-${name}`);
});

test('It is as it was when another tab has covered it', async () => {
  const { window } = session;
  await mark('202607.20.0').click();
  await view().locator('.steps-pane', { hasText: 'upgrades to 202607.20.2' }).waitFor();
  await window.openFile('linux_sig_version.json');
  await view().locator('.summary').waitFor({ state: 'hidden' });
  await window.page.locator('.tab', { hasText: 'Upgrade Coverage' }).click();
  await view().locator('.steps-pane', { hasText: 'upgrades to 202607.20.2' }).waitFor();
  expect(await mark('202607.20.0').getAttribute('aria-selected')).toBe('true');
});

test('It comes back with the window', async () => {
  const { window } = session;
  // The same address with another file. With the same file, a window does not reload.
  const address = new URL(window.page.url());
  address.searchParams.delete('payload');
  await window.page.goto(address.href);
  await window.ready();
  // A window saves only sometimes which tab is in front.
  await window.page.locator('.tab', { hasText: 'Upgrade Coverage' }).click();
  await view().locator('.summary', { hasText: '2 of 2 entries apply' }).waitFor();
  await shown(total('upgrades')).toBe('2');
});
