import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from '../../tools/playground/serve.ts';
import { buildSite, siteFolder } from '../../tools/site/build.ts';
import { checkSite } from '../../tools/site/check.ts';
import { launchHeadless } from '../support/headless.ts';

/** Below a path, as many hosts publish it. */
const base = '/some/folder/';

let browser: Browser;
let served: Served;
let page: Page;
/** Requests to elsewhere, and what the browser complains about. */
const complaints: string[] = [];
beforeAll(async () => {
  await buildSite(base);
  served = await serve(siteFolder, { path: base });
  browser = await launchHeadless(console.log);
  page = await browser.newPage();
  page.on('request', (request) => {
    if (!request.url().startsWith(served.address) && !request.url().startsWith('data:'))
      complaints.push(request.url());
  });
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

describe('The site', () => {
  it('has the pages of the repository, and each loads only its own files', async () => {
    for (const [path, title] of [
      ['', 'Hotfix Config for AKS node controller'],
      ['docs/pipelines.html', 'In a pipeline'],
      ['docs/rules/', 'Rules'],
      ['docs/rules/base-mismatch.html', 'base-mismatch'],
      ['docs/fleet.html', 'What nodes of real images do'],
      ['docs/api.html', 'API'],
      ['docs/editors.html', 'editors'],
    ] as const) {
      await page.goto(served.address + path, { waitUntil: 'networkidle' });
      expect(await page.locator('h1').first().textContent()).toContain(title);
    }
    expect(complaints).toEqual([]);
  });

  it('is searched without a server', async () => {
    await page.goto(served.address, { waitUntil: 'networkidle' });
    await page.locator('button.DocSearch-Button').click();
    await page.locator('#localsearch-input').fill('unreachable');
    await page.locator('.results .result', { hasText: 'unreachable-base' }).first().click();
    await page.locator('h1', { hasText: 'unreachable-base' }).waitFor();
    expect(page.url()).toContain(`${served.address}docs/rules/unreachable-base`);
    expect(complaints).toEqual([]);
  });

  it('has the playground, whose findings lead to the pages of the rules', async () => {
    await page.goto(served.address, { waitUntil: 'networkidle' });
    await page.getByRole('link', { name: 'Playground' }).first().click();
    const rule = page.locator('.finding .rule').first();
    await rule.waitFor();
    const [name, to] = [await rule.textContent(), await rule.getAttribute('href')];
    expect(to).toBe(`${served.address}docs/rules/${name}.html`);
    await page.goto(to ?? '');
    await page.locator('h1', { hasText: name ?? '' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('is printed without its navigation, on white', async () => {
    const print = await browser.newPage({ colorScheme: 'dark' });
    await print.emulateMedia({ media: 'print' });
    await print.goto(`${served.address}docs/fleet.html`, { waitUntil: 'networkidle' });
    expect(await print.locator('h1').isVisible()).toBe(true);
    expect(await print.locator('.VPNav').isVisible()).toBe(false);
    expect(await print.locator('.VPSidebar').isVisible()).toBe(false);
    const color = await print.evaluate('getComputedStyle(document.body).backgroundColor');
    expect(color).toBe('rgb(255, 255, 255)');
    await print.close();
  });

  it('is not built with a dead link', async () => {
    await expect(checkSite(siteFolder, '/another/path/')).rejects.toThrow(/dead links:\n.*is outside of/);
  });
});
