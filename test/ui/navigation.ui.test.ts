import { expect, test } from 'vitest';
import { useSession } from './session.ts';

const config = 'fleet-hotfix.json';
const text =
  '{\n  "hotfixes": {\n    "202607.20": "202607.20.3",\n    "202608.06": "202608.06.3"\n  },\n  "scripts_version": "202607.20.3"\n}\n';

const session = useSession({
  files: { [config]: text, 'test/canary-hotfix.json': text.replace('202608.06', '202608.14') },
  open: config,
});

test('The occurrences of the base under the cursor are highlighted', async () => {
  const { window } = session;
  await window.goTo(3, 8);
  await window.page.locator('.wordHighlightText, .wordHighlight').nth(2).waitFor();
  await window.screenshot('highlights');
});

test('The outline names what each entry does', async () => {
  const { window } = session;
  await window.page.locator('.pane-header', { hasText: 'Outline' }).click();
  const rows = window.page.locator('.outline-pane .monaco-list-row');
  await rows.filter({ hasText: '202607.20.3 · applies' }).first().waitFor();
  await window.screenshot('outline');
});

test('References list the other configs of the folder', async () => {
  const { window } = session;
  await window.goTo(3, 8);
  await window.press('Shift+F12');
  await window.page
    .locator('.peekview-widget .monaco-list-row', { hasText: 'canary-hotfix.json' })
    .first()
    .waitFor();
  await window.screenshot('references');
  await window.press('Escape');
});

test('F2 renames a base in key, value and scripts_version', async () => {
  const { window } = session;
  await window.goTo(3, 8);
  await window.press('F2');
  const box = window.page.locator('.rename-box input');
  await box.waitFor();
  expect(await box.inputValue()).toBe('202607.20');
  await window.screenshot('rename');
  await box.fill('202607.29');
  await window.press('Enter');
  await window.waitForText('"202607.29": "202607.29.3"');
  await window.waitForText('"scripts_version": "202607.29.3"');
});
