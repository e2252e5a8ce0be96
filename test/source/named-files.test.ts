import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import manifest from '../../package.json';
import { configNames } from '../../server/src/names.ts';

const root = join(import.meta.dirname, '../..');

it.each(['SECURITY.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'])('%s names files that are there', (page) => {
  const text = readFileSync(join(root, page), 'utf8');
  const named = Array.from(
    text.matchAll(/[`(]((?:test|server|client|tools)\/[\w./-]+)[`)]/g),
    ([, path = '']) => path,
  );
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

it('the description for language models names every hotfix config that is known by its name', () => {
  const [tool] = manifest.contributes.languageModelTools;
  expect(tool?.modelDescription).toContain(`(${configNames.join(', ')})`);
});
