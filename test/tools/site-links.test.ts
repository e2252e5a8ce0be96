import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkSite } from '../../tools/site/check.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'site-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

const rules = '<h1 id="rules">Rules</h1><a href="../">Home</a> <a href="#rules">Top</a>';

describe('The check of the site', () => {
  it('follows links between pages, to their sections and to other files', async () => {
    write({
      'index.html':
        '<link rel="icon" href="/base/icon.svg"><a class="x" href="/base/rules/">R</a> <a href="rules/index.html#rules">R</a> <a href="https://nodejs.org">N</a>',
      'icon.svg': '',
      'rules/index.html': rules,
    });
    expect(await checkSite(folder, '/base/')).toEqual({ pages: 2, links: 6 });
  });

  it.each([
    ['a page that is not there', '<a href="rule.html">', 'rule.html: does not exist'],
    ['a section that is not there', '<a href="rules/#no">', 'rules/#no: has no such section'],
    ['a page outside of the path', '<a href="/rules/">', '/rules/: is outside of /base/'],
    ['a picture from elsewhere', '<img src="https://nodejs.org/x.png">', 'is loaded from elsewhere'],
  ])('finds %s', async (_, html, problem) => {
    write({ 'index.html': html, 'rules/index.html': rules });
    await expect(checkSite(folder, '/base/')).rejects.toThrow(problem);
  });

  it('finds a style that loads from elsewhere', async () => {
    write({ 'index.html': '', 'style.css': 'body { background: url(https://nodejs.org/x.png) }' });
    await expect(checkSite(folder, '/')).rejects.toThrow('style.css: loads from elsewhere');
  });
});
