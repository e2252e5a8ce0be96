import { expect, test } from 'vitest';
import { useSession } from './session.ts';

const session = useSession({
  files: { 'notes.json': '{}\n' },
  settings: { 'hotfixConfig.bundledRecord': true },
});

test('The walkthrough opens a faulty sample, which its fixes make correct', async () => {
  const { window } = session;
  const { page } = window;
  // This command asks which one.
  await window.ask('F1', '>Welcome: Open Walkthrough...');
  for (const choice of ['Open Walkthrough...', 'Check a hotfix config'])
    await page.locator('.quick-input-list .monaco-list-row', { hasText: choice }).first().click();
  const steps = page.locator('.getting-started-step');
  await steps.first().waitFor();
  expect(await steps.count()).toBe(5);
  for (const [i, step] of (await steps.all()).entries()) {
    if (i > 0) await step.locator('.step-title').click();
    const picture = page.locator('.getting-started-media img').first();
    await picture.waitFor();
    const widthOf = (image: { readonly naturalWidth?: number }) => image.naturalWidth;
    await expect.poll(() => picture.evaluate(widthOf), { timeout: 30_000 }).toBeGreaterThan(300);
    await window.screenshot(`walkthrough-${i + 1}`);
  }
  await steps.first().locator('.step-title').click();
  await page.getByRole('button', { name: 'Open a Faulty Sample', exact: true }).click();
  await window.fileIsOpen('sample-hotfix.json');
  await window.waitForSquiggles('error', 3);
  await window.quickFix('Change version to "202608.06.3"');
  await window.waitForSquiggles('error', 2);
  await window.goTo(5, 27);
  await window.quickFix('Change version to "202607.29.3"');
  await window.waitForSquiggles('error', 1);
  await window.runCommand('Hotfix Config: Normalize Entries');
  await window.waitForSquiggles('error', 0);
  await window.lines.filter({ hasText: '"202608.20": "202608.20.1"' }).waitFor();
  await window.runCommand('Hotfix Config: Preview Upgrade Coverage');
  const view = page.frameLocator('iframe.webview.ready').frameLocator('iframe');
  await view.locator('.total.upgrades .number', { hasText: '3' }).waitFor();
});

test('The sample that is open already keeps what the user changed in it', async () => {
  const { window } = session;
  await window.runCommand('Hotfix Config: Open a Faulty Sample');
  await window.fileIsOpen('sample-hotfix.json');
  await window.waitForSquiggles('error', 0);
});
