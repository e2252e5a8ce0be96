import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/src/rules/index.ts';
import { clean, expectReported, mismatch, today, Workspace } from './workspace.ts';

const workspace = new Workspace();
const { run } = workspace;
const onWindows = process.platform === 'win32';

describe('work that cannot be done ends with 3', () => {
  it.each([
    ['missing.json', 'no such file'],
    ['', 'empty path'],
    ['hotfix.json/inside.json', onWindows ? 'no such file' : 'part of the path is not a folder'],
    [`${'a'.repeat(300)}.json`, onWindows ? 'no such file' : 'the name is too long'],
    ['control\u0007\u202e.json', '"control\\u0007\\u202e.json"'],
  ])('for a file that cannot be read: %j', async (path, message) => {
    workspace.write('hotfix.json', mismatch);
    for (const command of ['check', 'fix', 'explain']) {
      const result = await run(command, path);
      expectReported(result, 3, /^error: cannot read "/);
      expect(result.err).toContain(message);
    }
    expectReported(await run('diff', path, 'hotfix.json'), 3, 'cannot read');
  });

  it('for a folder instead of a file', async () => {
    mkdirSync(workspace.path('folder'));
    for (const args of [
      ['explain', 'folder'],
      ['diff', 'folder', 'folder'],
      ['check', '--baked-from=folder', 'x'],
    ]) {
      expectReported(await run(...args), 3, 'cannot read "folder": is a folder');
    }
    expectReported(
      await run('check', '--baseline=folder'),
      3,
      '"folder" is a folder, neither a file nor a git revision (this folder is not in a git repository)',
    );
  });

  it.skipIf(onWindows)('for a symbolic link to nothing, and for one to itself', async () => {
    symlinkSync('nowhere.json', workspace.path('broken-hotfix.json'));
    symlinkSync('circle-hotfix.json', workspace.path('circle-hotfix.json'));
    expectReported(await run('check', 'broken-hotfix.json'), 3, 'broken symbolic link');
    expectReported(await run('check', 'circle-hotfix.json'), 3, 'circular symbolic links');
    const { status, err } = await run('check', '.');
    expect([status, err.match(/ is a symbolic link and was skipped$/gm)?.length]).toEqual([0, 2]);
    expect(err).toContain('no config found');
  });

  it.skipIf(onWindows)('for a file without read permission, and checks the others', async () => {
    workspace.turnRecordOff();
    workspace.write('a-hotfix.json', mismatch);
    workspace.write('b-hotfix.json', mismatch);
    workspace.write('c-hotfix.json', mismatch);
    chmodSync(workspace.path('b-hotfix.json'), 0);
    const result = await workspace.runUnprivileged('check', '--format=json', today);
    expectReported(result, 3, 'cannot read "b-hotfix.json": permission denied');
    expect(JSON.parse(result.out)).toMatchObject([
      { file: 'a-hotfix.json' },
      { file: 'c-hotfix.json' },
      { file: 'b-hotfix.json', ruleId: 'unreadable-file' },
    ]);
    expectReported(await workspace.runUnprivileged('explain', 'b-hotfix.json'), 3, 'permission denied');
  });

  it.skipIf(onWindows)('for a folder without read permission, and checks the others', async () => {
    workspace.turnRecordOff();
    workspace.write('open/hotfix.json', mismatch);
    workspace.write('shut/hotfix.json', mismatch);
    chmodSync(workspace.path('shut'), 0);
    const result = await workspace.runUnprivileged('check', today);
    expectReported(result, 3, 'cannot read "shut": permission denied');
    expect(result.out).toMatch(/^open\/hotfix\.json:1:31: error/);
  });

  it.skipIf(onWindows)('for a project file that is a named pipe', async () => {
    workspace.write('hotfix.json', clean);
    execFileSync('mkfifo', [workspace.path('.hotfixrc.json')]);
    expectReported(await run('check', 'hotfix.json'), 3, '.hotfixrc.json": not a regular file');
  });

  it.skipIf(onWindows)('for a project file without read permission', async () => {
    workspace.write('hotfix.json', clean);
    workspace.write('.hotfixrc.json', '{}');
    chmodSync(workspace.path('.hotfixrc.json'), 0);
    expectReported(
      await workspace.runUnprivileged('check', today),
      3,
      /cannot read ".*\.hotfixrc\.json": permission/,
    );
  });

  it.skipIf(onWindows)(
    'for a folder or a file without write permission, and leaves no temporary file',
    async () => {
      const faulty = '{ "version": "v202604.01.3" }\n';
      workspace.write('shut/hotfix.json', faulty);
      workspace.write('open/hotfix.json', faulty);
      chmodSync(workspace.path('shut'), 0o555);
      chmodSync(workspace.path('open'), 0o777);
      chmodSync(workspace.path('open/hotfix.json'), 0o444);
      const result = await workspace.runUnprivileged('fix', 'shut', 'open');
      expectReported(
        result,
        3,
        /cannot write "shut\/hotfix\.json": permission denied.*cannot write "open\/hotfix\.json"/s,
      );
      expect([workspace.read('shut/hotfix.json'), workspace.read('open/hotfix.json')]).toEqual([
        faulty,
        faulty,
      ]);
      expect((await run('check', 'shut', 'open')).err).toContain('in 2 files');
    },
  );

  it('where git is not installed, once it is needed', async () => {
    workspace.write('hotfix.json', mismatch);
    workspace.git('init', '--quiet');
    const env = { PATH: workspace.path('nowhere') };
    expectReported(
      await workspace.runWith({ env }, 'check', '--baseline=HEAD'),
      3,
      'git is not installed\nhint: install git, or name a file',
    );
    expectReported(
      await workspace.runWith({ env }, 'diff', 'HEAD:a', 'hotfix.json'),
      3,
      'git is not installed',
    );
    // Paths are read, but not searched for configs.
    expectReported(
      await workspace.runWith({ env }, 'check', today),
      1,
      /warning: checking git-ignored files too: git is not installed/,
    );
  });

  it('where standard output takes no more', async (context) => {
    if (process.platform !== 'linux') return context.skip('/dev/full is of Linux');
    workspace.write('hotfix.json', mismatch);
    for (const command of ['check', 'rules', 'explain hotfix.json', 'diff hotfix.json /dev/null', '--help']) {
      expectReported(
        await workspace.shell(`hotfix-config ${command} > /dev/full`),
        3,
        'cannot write to standard output: no space left',
      );
    }
  });

  it.skipIf(onWindows)('where the working directory was deleted', async () => {
    const line = 'mkdir gone && cd gone && rmdir ../gone && hotfix-config';
    for (const command of ['check', 'check hotfix.json', 'fix -', 'explain x', 'diff x y']) {
      expectReported(await workspace.shell(`${line} ${command}`), 3, 'the working directory does not exist');
    }
    expect((await workspace.shell(`${line} rules`)).status).toBe(0);
  });

  it.skipIf(onWindows)('where standard input is a folder', async () => {
    expectReported(
      await workspace.shell('hotfix-config check - < .'),
      3,
      'cannot read standard input: is a folder',
    );
  });
});

describe('unusual files are not a failure', () => {
  it.each([
    ['a binary file', Uint8Array.from([0, 255, 254, 1, 2, 3]), 'json-syntax', 1],
    ['an empty file', '', 'no-hotfix', 0],
    ['white space', ' \n\t', 'no-hotfix', 0],
    ['UTF-16', Buffer.from(`\ufeff${clean}`, 'utf16le'), 'json-syntax', 1],
    ['a byte-order mark', `\ufeff${clean}`, 'json-syntax', 1],
    ['deep nesting', '['.repeat(200_000), 'json-syntax', 1],
  ])('%s', async (_, content, rule, status) => {
    workspace.write('hotfix.json', content);
    const result = await run('check', '--format=json', today);
    expect(JSON.parse(result.out)).toMatchObject([{ ruleId: rule }]);
    expectReported(result, status, /^$/);
  });

  it.skipIf(onWindows)('standard input that is closed is an empty config', async () => {
    expect(await workspace.shell('hotfix-config check - --format=json <&-')).toMatchObject({
      status: 0,
      out: expect.stringContaining('no-hotfix'),
    });
  });

  it('a symbolic link is followed where it is named, and in a folder is not', async (context) => {
    if (onWindows) return context.skip('making a link takes rights there');
    workspace.write('elsewhere/kept.txt', mismatch);
    mkdirSync(workspace.path('folder'));
    symlinkSync('../elsewhere/kept.txt', workspace.path('folder/hotfix.json'));
    symlinkSync('../elsewhere', workspace.path('folder/linked'));
    expect((await run('check', 'folder/hotfix.json', today)).status).toBe(1);
    expect((await run('check', 'folder', today)).err).toContain('no config found');
    workspace.git('init', '--quiet');
    workspace.commit();
    expect((await run('check', 'folder', today)).err).toContain('no config found');
  });

  it('a deleted config that git still lists is not checked', async () => {
    for (const name of ['a/hotfix.json', 'b/hotfix.json', 'c/hotfix.json']) workspace.write(name, mismatch);
    workspace.git('init', '--quiet');
    workspace.commit();
    rmSync(workspace.path('a'), { recursive: true });
    rmSync(workspace.path('b'), { recursive: true });
    workspace.write('b', 'a file by now');
    const result = await run('check', '--format=json', today);
    expectReported(result, 1, /^$/);
    expect(JSON.parse(result.out)).toMatchObject([{ file: 'c/hotfix.json' }]);
  });

  it('an invalid version gives a warning, except with explain', async () => {
    workspace.write('hotfix.json', clean);
    expectReported(
      await run('check', today, '--baked=dev', 'hotfix.json'),
      0,
      '--baked "dev" is ignored: not a version such as "202604.01.0"',
    );
    expectReported(await run('explain', '--baked=dev', 'hotfix.json'), 0, /^$/);
  });

  it('a rule of every id can be set', async () => {
    workspace.write('hotfix.json', mismatch);
    const off = rules.map(({ id }) => `--rule=${id}=off`);
    expect(await run('check', today, ...off)).toMatchObject({ status: 0, out: '' });
  });
});
