import { expect, test } from 'vitest';
import { useSession } from './session.ts';

const name = 'fleet-hotfix.json';

const session = useSession({
  files: {
    [name]: '{\n  "hotfixes": {\n    "202603.01": "202603.01.2"\n  }\n}\n',
    '.hotfixrc.json': '{ "bakedVersions": ["202603.01.0", "202603.01.2", "202605.30.0"] }\n',
  },
  open: name,
  language: 'de',
});

const view = () => session.window.page.frameLocator('iframe.webview').last().frameLocator('iframe');

test('Commands have German titles, and a message is in German', async () => {
  const { window } = session;
  await window.waitForText('upgrades 1 of 2');
  await window.runCommand('Hotfix Config: Einträge normalisieren');
  const toast = window.page.locator('.notification-toast', {
    hasText: `In ${name} ist nichts zu normalisieren: Kein Befund hat eine sichere Korrektur.`,
  });
  await toast.waitFor();
  await window.press('Escape');
});

test('The picture is in German, the names of the months too', async () => {
  const { window } = session;
  await window.waitForText('upgrades 1 of 2');
  await window.runCommand('Hotfix Config: Upgrade-Abdeckung anzeigen');
  await window.page.locator('.tab', { hasText: `Upgrade-Abdeckung: ${name}` }).waitFor();
  await view().locator('h1', { hasText: 'Welche Knoten aktualisieren?' }).waitFor();
  expect(await view().locator('html').getAttribute('lang')).toBe('de');
  const mark = view().locator('.mark[data-version="202603.01.0"]');
  expect(await mark.getAttribute('aria-label')).toMatch(/^202603\.01\.0: aktualisiert auf 202603\.01\.2/);
  expect(await view().locator('.month-name').allInnerTexts()).toContain('Mär');
  await mark.click();
  await view()
    .locator('.account h3', { hasText: 'Controller-Binärdatei: aktualisiert auf 202603.01.2' })
    .waitFor();
  await window.screenshot('german');
});

test('Findings are in English, as on the command line and in every other editor', async () => {
  const { window } = session;
  await window.page.locator('.editor-instance .view-line').first().click();
  await window.goTo(3, 19);
  await window.type('v');
  await window.waitForSquiggles('warning', 1);
  const text = await window.hover(window.word('v202603.01.2'), 'malformed-version');
  expect(text).toContain('a node installs exactly that spelling');
  await window.moveMouseAway();
});
