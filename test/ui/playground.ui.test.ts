import { deflateSync } from 'node:zlib';
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
  const start = performance.now();
  await buildPlayground();
  console.log(`The playground is built in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  // Below a path, as on a file server with many pages.
  served = await serve(playgroundFolder, { path: '/some/folder/' });
  browser = await launchHeadless(console.log);
  playground = await PlaygroundPage.open(browser, served.address);
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});
beforeEach(({ onTestFailed }) => {
  // All share a window, which is faster. A failure must not affect the next test.
  onTestFailed(async () => {
    await playground.close();
    playground = await PlaygroundPage.open(browser, served.address);
  });
});
afterEach(() => {
  const complaints = playground.complaints.splice(0);
  expect(complaints, 'requests to elsewhere, console messages and violations').toEqual([]);
});

const config = `{
  "version": "202607.20.2",
  "hotfixes": {
    "202607.20": "202607.20.3",
    "202607.29": "202608.06.3",
    "202608.14": "v202608.14.2"
  }
}
`;

describe('A config that is pasted', () => {
  beforeEach(() => playground.paste(config));

  test('has its findings in the text and in words, with place and rule', async () => {
    const finding = playground.finding('is not a version of base');
    await finding.waitFor();
    expect(await finding.getAttribute('class')).toContain('error');
    await playground.page.locator('.squiggly-error').first().waitFor();
    await finding.getByRole('button', { name: 'line 5' }).click();
    expect(await playground.selected()).toBe('202608.06');
    await playground.coverage.locator('.at-cursor[data-base="202607.29"]').waitFor();
    const rule = await finding.getByRole('link', { name: 'base-mismatch' }).getAttribute('href');
    expect(rule).toBe(`${served.address}rules.html#base-mismatch`);
  });

  test('fades what no node reads, and says in a hover what nodes use', async () => {
    await playground.paste('{ "scripts_version": "202607.20.2", "scripts_version": "202607.20.3" }');
    await playground.page.locator('.view-line .squiggly-inline-unnecessary').first().waitFor();
    const finding = playground.finding('"scripts_version"');
    expect(await finding.first().textContent()).toContain('duplicate-key');
  });

  test('says on hover which baked versions an entry upgrades, and behind it how many', async () => {
    await playground.page.getByText('upgrades 1 of 1').waitFor();
    const hover = await playground.hover('"202607.20.3"', 'known baked version');
    expect(hover).toContain('This entry upgrades 1 of 1 known baked version of 202607.20 to 202607.20.3.');
    expect(hover).toContain('on 21 of 27 images');
  });

  test('is repaired by a quick fix, which can be undone', async () => {
    await playground.finding('"202608.06.3"').waitFor();
    await playground.select('202608.06.3');
    await playground.page.keyboard.press('Control+.');
    await playground.page
      .locator('.action-widget .monaco-list-row', { hasText: 'Change version to "202607.29.3"' })
      .click();
    await playground.finding('"202608.06.3"').waitFor({ state: 'detached' });
    expect(await playground.text()).toBe(config.replace('202608.06.3', '202607.29.3'));
    await playground.page.keyboard.press('Control+Z');
    await playground.finding('"202608.06.3"').waitFor();
  });

  test('is repaired from the list of findings', async () => {
    await playground.finding('"202608.06.3"').getByRole('button', { name: 'Move entry' }).click();
    await playground.finding('"202608.06.3"').waitFor({ state: 'detached' });
    expect(await playground.text()).toContain('"202608.06": "202608.06.3"');
  });

  test('gets all safe fixes at once', async () => {
    const fixAll = playground.page.getByRole('button', { name: 'Fix all' });
    await playground.finding('Nodes ask apt for').waitFor();
    await fixAll.click();
    await playground.finding('Nodes ask apt for').waitFor({ state: 'detached' });
    await expect.poll(() => fixAll.isDisabled()).toBe(true);
    expect(await playground.text()).toBe(config.replace('"v2026', '"2026'));
  });

  test('is completed while it is typed', async () => {
    await playground.select('"v202608.14.2"');
    await playground.page.keyboard.press('End');
    await playground.page.keyboard.type(', "');
    await playground.page
      .locator('.suggest-widget.visible .monaco-list-row', { hasText: '202608.20' })
      .waitFor();
    await playground.page.keyboard.press('Enter');
    await expect.poll(() => playground.text()).toContain('"202608.20": "202608.20.1"');
  });

  test('gets the comma that is missing before a new entry', async () => {
    await playground.paste('{\n  "hotfixes": {\n    "202608.06": "202608.06.3"\n  }\n}\n');
    await playground.select('"202608.06.3"');
    await playground.page.keyboard.press('End');
    await playground.page.keyboard.press('Enter');
    await playground.page.keyboard.press('Control+Space');
    await playground.page
      .locator('.suggest-widget.visible .monaco-list-row', { hasText: '202608.20' })
      .waitFor();
    await playground.page.keyboard.press('Enter');
    await expect.poll(() => playground.text()).toContain('"202608.06.3",\n    "202608.20": "202608.20.1"');
  });
});

