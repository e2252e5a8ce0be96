import { rmSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { clean, mismatch, today, Workspace } from './workspace.ts';

const workspace = new Workspace();
beforeEach(() => {
  workspace.write('.hotfixrc.json', '{ "ignore": ["of-others/**", "*.hotfix.json", "./top/hotfix.json"] }');
  for (const name of ['of-others/deep/hotfix.json', 'sql.hotfix.json', 'top/hotfix.json', 'ours/hotfix.json'])
    workspace.write(name, mismatch);
});

const { faultyFiles: checked } = workspace;

describe('files that the project ignores', () => {
  it('are not configs, whatever their name', async () => {
    expect(await checked()).toEqual(['ours/hotfix.json']);
  });

  it('are not changed by fix', async () => {
    workspace.write('top/hotfix.json', '{ "version": " 202604.01.3" }');
    workspace.write('ours/hotfix.json', '{ "version": " 202604.01.3" }');
    expect((await workspace.run('fix', today)).out).toBe('fixed ours/hotfix.json\n');
    expect((await workspace.run('fix', today, 'top/hotfix.json')).out).toBe('');
    expect(workspace.read('top/hotfix.json')).toBe('{ "version": " 202604.01.3" }');
  });

  it('are named and skipped where they are named, as by a hook', async () => {
    const { status, out, err } = await workspace.run('check', today, 'top/hotfix.json', 'ours/hotfix.json');
    expect(err).toContain(
      'warning: "top/hotfix.json" is ignored by --exclude or "ignore" in .hotfixrc.json\n',
    );
    expect(out).not.toContain('top/');
    expect(status).toBe(1);
  });

  it('still are losses against a baseline that did not ignore them', async () => {
    workspace.write('.hotfixrc.json', '{}');
    workspace.startRepository({ 'ours/hotfix.json': '{ "version": "202604.01.3" }' });
    workspace.write('.hotfixrc.json', '{ "ignore": ["ours/**"] }');
    workspace.write('ours/hotfix.json', '{}');
    const { status, out } = await workspace.run('check', today, '--baseline=HEAD');
    expect(out).toContain('ours/hotfix.json:1:1: error entry-removed "202604.01.3" was removed.');
    expect(status).toBe(1);
  });
});

describe('--exclude', () => {
  it('leaves out files at the baseline too', async () => {
    workspace.write('old/hotfix.json', clean);
    workspace.git('init', '-q');
    workspace.commit();
    workspace.write('old/hotfix.json', '{}');
    const check = async (...flags: string[]) =>
      (await workspace.run('check', 'old', today, '--baseline=HEAD', ...flags)).status;
    expect([await check(), await check('--exclude=old/**')]).toEqual([1, 0]);
    rmSync(workspace.path('old/hotfix.json'));
    expect([await check(), await check('--exclude=old/**')]).toEqual([1, 0]);
  });

  it('leaves out more files, below the working directory', async () => {
    expect(await checked('--exclude', 'ours/*.json')).toEqual([]);
    expect(await checked('--exclude=nothing', '--exclude=hotfix.json')).toEqual([]);
    const inFolder = await workspace.runWith(
      { cwd: workspace.path('ours') },
      'check',
      today,
      '--exclude=ours/**',
    );
    expect(inFolder.status).toBe(1);
  });

  it.each([
    ['!x', '"!" is not supported'],
    ['a[b', '"[" is not closed'],
    ['{a,b', '"{" is not closed'],
  ])('refuses %s', async (glob, problem) => {
    const { status, out, err } = await workspace.run('check', `--exclude=${glob}`);
    expect([status, out]).toEqual([2, '']);
    expect(err).toBe(
      `error: invalid --exclude "${glob}": ${problem}\nhint: name the files to leave out, such as "old/**"\n`,
    );
  });
});

describe('the globs of a project file', () => {
  it.each([
    ['files', '!a.json', '"!" is not supported; use "ignore" to leave files out'],
    ['ignore', 'x/[a.json', '"[" is not closed'],
    ['files', '{a', '"{" is not closed'],
  ])('in "%s" cannot be %s', async (setting, glob, problem) => {
    workspace.write('.hotfixrc.json', JSON.stringify({ [setting]: [glob] }));
    const { status, err } = await workspace.run('check', today);
    expect(status).toBe(2);
    expect(err).toContain(`"${setting}.0" is invalid: ${problem}.`);
  });

  it('can have escaped brackets', async () => {
    workspace.write('.hotfixrc.json', '{ "files": ["\\\\[a\\\\{.conf"] }');
    workspace.write('[a{.conf', mismatch);
    expect(await checked('--exclude=*.json')).toEqual(['[a{.conf']);
  });
});
