import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { stepsOf } from '../support/steps.ts';
import { clean, today, Workspace } from './workspace.ts';

const workspace = new Workspace();

/** Nested folders, each with a config and settings that search baked versions in everything below. */
function nest(name: string, depth: number): void {
  for (let i = 1; i <= depth; i++) {
    const folder = join(name, ...Array(i).fill('f'));
    workspace.write(`${folder}/hotfix.json`, clean);
    workspace.write(`${folder}/.hotfixrc.json`, '{ "bakedVersionsFrom": [".", "./"] }');
  }
  workspace.write(join(name, ...Array(depth).fill('f'), '202604.01.2.txt'), '');
}

it('nested folders that each look for baked versions below take no more work than the files that they have', async () => {
  nest('few', 10);
  nest('many', 40);
  const check = async (name: string) => {
    expect(await workspace.run('check', name, today)).toMatchObject({ status: 0, out: '' });
  };
  expect(readdirSync(workspace.path('many/f'))).toContain('.hotfixrc.json');
  await check('few');
  const less = await stepsOf(() => check('few'));
  const more = await stepsOf(() => check('many'));
  expect(more / less).toBeLessThan(4 * 1.4);
});
