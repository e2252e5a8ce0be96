import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildPlayground, playgroundFolder } from '../../tools/playground/build.ts';
import { type Served, serve } from '../../tools/playground/serve.ts';
import { launchHeadless } from '../support/headless.ts';
import { PlaygroundPage } from './playground-page.ts';

const desktop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

let served: Served;
let browser: Browser;
beforeAll(async () => {
  await buildPlayground();
  served = await serve(playgroundFolder, { path: '/some/folder/' });
  browser = await launchHeadless(console.log);
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

/** Opens the page with its first example, does something, and closes it. It must not have complained. */
async function on(size: typeof phone, act: (playground: PlaygroundPage) => Promise<void>): Promise<void> {
  const playground = await PlaygroundPage.open(browser, served.address, size);
  await playground.finding('is missing its patch').waitFor();
  await act(playground);
  expect(playground.complaints).toEqual([]);
  await playground.close();
}

test('The editor is loaded in pieces, so that the page reacts in between', async () => {
  const scripts = (await readdir(playgroundFolder)).filter((name) => name.endsWith('.js'));
  const sizes = await Promise.all(
    scripts.map(async (name) => (await stat(join(playgroundFolder, name))).size),
  );
  expect(Math.max(...sizes)).toBeLessThan(1_300_000);
});

describe.each([
  ['desktop', desktop],
  ['phone', phone],
])('On a %s', (_, size) => {
  test('the page hardly moves while it is loaded', () =>
    on(size, async ({ page }) => {
      const shift = await page.evaluate(`new Promise((resolve) => {
        const sum = (entries) => entries.reduce((all, { value }) => all + value, 0);
        new PerformanceObserver((list) => resolve(sum(list.getEntries()))).observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(0)));
      })`);
      expect(shift).toBeLessThan(0.1);
    }));

  test('nothing is wider than the screen', () =>
    on(size, async ({ page }) =>
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(size.width),
    ));
});

test('On a desktop, the page is as high as the screen, and its parts scroll', () =>
  on(desktop, async ({ page }) => {
    await page.mouse.move(200, 800);
    await page.mouse.wheel(0, 4000);
    expect(await page.evaluate('document.documentElement.scrollHeight')).toBe(desktop.height);
    expect(await page.evaluate('scrollY')).toBe(0);
  }));

test('On a phone, the parts are below each other', () =>
  on(phone, async ({ page }) => {
    const parts = ['#editor', '#findings', '#coverage'].map((part) => page.locator(part).boundingBox());
    const tops = (await Promise.all(parts)).map((box) => box?.y ?? 0);
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  }));

test('On a phone, a version is on one line, in the editor and in a comparison', () =>
  on(phone, async (playground) => {
    const shown = () => playground.page.locator('#editor .view-lines').textContent();
    await expect.poll(shown).toContain('202604.24.0');
    const split = `[...document.querySelectorAll('.view-line, .changes td')]
      .flatMap((line) => {
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        const found = [];
        for (let node = walker.nextNode(); node; node = walker.nextNode())
          for (const match of node.data.matchAll(/\\d{6}\\.\\d{2}\\.\\d+/g)) {
            const range = document.createRange();
            range.setStart(node, match.index);
            range.setEnd(node, match.index + match[0].length);
            const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
            found.push(tops.size === 1 ? 'whole' : match[0]);
          }
        return found;
      })`;
    const whole = async () => {
      const versions = await Promise.all(
        playground.page.frames().map((frame): Promise<string[]> => frame.evaluate(split)),
      );
      return [...new Set(versions.flat())];
    };
    expect(await whole()).toEqual(['whole']);
    await playground.open('A pull request');
    await playground.coverage.getByText('lowered', { exact: true }).waitFor();
    await expect.poll(shown).toContain('was');
    expect(await whole()).toEqual(['whole']);
  }));

describe('By keyboard', () => {
  test('a few presses of Tab lead to the upgrade coverage', () =>
    on(desktop, async (playground) => {
      const { page } = playground;
      const passed: (string | undefined)[] = [];
      for (let i = 0; i < 15 && passed.at(-1) !== 'coverage'; i++) {
        await page.keyboard.press('Tab');
        passed.push(await playground.focusedPart());
      }
      expect(passed.at(-1)).toBe('coverage');
      expect(passed).toContain('editor');
      expect(passed).toContain('findings');
    }));

  test('the first link skips to it', () =>
    on(desktop, async ({ page }) => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      const inFrame: string[] = await Promise.all(
        page.frames().map((frame): Promise<string> => frame.evaluate('document.activeElement.tagName')),
      );
      expect(inFrame).not.toContain('A');
      expect(inFrame[0]).toBe('IFRAME');
    }));

  test('arrow keys lead from one finding to the next', () =>
    on(desktop, async (playground) => {
      const { page } = playground;
      const focused = () => page.locator('.finding:has(:focus) .rule').textContent();
      await playground.finding('').first().getByRole('button').first().focus();
      const first = await focused();
      await page.keyboard.press('ArrowDown');
      const second = await focused();
      expect(second).not.toBe(first);
      await page.keyboard.press('End');
      expect(await focused()).toBe('unsorted-entries');
      await page.keyboard.press('Home');
      expect(await focused()).toBe(first);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Shift+Tab');
      expect(await focused()).toBe(second);
    }));
});