describe('The coverage', () => {
  test('counts what known baked versions do, and explains one step by step', async () => {
    await playground.paste(config);
    await expect.poll(() => playground.total('upgrades').textContent()).toBe('2');
    expect(await playground.total('void').textContent()).toBe('2');
    await playground.mark('202607.20.0').click();
    const steps = playground.coverage.locator('.steps-pane');
    await steps.getByText('higher patch').waitFor();
    await steps.getByRole('button', { name: 'line 4' }).first().click();
    expect(await playground.selected()).toContain('202607.20');
    await playground.paste('{');
    await steps.getByText('The file cannot be read').first().waitFor();
    expect(await playground.total('unreadable').textContent()).toBe('145');
    await steps.getByRole('button', { name: 'Close the explanation' }).click();
  });

  test('knows the bundled record, and the user’s own versions beside it or instead of it', async () => {
    const { page } = playground;
    await playground.paste(config);
    await page.getByText('145 baked versions of AgentBaker’s images, as of 2026-08-21.').first().waitFor();
    await page.getByRole('button', { name: 'Change …' }).click();
    const list = page.getByRole('textbox', { name: 'Your own baked versions' });
    await list.fill('202607.20.0 202607.20.9');
    await playground.mark('202607.20.9').waitFor();
    expect(await playground.total('upgrades').textContent()).toBe('2');
    expect(await playground.total('already-there').textContent()).toBe('1');
    await page.getByText('as of 2026-08-21, and 2 baked versions of your own.').waitFor();
    await page.getByRole('checkbox', { name: 'Use the bundled record' }).uncheck();
    await playground.mark('202303.06.0').waitFor({ state: 'detached' });
    expect(await playground.total('upgrades').textContent()).toBe('1');
    await list.fill('["202607.20.0", "202602.3.9"]');
    await page.getByText('Entry 2, "202602.3.9", is not a baked version').waitFor();
    await list.fill('[');
    await page.getByText('Invalid JSON').waitFor();
    await list.fill('');
    await playground.coverage.getByText('No baked versions are known.').waitFor();
    await page.getByRole('checkbox', { name: 'Use the bundled record' }).check();
    await playground.mark('202303.06.0').waitFor();
    await page.getByRole('button', { name: 'Done' }).click();
  });
});

