import { mkdirSync, rmSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { checkSince, flags } from './baseline-workspace.ts';
import { clean, Workspace } from './workspace.ts';

const workspace = new Workspace();
const check = (baseline: string, ...args: string[]) => checkSince(workspace, baseline, ...args);

beforeEach(() => {
  workspace.startRepository({ 'hotfix.json': clean });
});

describe('the repository that is asked', () => {
  it('is that of the path, from any working directory', async () => {
    workspace.write('hotfix.json', '{}');
    mkdirSync(workspace.path('elsewhere'));
    workspace.git('init', '--quiet', 'elsewhere');
    const from = { cwd: workspace.path('elsewhere') };
    for (const path of ['..', '../hotfix.json', workspace.path()]) {
      const { out } = await workspace.runWith(from, 'check', path, '--baseline=main', ...flags);
      expect(JSON.parse(out)).toMatchObject([{ file: '../hotfix.json', ruleId: 'entry-removed' }]);
    }
    const base = ['diff', 'main:hotfix.json', '../hotfix.json', '--baked=202604.01.0'];
    expect((await workspace.runWith(from, ...base)).out).toContain('upgrades to 202604.01.3  ->  stays');
  });

  it('is one for each path', async () => {
    workspace.write('hotfix.json', '{}');
    workspace.write('inner/hotfix.json', clean);
    workspace.git('init', '--quiet', '--initial-branch=main', 'inner');
    workspace.git('-C', 'inner', 'add', '.');
    workspace.git('-C', 'inner', 'commit', '--quiet', '--message=inner');
    workspace.write('inner/hotfix.json', '{}');
    const { found } = await check('main', 'hotfix.json', 'inner');
    expect(found).toEqual(['hotfix.json entry-removed', 'inner/hotfix.json entry-removed']);
  });

  it('is said to be missing where a path is in none', async () => {
    rmSync(workspace.path('.git'), { recursive: true });
    workspace.git('init', '--quiet', 'inner');
    const { status, err } = await check('HEAD', 'inner', 'hotfix.json');
    expect([status, err]).toEqual([3, expect.stringContaining('"hotfix.json" is not in a git repository')]);
  });
});

describe('a file as a baseline', () => {
  it.each([
    ['{ "hotfixes": ', 'nodes cannot read it'],
    ['\ufeff{}', 'nodes cannot read it'],
    ['[]', 'nodes cannot read it'],
    ['{ "name": "a package", "version": 1 }', 'nodes cannot read it'],
    ['{ "name": "a package" }', 'not a hotfix config'],
  ])('is refused where it holds %j', async (text, why) => {
    workspace.write('live.json', text);
    const { status, err } = await check('live.json', 'hotfix.json');
    expect([status, err]).toEqual([3, expect.stringContaining(`"live.json" cannot be a baseline: ${why}`)]);
  });

  it.each(['', '{}', 'null', '{ "$schema": "x" }'])('may be one without hotfixes: %j', async (text) => {
    workspace.write('live.json', text);
    expect((await check('live.json', 'hotfix.json')).status).toBe(0);
  });
});
