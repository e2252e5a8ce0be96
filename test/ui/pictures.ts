// Takes the pictures of README and walkthrough from a real window. Look at them before committing, and reduce them to
// 40 colors ("pngquant 40 --speed 1 --ext .png --force --strip FILES"), which is a third of the size.
import { cp } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { remoteUri, windowAddress } from '../../tools/editor/address.ts';
import { oldest, root } from '../../tools/editor/editions.ts';
import { fetchEditor } from '../../tools/editor/fetch.ts';
import { createProfile, removeProfile } from '../../tools/editor/profile.ts';
import { installExtension, startServer } from '../../tools/editor/server.ts';
import { trustingSettings } from '../../tools/editor/settings.ts';
import { launchHeadless } from '../support/headless.ts';
import { packagedExtension } from '../vscode/options.ts';
import { takeComment } from './comment-picture.ts';
import { takeWalkthrough } from './walkthrough-pictures.ts';
import { EditorWindow } from './window.ts';

const faulty = 'parts/linux/cloud-init/artifacts/aks-node-controller-hotfix.json';

async function main(): Promise<void> {
  await inWindow('Default Light Modern', async (window, browser) => {
    await takeAll(window);
    await takeComment(browser);
    await takeWalkthrough(window, 'light');
  });
  await inWindow('Default Dark Modern', (window) => takeWalkthrough(window, 'dark'));
}

async function inWindow(
  theme: string,
  act: (window: EditorWindow, browser: Browser) => Promise<void>,
): Promise<void> {
  const editor = await fetchEditor(oldest, console.log);
  const profile = await createProfile({
    ...trustingSettings,
    'workbench.colorTheme': theme,
    'editor.minimap.enabled': false,
    'git.enabled': false,
  });
  // A copy, because the window saves what is fixed in it.
  const folder = path.join(profile.folder, 'examples');
  await cp(path.join(root, 'examples'), folder, { recursive: true });
  await installExtension(editor, profile, packagedExtension());
  const server = await startServer(editor, profile);
  const browser = await launchHeadless(console.log);
  try {
    const page = await browser.newPage({ viewport: { width: 1180, height: 720 }, deviceScaleFactor: 1 });
    page.setDefaultTimeout(300_000);
    const payload = [['openFile', remoteUri(server.address, `${folder}/${faulty}`)]] as const;
    await page.goto(windowAddress(server.address, { folder }, payload));
    const window = new EditorWindow(page);
    await window.ready();
    await window.fileIsOpen(path.basename(faulty));
    await act(window, browser);
  } finally {
    await browser.close();
    await server.stop();
    await removeProfile(profile);
  }
}

async function takeAll(window: EditorWindow): Promise<void> {
  const { page } = window;
  const editor = page.locator('.editor-group-container.active .editor-container');
  const take = (name: string, target: typeof page | typeof editor = page) =>
    target.screenshot({ path: path.join(root, 'assets', `${name}.png`) });
  const small = { width: 1180, height: 500 };
  await window.waitForText('upgrades 1 of 1');
  await window.lens.waitFor();

  await page.keyboard.press('Control+Shift+M');
  await page.locator('.markers-panel-container .monaco-list-row').first().waitFor();
  await take('screenshots/findings');
  await page.keyboard.press('Control+J');

  await page.locator('.editor-group-container.active .view-line').first().click();
  await page.setViewportSize(small);
  await window.goTo(7, 26);
  await window.quickFixes();
  await take('screenshots/quick-fix', editor);
  await page.keyboard.press('Escape');

  await window.openFile('clean-hotfix.json');
  await window.waitForText('upgrades 1 of 1');
  await window.lens.waitFor();
  await window.hover(window.word('202607.20.2'), 'known baked version');
  await take('screenshots/hover', editor);
  await window.moveMouseAway();

  // High enough for the months in which nodes upgrade.
  await page.setViewportSize({ width: 1180, height: 860 });
  await window.runCommand('Hotfix Config: Preview Upgrade Coverage');
  const view = page.frameLocator('iframe.webview.ready').frameLocator('iframe');
  await view.getByText('Which nodes upgrade?').waitFor();
  // The mouse is over a file, whose tooltip has a path of this machine.
  await window.moveMouseAway();
  await take('screenshots/coverage');
}

void main();
