import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildPlayground, playgroundFolder } from '../../tools/playground/build.ts';
import { type Served, serve } from '../../tools/playground/serve.ts';
import { launchHeadless } from '../support/headless.ts';
import { PlaygroundPage } from './playground-page.ts';

let served: Served;
let browser: Browser;
let playground: PlaygroundPage;
beforeAll(async () => {
  await buildPlayground();
  served = await serve(playgroundFolder);
  browser = await launchHeadless(console.log);
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});
beforeEach(async () => {
  playground = await PlaygroundPage.open(browser, served.address);
});
afterEach(async () => {
  expect(playground.complaints).toEqual([]);
  await playground.close();
});

describe('An example of the gallery', () => {
  test('that is called correct has no findings', async () => {
    await playground.open('A correct config');
    await playground.page.getByRole('heading', { name: 'No findings' }).waitFor();
    const file = join(import.meta.dirname, '../../examples/clean-hotfix.json');
    expect(await playground.text()).toBe(await readFile(file, 'utf8'));
  });

  test.each([
    ['202604.01.0 upgrades to 202604.01.3', 'upgrades to 202604.01.3'],
    ['202604.01.0 stays: its base is not listed', 'not listed'],
    ['202604.01.3 stays: already at this patch', 'already there'],
    ['202604.01.0 upgrades to 202604.01.3 (legacy)', 'upgrades to 202604.01.3'],
  ])('of README is explained: %s', async (title, outcome) => {
    await playground.page.getByRole('button', { name: 'Examples' }).click();
    await playground.page
      .locator('.card')
      .filter({ has: playground.page.getByText(title, { exact: true }) })
      .click();
    const steps = playground.coverage.locator('.steps-pane');
    await steps
      .getByRole('heading', { name: title.slice(0, 11) })
      .first()
      .waitFor();
    expect(await steps.locator('.heading').first().textContent()).toContain(outcome);
  });

  test('of another kind closes the explanation', async () => {
    await playground.open('202604.01.0 stays');
    await playground.coverage.locator('.steps-pane').getByText('it is not listed').waitFor();
    await playground.open('The legacy version');
    await playground.coverage
      .locator('.steps-pane')
      .getByText('it is not listed')
      .waitFor({ state: 'hidden' });
  });
});

describe('Compared with a baseline', () => {
  test('the pull request of README shows what nodes lose', async () => {
    await playground.open('A pull request');
    await playground.finding('"202607.20.3" was removed.').waitFor();
    await playground.finding('"202608.06.2" is lower than "202608.06.3"').waitFor();
    const changes = playground.coverage.locator('.changes');
    await changes.getByText('1 lost, 1 lowered').waitFor();
    await playground.finding('was removed').getByRole('button', { name: 'Restore' }).click();
    await changes.getByText(': 1 lowered').waitFor();
  });

  test('a config begins without a change, and both sides can be edited', async () => {
    const { page, coverage } = playground;
    await playground.paste('{ "hotfixes": { "202607.20": "202607.20.3" } }');
    await page.getByRole('button', { name: 'Compare …' }).click();
    await coverage.getByText('No change in node behavior since the baseline.').waitFor();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText('{}');
    await coverage.getByText('1 new').waitFor();
    await coverage.getByRole('button', { name: 'Stop comparing' }).click();
    await coverage.getByText('Which nodes upgrade?').waitFor();
    expect(await page.locator('#baseline').isVisible()).toBe(false);
  });
});

test('The page says how to install the extension, as README does', async () => {
  await playground.page.getByRole('button', { name: 'Use it in your editor' }).click();
  await playground.page.getByRole('dialog').getByText('code --install-extension').waitFor();
  await playground.page.getByRole('button', { name: 'Close' }).click();
});

test('A reload keeps config, baseline and baked versions', async () => {
  const { page, coverage } = playground;
  await playground.open('A pull request');
  await coverage.getByText('1 lost, 1 lowered').waitFor();
  await page.reload();
  await coverage.getByText('1 lost, 1 lowered').waitFor();
});

test('Nothing may connect to another server, and nothing tries to', async () => {
  const { page } = playground;
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
  const refused: string = await page.evaluate(
    "fetch('http://127.0.0.2:9/').then(() => 'sent', () => 'refused')",
  );
  expect(refused).toBe('refused');
  const blocked = playground.complaints.splice(0);
  expect(
    blocked.every(
      (complaint) => complaint.includes('Content Security Policy') || complaint.includes('127.0.0.2'),
    ),
  ).toBe(true);
  const asked: string[] = await page.evaluate(
    "performance.getEntriesByType('resource').map(({ name }) => name)",
  );
  expect(asked.filter((name) => !name.startsWith(served.address))).toEqual([]);
});
