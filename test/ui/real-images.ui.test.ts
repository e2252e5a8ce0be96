import type { FrameLocator, Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { useSession } from './session.ts';

const config = 'parts/linux/cloud-init/artifacts/aks-node-controller-hotfix.json';
const text = `{
  "hotfixes": {
    "202607.09": "202607.09.3",
    "202607.20": "202607.20.3"
  }
}
`;

/** An official branch: no release notes, and the version of the branch. */
const session = useSession({
  files: { [config]: text, 'pkg/agent/datamodel/linux_sig_version.json': '{"version": "202607.20.0"}\n' },
  open: config,
  settings: { 'hotfixConfig.bundledRecord': true },
});

const view = (): FrameLocator =>
  session.window.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
const mark = (version: string): Locator => view().locator(`.mark[data-version="${version}"]`);

test('Hints and hovers say what the images of each base do', async () => {
  const { window } = session;
  await window.waitForText('upgrades 1 of 1');
  await window.waitForText('upgrades 0 of 1');
  const reached = await window.hover(window.word('202607.20.3'), 'upgrades 1 of 1 known baked version');
  expect(reached).toContain('on 21 of 27 images; cannot on');
  await window.screenshot('real-images-hover-202607.20');
  await window.moveMouseAway();
  const unreached = await window.hover(
    window.word('202607.09.3'),
    'stays: its controller cannot apply hotfixes',
  );
  expect(unreached).toContain('its controller reports "dev", so it cannot compare versions');
  await window.screenshot('real-images-hover-202607.09');
  await window.moveMouseAway();
});

test('The picture has a sign for versions that cannot upgrade, and lists the images of one with what they do', async () => {
  const { window } = session;
  await window.page.locator('.editor-actions [aria-label^="Preview Upgrade Coverage"]').click();
  await view().locator('.summary', { hasText: '1 of 2 entries apply' }).waitFor();
  expect(await mark('202607.09.0').getAttribute('aria-label')).toContain('cannot upgrade');
  await mark('202607.09.0').click();
  await view()
    .locator('.step', {
      hasText: 'The image "202607.09.0" carries a controller that reports "dev": it cannot compare versions.',
    })
    .waitFor();
  await window.screenshot('real-images-coverage-202607.09');
  await mark('202607.20.0').click();
  await view()
    .locator('summary', { hasText: '21 of 27 images install it, 3 cannot, 3 not on record' })
    .click();
  await window.screenshot('real-images-coverage-202607.20');
});

test('A served map from the clipboard changes the picture, until the user goes without it', async () => {
  const { window } = session;
  await window.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await window.page.evaluate(
    `navigator.clipboard.writeText('{ "hotfixes": { "202608.20": "202608.20.3" } }')`,
  );
  await view().locator('button', { hasText: 'With served map…' }).click();
  await window.page.locator('.quick-input-list .monaco-list-row', { hasText: 'clipboard' }).click();
  await view().locator('.served', { hasText: 'The served map (1 entry) replaces "hotfixes".' }).waitFor();
  await mark('202608.20.0').click();
  await view().locator('.step', { hasText: 'finds "202608.20.3"' }).waitFor();
  await window.screenshot('real-images-served');
  await view().locator('.served button').click();
  await view().locator('.served').waitFor({ state: 'hidden' });
});
