import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** Functions that create elements, code or trusted Markdown from a text. */
const sinks =
  /\b(?:innerHTML|outerHTML|insertAdjacentHTML|srcdoc|createContextualFragment|eval)\b|(?:supportHtml|isTrusted): true|\bnew Function\b|document\.write|javascript:/;

// A web extension host knows no other way to load a second file of the extension.
const loader = 'browser.ts: new Function';

describe.each([
  ['client/src', [loader]],
  ['coverage-view/src', []],
  ['playground/src', []],
  ['server/src', []],
])('nothing in %s', (folder, expected) => {
  it('makes more of a text than a text', () => {
    const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
    const sources = files.filter((name) => name.endsWith('.ts'));
    expect(sources.length).toBeGreaterThan(5);
    const withSinks = sources.flatMap((name) => {
      const found = sinks.exec(readFileSync(join(root, folder, name), 'utf8'));
      return found ? [`${name}: ${found[0]}`] : [];
    });
    expect(withSinks).toEqual(expected);
  });
});
