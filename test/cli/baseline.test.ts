import { existsSync, mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bundledRecord } from '../../server/src/model/index.ts';
import { nodeFiles } from '../../server/src/node/files.ts';
import { hotfixConfigHere } from '../support/cli.ts';
import { BaselineWorkspace, findings, flags, lowered } from './baseline-workspace.ts';
import { clean, today } from './workspace.ts';

const workspace = new BaselineWorkspace();
const { found } = workspace;

describe('check --baseline REVISION', () => {
  it('accepts branches, tags, hashes and revisions relative to them', async () => {
    workspace.git('tag', 'before');
    workspace.write('parts/hotfix.json', lowered);
    workspace.commit();
    const hash = workspace.git('rev-parse', 'before');
    for (const revision of ['before', hash, hash.slice(0, 10), 'HEAD~1', 'main^', '@{1}']) {
      expect(await found('', '--baseline', revision)).toEqual(['parts/hotfix.json patch-lowered']);
    }
    expect(await found('', '--baseline=main')).toEqual([]);
  });

  it('works from every folder, through links, and for standard input', async () => {
    workspace.write('parts/hotfix.json', lowered);
    const expected = 'patch-lowered';
    expect(await found('parts', '--baseline=HEAD')).toEqual([`hotfix.json ${expected}`]);
    expect(await found('parts', '../parts', '--baseline=HEAD')).toEqual([`hotfix.json ${expected}`]);
    const absolute = workspace.path('parts/hotfix.json');
    expect(await found('', absolute, '--baseline=HEAD')).toEqual([`parts/hotfix.json ${expected}`]);
    const { out } = await workspace.runWith(
      { input: lowered },
      'check',
      '-',
      '--stdin-filename=parts/hotfix.json',
      '--baseline=HEAD',
      ...flags,
    );
    expect(JSON.parse(out)).toMatchObject([{ file: 'parts/hotfix.json', ruleId: expected }]);
    if (process.platform === 'win32') return;
    symlinkSync('parts/hotfix.json', workspace.path('linked.json'));
    expect(await found('', 'linked.json', '--baseline=HEAD')).toEqual([`linked.json ${expected}`]);
  });

  it('finds nothing in a config that is new since then', async () => {
    workspace.write('parts/more-hotfix.json', lowered);
    expect(await found('', '--baseline=HEAD')).toEqual([]);
  });

  it.each([
    ['is deleted', () => rmSync(workspace.path('parts/hotfix.json'))],
    ['is deleted with its folder', () => rmSync(workspace.path('parts'), { recursive: true })],
    [
      'has another name, even one of a config',
      () => void workspace.git('mv', 'parts/hotfix.json', 'parts/fleet-hotfix.json'),
    ],
    [
      'moved to a name that nothing reads',
      () => void workspace.git('mv', 'parts/hotfix.json', 'parts/hotfix.json.off'),
    ],
    [
      'moved out of what is checked',
      () => {
        mkdirSync(workspace.path('kept'));
        workspace.git('mv', 'parts/hotfix.json', 'kept/hotfix.json');
      },
    ],
    [
      'was renamed behind the back of git',
      () => renameSync(workspace.path('parts/hotfix.json'), workspace.path('parts/x.txt')),
    ],
  ])('finds what nodes lose by a config that %s', async (_, remove) => {
    remove();
    const lost = ['parts/hotfix.json entry-removed'];
    expect(await found('', 'parts/hotfix.json', '--baseline=HEAD')).toEqual(lost);
    expect(await found('', 'parts', '--baseline=HEAD')).toEqual(lost);
    workspace.commit();
    expect(await found('', 'parts/hotfix.json', '--baseline=HEAD~1')).toEqual(lost);
    const { out, err } = await workspace.run(
      'check',
      'parts/',
      'readme.txt',
      '--baseline=HEAD~1',
      '--rule=json-syntax=off',
      ...flags,
    );
    expect(findings(out)).toEqual(lost);
    expect(err).toBe(
      'warning: nodes cannot read "readme.txt" at "HEAD~1", so there is no hotfix to lose\n' +
        'warning: "parts/hotfix.json" was removed since "HEAD~1"; checking it as an empty config\n',
    );
  });

  it('reports a deleted config as removed, not as empty', async () => {
    rmSync(workspace.path('parts'), { recursive: true });
    const result = await workspace.run('check', '--baseline=HEAD', today);
    expect(result.err).toContain(
      '"parts/hotfix.json" was removed since "HEAD"; checking it as an empty config',
    );
    expect(result.out).toMatch(/^parts\/hotfix\.json:1:1: error entry-removed .*\n( {3}= help: .*\n){2}\n$/);
    const { out } = await workspace.run('check', '--baseline=HEAD', today, '--format=json');
    expect(JSON.parse(out).map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual(['entry-removed']);
  });

  it('is correct next to tens of thousands of renamed files', async () => {
    // One blob for all, written to the index only: writing files would take longer than checking them.
    const blob = workspace.git('hash-object', '-w', workspace.path('readme.txt'));
    const index = (folder: string) =>
      Array.from(
        { length: 30_000 },
        (_, i) => `100644 ${blob}\t${folder}/${'x'.repeat(60)}-${i}.json\n`,
      ).join('');
    workspace.gitWith(index('old'), 'update-index', '--index-info');
    workspace.git('commit', '--quiet', '--message=old');
    workspace.git('rm', '--quiet', '--cached', '-r', 'old');
    workspace.gitWith(index('new'), 'update-index', '--index-info');
    workspace.write('parts/hotfix.json', lowered);
    workspace.git('commit', '--quiet', '--message=new');
    expect(await found('', 'parts/hotfix.json', '--baseline=HEAD~1')).toEqual([
      'parts/hotfix.json patch-lowered',
    ]);
  });

  it('finds what nodes lose by a config that went together with the project file that names it', async () => {
    workspace.write('.hotfixrc.json', '{ "files": ["pinned.json"] }');
    workspace.write('fleet/.hotfixrc.json', '{ "files": ["deep/*.conf"] }');
    for (const name of ['pinned.json', 'fleet/deep/a.conf', 'other.json']) workspace.write(name, clean);
    workspace.commit();
    for (const name of ['.hotfixrc.json', 'pinned.json', 'fleet', 'other.json'])
      rmSync(workspace.path(name), { recursive: true });
    expect(await found('', '--baseline=HEAD')).toEqual([
      'fleet/deep/a.conf entry-removed',
      'pinned.json entry-removed',
    ]);
  });

  it('still reports a folder that never existed, or that a sparse checkout leaves out', async () => {
    workspace.write('kept/hotfix.json', clean);
    workspace.commit();
    workspace.git('sparse-checkout', 'set', 'kept');
    const leftOut = await workspace.run('check', 'parts', '--baseline=HEAD');
    expect([leftOut.status, leftOut.err]).toEqual([3, expect.stringContaining('cannot read "parts"')]);

    const { status, err } = await workspace.run('check', 'part', '--baseline=HEAD');
    expect([status, err]).toEqual([3, expect.stringContaining('cannot read "part": no such file')]);
  });

  it('reports files that a sparse checkout leaves out as unchecked, not as deleted', async () => {
    workspace.write('kept/hotfix.json', clean);
    workspace.commit();
    workspace.git('sparse-checkout', 'set', 'kept');
    expect(existsSync(workspace.path('parts/hotfix.json'))).toBe(false);
    const { status, out, err } = await workspace.run('check', '--baseline=HEAD', ...flags);
    expect([status, JSON.parse(out)]).toEqual([0, []]);
    expect(err).toBe(
      'warning: "parts/hotfix.json" is not in this sparse checkout and was skipped\nhint: add its folder with "git sparse-checkout add"\n',
    );
  });

  it('says that nodes could not read a config, and so lose nothing', async () => {
    workspace.write('parts/hotfix.json', `${clean},`);
    workspace.commit();
    workspace.write('parts/hotfix.json', lowered);
    const { out, err } = await workspace.run('check', '--baseline=HEAD', ...flags);
    expect(JSON.parse(out)).toEqual([]);
    expect(err).toContain('nodes cannot read "parts/hotfix.json" at "HEAD"');
  });

  it('is right for many configs, large ones and odd names among them', async () => {
    const entries = Array.from({ length: 20_000 }, (_, i) => `"note${i}": 1`).join(',\n');
    const names = Array.from({ length: 60 }, (_, i) => `many/${i}-hotfix.json`);
    if (process.platform !== 'win32') names.push('many/new\nline-hotfix.json', 'many/ü "q"-hotfix.json');
    for (const name of names) workspace.write(name, clean);
    workspace.write('many/large-hotfix.json', `{ ${entries}, "version": "202604.01.3" }`);
    workspace.commit();
    for (const name of names) workspace.write(name, lowered);
    workspace.write('many/large-hotfix.json', `{ ${entries}, "version": "202604.01.2" }`);
    const all = await found('', 'many', '--baseline=HEAD', '--rule=unknown-property=off');
    expect(all.toSorted()).toEqual(
      [...names, 'many/large-hotfix.json'].map((name) => `${name} patch-lowered`).toSorted(),
    );
  });
});

describe('check --baseline FILE that only older controllers can read', () => {
  const readByOlder = '{ "version": "202604.24.3", "scripts_version": 7 }';
  const withRecord = ['--format=json', '--rule=no-hotfix=off', '--today=2026-08-01'];
  const check = async (...args: readonly string[]) => {
    const files = { ...nodeFiles, bundledRecord };
    const all = ['check', 'now/hotfix.json', ...withRecord, ...args];
    const { out, err } = await hotfixConfigHere(all, { cwd: workspace.path(), files });
    expect(err).toBe('');
    return findings(out);
  };

  it('reports what their nodes lose, as a file and as a revision', async () => {
    workspace.write('now/hotfix.json', readByOlder);
    workspace.commit();
    workspace.write('now/hotfix.json', '{}');
    workspace.write('old.json', readByOlder);
    expect(await check('--baseline=./old.json')).toEqual(['now/hotfix.json entry-removed']);
    expect(await check('--baseline=HEAD')).toEqual(['now/hotfix.json entry-removed']);
  });
});

it('is that of the folder in a hook of git that runs elsewhere', async () => {
  // A separate process uses the bundled record, which does not have the base.
  workspace.write('.hotfixrc.json', '{ "bundledRecord": false }');
  workspace.write('sub/a-hotfix.json', clean);
  workspace.commit();
  workspace.git('worktree', 'add', '--quiet', 'linked');
  workspace.write('linked/sub/a-hotfix.json', lowered);
  // As git sets it in the hooks of a linked worktree.
  const env = {
    GIT_DIR: workspace.path('.git/worktrees/linked'),
    GIT_INDEX_FILE: '.git/worktrees/linked/index',
  };
  const { status, out } = await workspace.runWith(
    { cwd: workspace.path('linked/sub'), env },
    'check',
    '--baseline=HEAD',
    ...flags,
  );
  expect([status, JSON.parse(out).map(({ ruleId }: { ruleId: string }) => ruleId)]).toEqual([
    1,
    ['patch-lowered'],
  ]);
});

it.skipIf(process.platform === 'win32')('runs nothing that a repository configures', async () => {
  const touch = `touch ${workspace.path('ran')}; cat`;
  const settings = [
    'core.fsmonitor',
    'core.pager',
    'core.sshCommand',
    'diff.external',
    'diff.odd.command',
    'diff.odd.textconv',
    'filter.odd.clean',
    'filter.odd.smudge',
    'filter.odd.process',
  ];
  for (const name of settings) workspace.git('config', name, touch);
  workspace.write('.git/info/attributes', '*.json filter=odd diff=odd\n');
  for (const hook of ['post-checkout', 'post-index-change', 'fsmonitor-watchman']) {
    workspace.write(`.git/hooks/${hook}`, `#!/bin/sh\n${touch}\n`);
  }
  workspace.write('parts/hotfix.json', lowered);
  expect(await found('', '--baseline=HEAD')).toEqual(['parts/hotfix.json patch-lowered']);
  await workspace.run('diff', 'HEAD:parts/hotfix.json', 'parts/hotfix.json');
  expect(existsSync(workspace.path('ran'))).toBe(false);
});
