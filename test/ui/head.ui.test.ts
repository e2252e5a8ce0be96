import type { FrameLocator } from 'playwright-core';
import { expect, test } from 'vitest';
import { agentBaker } from './agent-baker.ts';
import { useSession } from './session.ts';

const config = 'parts/linux/cloud-init/artifacts/aks-node-controller-hotfix.json';
const session = useSession({
  files: {
    [config]: `{
  "hotfixes": {
    "202607.20": "202607.20.2",
    "202608.06": "202608.06.3"
  }
}
`,
    // These bases are always inside their support window.
    '.hotfixrc.json': '{ "supportWindowMonths": 120 }\n',
    ...agentBaker,
  },
  open: config,
});

const view = (): FrameLocator =>
  session.window.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
const rows = () =>
  expect.poll(() => view().locator('.changes tbody tr').allInnerTexts(), { timeout: 120_000 });

test('A patch that is lower than at HEAD is an error as it is typed, and a hint says what it was', async () => {
  const { window } = session;
  await window.waitForText('"202608.06": "202608.06.3"');
  await window.goTo(4, 30);
  await window.press('Backspace');
  await window.type('1');
  await window.waitForSquiggles('error', 1);
  await window.waitForText('was 202608.06.3');
  const text = await window.hover(window.squiggles('error').first(), 'patch-lowered');
  expect(text).toContain('"202608.06.3"');
  await window.screenshot('head-lowered');
  await window.moveMouseAway();
});

test('An entry that was removed since HEAD has a squiggle, and Ctrl+. restores it', async () => {
  const { window } = session;
  await window.goTo(3, 5);
  await window.press('Control+Shift+K');
  await window.waitForSquiggles('error', 2);
  await window.goTo(2, 5);
  await window.quickFix('Restore "202607.20.2"');
  await window.waitForText('"202607.20": "202607.20.2"');
  await window.waitForSquiggles('error', 1);
  await window.press('Control+Z');
  await window.waitForSquiggles('error', 2);
});

test('"Compare Coverage With" HEAD shows what each node did and does, as the config is typed now', async () => {
  const { window } = session;
  await window.ask('F1', '>Hotfix Config: Compare Coverage With…');
  const rowsOf = window.page.locator('.quick-input-list .monaco-list-row');
  await rowsOf.filter({ hasText: 'Compare Coverage With' }).first().click();
  await rowsOf.filter({ hasText: 'the last commit' }).click();
  await view().locator('h1', { hasText: 'What changes since HEAD?' }).waitFor();
  await rows().toEqual([
    'lost\t202607.20.0\tupgrades to 202607.20.2\tstays as baked',
    'lowered\t202608.06.0\tupgrades to 202608.06.3\tupgrades to 202608.06.1',
  ]);
  await view()
    .locator('.changes', { hasText: '2 baked versions behave differently than at HEAD: 1 lost, 1 lowered.' })
    .waitFor();
  expect(await view().locator('.mark.changed.loss').count()).toBe(2);
  await window.screenshot('head-changes');
  await view().getByRole('button', { name: '202607.20.0' }).click();
  await view().locator('.steps-pane', { hasText: 'Lost: before, it upgraded to 202607.20.2.' }).waitFor();
  await window.screenshot('head-coverage');
  await window.page.locator('.editor-instance .view-line').first().click();
  await window.goTo(3, 30);
  await window.press('Backspace');
  await window.type('3');
  await rows().toEqual(['lost\t202607.20.0\tupgrades to 202607.20.2\tstays as baked']);
});

test('A commit is the new HEAD: nothing differs from it any more', async () => {
  const { window, workspace } = session;
  await window.save();
  workspace.commit();
  await view().locator('.changes', { hasText: 'No change in node behavior since HEAD.' }).waitFor();
  await window.waitForSquiggles('error', 0);
  await view().getByRole('button', { name: 'Stop comparing' }).click();
  await view().locator('h1', { hasText: 'Which nodes upgrade?' }).waitFor();
});