describe('A link', () => {
  test('brings config, baked versions and baseline back in another browser', async () => {
    const { page } = playground;
    const text = `\uFEFF${config}\n\u202E"ß漢😀`;
    await playground.paste(text);
    await page.getByRole('button', { name: 'Change …' }).click();
    await page.getByRole('textbox', { name: 'Your own baked versions' }).fill('202607.20.4');
    await page.getByRole('checkbox', { name: 'Use the bundled record' }).uncheck();
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'Compare …' }).click();
    const link = await playground.copyLink();
    expect(link).toBe(page.url());
    const other = await PlaygroundPage.open(browser, served.address, { fragment: new URL(link).hash });
    expect(await other.text()).toBe(text);
    expect(await other.page.locator('#baked-summary').textContent()).toBe('1 baked version of your own.');
    await other.coverage.getByText('What changes since the baseline?').waitFor();
    expect(other.complaints).toEqual([]);
    await other.close();
    await page.getByRole('button', { name: 'Stop comparing' }).first().click();
    await playground.open('A correct config');
  });

  test('of an earlier version of the page still opens', async () => {
    const packed = deflateSync(JSON.stringify([config, null])).toString('base64url');
    await playground.follow(`1.${packed}`);
    await playground.finding('"202608.06.3"').waitFor();
    expect(await playground.text()).toBe(config);
  });

  test('leaves the address at the first change, and a reload keeps the change', async () => {
    const { page } = playground;
    await playground.copyLink();
    await playground.paste('{}');
    await expect.poll(() => page.url()).toBe(served.address);
    await page.reload();
    await playground.finding('names no hotfix').waitFor();
    expect(await playground.text()).toBe('{}');
  });

  test.each([
    ['cut off', (fragment: string) => fragment.slice(0, -9)],
    [
      'altered',
      (fragment: string) =>
        fragment.slice(0, 60) + fragment.slice(60, 90).split('').reverse().join('') + fragment.slice(90),
    ],
    ['of another kind', () => '#rules'],
    ['without a config', () => '#1.'],
  ])('that is %s is reported, and changes nothing', async (_, breakIt) => {
    await playground.paste(config);
    const { hash } = new URL(await playground.copyLink());
    await playground.follow(breakIt(hash));
    await playground.page.getByRole('alert').getByText('The config in this link cannot be read').waitFor();
    expect(await playground.text()).toBe(config);
  });

  test('that unpacks to more than any config is not read', async () => {
    const packed = deflateSync(JSON.stringify([' '.repeat(9_000_000), null]));
    await playground.follow(`1.${packed.toString('base64url')}`);
    await playground.page.getByText('is larger than 8 MB').waitFor();
  });
});

test('Nothing from a hostile config is more than text', async () => {
  const evil = '<img src=x onerror=alert(1)>](command:quit) [x](https://example.com) \u202Etxet';
  const text = JSON.stringify({ [evil]: 1, hotfixes: { [evil]: evil, '202607.20': evil } }, null, 2);
  await playground.paste(text);
  await playground.finding('<img src=x onerror=alert(1)>').first().waitFor();
  expect(await playground.hover('onerror', 'onerror=alert(1)')).toContain('](command:quit) [x](https');
  expect(await playground.targets()).toEqual(['rules.html']);
  await playground.mark('202607.20.0').click();
  await playground.coverage.locator('.steps-pane').getByText('onerror').first().waitFor();
  expect(await playground.targets()).toEqual(['rules.html']);
  // Characters that reorder text are shown as numbers, in the editor and in the list.
  const { page } = playground;
  await page.locator('.view-line', { hasText: '[U+202E]' }).first().waitFor();
  expect(await page.locator('#findings').textContent()).not.toContain('\u202E');
});

test('The rule of a finding has its place on the page of all rules', async () => {
  await playground.paste(config);
  const finding = playground.finding('"202608.06.3" is not a version of base "202607.29"');
  const link = await finding.locator('.rule').getAttribute('href');
  const page = await browser.newPage();
  await page.goto(link ?? '');
  await page.locator('section:target', { hasText: 'base-mismatch' }).waitFor();
  await page.close();
});

test('Opened from a local file, the page says why it does nothing', async () => {
  const page = await browser.newPage();
  await page.goto(`file://${playgroundFolder}/index.html`);
  await page.getByRole('alert').getByText('open the page from a web server').waitFor();
  await page.close();
});
