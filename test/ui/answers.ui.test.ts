import { readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { releaseNotesPaths } from '../support/agentbaker.ts';
import { useSession } from './session.ts';

const config = 'parts/linux/cloud-init/artifacts/aks-node-controller-hotfix.json';

/** AgentBaker's real layout, with all its 4,832 files. */
const notes = Object.fromEntries(releaseNotesPaths().map((file) => [file, '']));

const session = useSession({
  files: {
    [config]: '{\n  "hotfixes": {\n    "202602.13": "202602.13.5",\n    "202603.01": "202603.01.2"\n  }\n}\n',
    ...notes,
  },
  open: config,
  settings: { 'editor.quickSuggestions': { strings: 'off', other: 'off', comments: 'off' } },
});

test('A hint behind each entry counts the known nodes that it upgrades', async () => {
  const { window } = session;
  await window.waitForText('upgrades 2 of 3');
  await window.waitForText('no known node');
  await window.screenshot('inlay-hints');
});

test('The hover says what every known baked version of the base does, with its images', async () => {
  const { window } = session;
  const text = await window.hover(window.word('202602.13.5'), 'upgrades 2 of 3 known baked versions');
  for (const part of [
    '202602.13.0',
    'upgrades to 202602.13.5',
    'stays: already at this patch',
    'Azure Linux v3',
    'more',
  ]) {
    expect(text).toContain(part);
  }
  await window.screenshot('hover-baked-versions');
  await window.moveMouseAway();
});

test('A quote brings the known bases, and choosing one writes its entry with the next patch', async () => {
  const { window, workspace } = session;
  await window.goTo(4, 31);
  await window.type(',\n"');
  const offer = window.page.locator('.suggest-widget .monaco-list-row', { hasText: '202608.20' });
  await offer.waitFor();
  await window.screenshot('completion');
  await offer.click();
  await window.waitForText('"202608.20": "202608.20.1"');
  await window.save();
  const saved: unknown = JSON.parse(await readFile(path.join(workspace.folder, config), 'utf8'));
  expect(saved).toEqual({
    hotfixes: { '202602.13': '202602.13.5', '202603.01': '202603.01.2', '202608.20': '202608.20.1' },
  });
});

test('Go to Definition opens the release notes of the only baked version of a base', async () => {
  const { window } = session;
  await window.goTo(5, 8);
  await window.press('F12');
  await window.page.locator('.tab.active', { hasText: '202608.20.0.txt' }).waitFor();
  await window.screenshot('definition');
  await window.openFile(path.basename(config));
});

test('A quote above an entry brings the bases that are not listed below it, and the entry gets its comma', async () => {
  const { window, workspace } = session;
  await window.press('Escape');
  await window.goTo(2, 16);
  await window.type('\n"');
  const offers = window.page.locator('.suggest-widget.visible .monaco-list-row');
  await offers.first().waitFor();
  await window.screenshot('completion-above');
  expect(await offers.filter({ hasText: /202602\.13|202603\.01|202608\.20/ }).count()).toBe(0);
  await window.press('Enter');
  await offers.first().waitFor({ state: 'hidden' });
  await window.save();
  const saved: { hotfixes: object } = JSON.parse(await readFile(path.join(workspace.folder, config), 'utf8'));
  const [added = '', ...others] = Object.keys(saved.hotfixes);
  expect(others).toEqual(['202602.13', '202603.01', '202608.20']);
  expect(saved.hotfixes).toMatchObject({ [added]: `${added}.1` });
});

test('Release notes that go with their folder are known no more, and are again when they come back', async () => {
  const { window, workspace } = session;
  const notes = path.join(workspace.folder, 'vhdbuilder/release-notes');
  const away = path.join(path.dirname(workspace.folder), `${path.basename(workspace.folder)}-notes`);
  await window.waitForText('upgrades 2 of 3');
  await rename(notes, away);
  await window.lines.filter({ hasText: 'upgrades 2 of 3' }).first().waitFor({ state: 'detached' });
  await rename(away, notes);
  await window.waitForText('upgrades 2 of 3');
});
