import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { rules } from '../../server/src/rules/index.ts';
import { scaffold } from '../../tools/new-rule/scaffold.ts';

const root = join(import.meta.dirname, '../..');
const sources = join(root, 'server/src');
let copy: string;
beforeEach(() => {
  // Inside the repository, where its imports find their packages.
  mkdirSync(join(root, '.tsbuild'), { recursive: true });
  copy = mkdtempSync(join(root, '.tsbuild/new-rule-'));
  cpSync(join(sources, 'rules'), join(copy, 'rules'), { recursive: true });
});
afterEach(() => rmSync(copy, { recursive: true }));

it('A new rule is a file and a line in the list, in the order of imports', async () => {
  const folder = join(copy, 'rules');
  expect(await scaffold(folder, 'much-ado')).toBe(join(folder, 'much-ado.ts'));
  const index = readFileSync(join(folder, 'index.ts'), 'utf8');
  const imported = [...index.matchAll(/^import .* from '(.*)';$/gm)].map(([, path]) => path);
  expect(imported).toContain('./much-ado.ts');
  expect(imported).toEqual(imported.toSorted());
  expect(index.replace(/.*much-ado.*\n/, '').replace('  muchAdo,\n', '')).toBe(
    readFileSync(join(sources, 'rules/index.ts'), 'utf8'),
  );
});

it('A new rule finds what its example marks', async () => {
  const file = await scaffold(join(copy, 'rules'), 'much-ado');
  cpSync(join(sources, 'model'), join(copy, 'model'), { recursive: true });
  const { muchAdo } = await import(pathToFileURL(file).href);
  const { Analysis } = await import(pathToFileURL(join(copy, 'model/index.ts')).href);
  const [text = ''] = muchAdo.examples[0].before.trimStart().split('\n');
  const found: unknown[] = [];
  const analysis = new Analysis(text);
  muchAdo.check({ analysis, seen: analysis.seen, report: (report: unknown) => found.push(report) });
  const start = text.indexOf('209912');
  expect(found).toMatchObject([{ at: { start, end: start + 9 }, messageId: 'found' }]);
});

it.each(['muchAdo', 'much', '../much-ado', '', rules[0]?.id ?? ''])(
  'The id %j is refused, and nothing is written',
  async (id) => {
    const before = readdirSync(join(copy, 'rules'));
    await expect(scaffold(join(copy, 'rules'), id)).rejects.toThrow(RangeError);
    expect(readdirSync(join(copy, 'rules'))).toEqual(before);
  },
);
