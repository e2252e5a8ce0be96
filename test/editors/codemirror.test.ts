import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchHeadless } from '../support/headless.ts';
import { recipeOf } from './session.ts';

const root = join(import.meta.dirname, '../..');

/** A page with CodeMirror as docs/editors.md configures it, and the built server as a worker. */
async function serve(): Promise<Server> {
  const recipe = recipeOf({ heading: 'CodeMirror', language: 'js' });
  const { outputFiles } = await build({
    stdin: { contents: recipe, resolveDir: join(root, 'test') },
    bundle: true,
    write: false,
  });
  const files: Record<string, [type: string, content: string]> = {
    '/': ['text/html', '<!DOCTYPE html><html lang="en"><body><script src="page.js"></script></body></html>'],
    '/page.js': ['text/javascript', outputFiles[0]?.text ?? ''],
    '/browser.js': ['text/javascript', readFileSync(join(root, 'server/dist/browser.js'), 'utf8')],
  };
  const server = createServer((request, response) => {
    const [type, content] = files[request.url ?? ''] ?? [];
    response.writeHead(content === undefined ? 404 : 200, { 'content-type': `${type}; charset=utf-8` });
    response.end(content);
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

describe('CodeMirror, as docs/editors.md configures it', () => {
  let server: Server;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    server = await serve();
    browser = await launchHeadless(console.log);
    page = await browser.newPage();
    page.setDefaultTimeout(120_000);
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  it('marks the fault, with the message of the rule', async () => {
    const marked = page.locator('.cm-lintRange-error');
    await expect.poll(() => marked.allTextContents(), { timeout: 120_000 }).toEqual(['202607.20.']);
    await marked.hover();
    const message = page.locator('.cm-tooltip .cm-diagnostic-error');
    expect(await message.textContent()).toContain('"202607.20." is missing its patch');
  });

  it('says in a hover what nodes do', async () => {
    await page.mouse.move(0, 0);
    await page
      .locator('.cm-line')
      .nth(2)
      .hover({ position: { x: 60, y: 8 } });
    const hover = page.locator('.cm-lsp-hover-tooltip');
    await hover.waitFor();
    expect(await hover.textContent()).toContain('This entry is void');
  });

  it('removes the mark once the entry is repaired by a completion', async () => {
    await page.mouse.move(0, 0);
    await page.locator('.cm-content').focus();
    for (const key of ['Control+Home', 'ArrowDown', 'ArrowDown', 'End', 'ArrowLeft', 'Control+Space'])
      await page.keyboard.press(key);
    const offered = page.locator('.cm-tooltip-autocomplete li');
    await offered.first().waitFor();
    expect(await offered.first().textContent()).toContain('202607.20.');
    await offered.first().click();
    await expect
      .poll(() => page.locator('.cm-line').nth(2).textContent(), { timeout: 120_000 })
      .toMatch(/^ {4}"202607\.20": "202607\.20\.\d+"$/);
    await page.locator('.cm-lintRange-error').waitFor({ state: 'detached' });
  });
});
