import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { delimiter, dirname } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { findGit } from '../../server/src/cli/git-program.ts';
import { clean, mismatch, today, Workspace } from './workspace.ts';

const workspace = new Workspace();
const onUnix = describe.skipIf(process.platform === 'win32');

describe('git on Windows', () => {
  const find = (env: NodeJS.ProcessEnv, ...programs: readonly string[]) =>
    findGit({ env, platform: 'win32', cwd: 'C:\\work' }, (file) => programs.includes(file));

  it.each<[string, NodeJS.ProcessEnv, string[], string | undefined]>([
    ['an absolute entry', { Path: 'C:\\Git\\cmd' }, ['C:\\Git\\cmd\\git.exe'], 'C:\\Git\\cmd\\git.exe'],
    ['the first that has one', { PATH: 'C:\\a;D:\\b' }, ['D:\\b\\git.exe'], 'D:\\b\\git.exe'],
    ['an entry in quotes', { PATH: '"C:\\a;b";"C:\\a b"' }, ['C:\\a b\\git.exe'], 'C:\\a b\\git.exe'],
    [
      'the order of PATHEXT',
      { PATH: 'C:\\a', PATHEXT: '.COM;.EXE' },
      ['C:\\a\\git.exe', 'C:\\a\\git.com'],
      'C:\\a\\git.com',
    ],
    ['no script', { PATH: 'C:\\a', PATHEXT: '.CMD;.BAT' }, ['C:\\a\\git.cmd', 'C:\\a\\git.bat'], undefined],
    [
      'not the working directory',
      { PATH: 'C:\\work;c:\\WORK\\' },
      ['C:\\work\\git.exe', 'c:\\WORK\\git.exe'],
      undefined,
    ],
    [
      'no relative entry',
      { PATH: '.;;bin;C:bin' },
      ['git.exe', '.\\git.exe', 'bin\\git.exe', 'C:bin\\git.exe'],
      undefined,
    ],
    ['none without PATH', {}, ['git.exe', 'C:\\work\\git.exe'], undefined],
  ])('is %s', (_, env, programs, expected) => {
    expect(find(env, ...programs)).toBe(expected);
  });
});

onUnix('a repository with a program called git', () => {
  function trap(folder = '.'): void {
    workspace.write(`${folder}/git`, `#!/bin/sh\ntouch '${workspace.path('trapped')}'\n`);
    chmodSync(workspace.path(`${folder}/git`), 0o755);
  }

  it('does not run it, for any PATH', async () => {
    workspace.git('init', '--quiet');
    workspace.write('hotfix.json', mismatch);
    workspace.commit();
    trap();
    trap('bin');
    const PATH = ['', '.', 'bin', workspace.path(), process.env['PATH']].join(delimiter);
    for (const args of [
      ['check', today, '--baseline=HEAD'],
      ['fix', '--check'],
      ['diff', 'HEAD:hotfix.json', 'hotfix.json'],
    ])
      expect((await workspace.runWith({ env: { PATH } }, ...args)).err).not.toContain('git');
    expect(existsSync(workspace.path('trapped'))).toBe(false);
    const none = await workspace.runWith({ env: { PATH: '.' } }, 'check', today, '--baseline=HEAD');
    expect([none.status, none.err]).toEqual([
      3,
      expect.stringContaining('git is not installed\nhint: install git'),
    ]);
    expect(existsSync(workspace.path('trapped'))).toBe(false);
  });

  it('skips a link to the working directory', () => {
    trap('here');
    symlinkSync('here', workspace.path('linked'));
    const PATH = workspace.path('linked');
    const search = { env: { PATH }, platform: process.platform };
    expect(findGit({ ...search, cwd: workspace.path('here') })).toBeUndefined();
    expect(findGit({ ...search, cwd: workspace.path() })).toBe(workspace.path('linked/git'));
  });

  it('skips folders and files without execute permission', () => {
    workspace.write('a/git', '');
    chmodSync(workspace.path('a/git'), 0o644);
    mkdirSync(workspace.path('b/git'), { recursive: true });
    trap('c');
    const PATH = ['a', 'b', 'c'].map((name) => workspace.path(name)).join(delimiter);
    const found = findGit({ env: { PATH }, platform: process.platform, cwd: workspace.path() });
    expect(found).toBe(workspace.path('c/git'));
  });
});

onUnix('a git that does not answer', () => {
  const brief = { HOTFIX_CONFIG_GIT_TIMEOUT: '1' };

  beforeEach(() => {
    workspace.git('init', '--quiet', '--initial-branch=main');
    workspace.write('parts/hotfix.json', clean);
    workspace.commit();
  });

  it('is stopped, and a user who waits knows why', async () => {
    workspace.write('bin/git', '#!/bin/sh\nexec sleep 600\n');
    chmodSync(workspace.path('bin/git'), 0o755);
    const PATH = [workspace.path('bin'), process.env['PATH']].join(delimiter);
    const { err } = await workspace.runWith({ env: { ...brief, PATH } }, 'check', today);
    expect(err).toContain('waiting for git to list the files of "');
    expect(err).toContain('git did not answer within 1 s\nhint: look for a named pipe');
  });

  it.each([
    ['.gitignore', '.gitignore'],
    ['the .gitignore of a folder', 'parts/.gitignore'],
    ['info/exclude', '.git/info/exclude'],
    ['a branch', '.git/refs/heads/main'],
    ['a list of other repositories', '.git/objects/info/alternates'],
    ['the excludes file of a user', 'home/.config/git/ignore'],
    ['the excludes file of the settings', 'excluded'],
    ['the settings of a user', 'home/.gitconfig'],
  ])('is stopped early if it waits for a named pipe as %s', async (_, name) => {
    const pipe = workspace.path(name);
    mkdirSync(dirname(pipe), { recursive: true });
    rmSync(pipe, { force: true });
    execFileSync('mkfifo', [pipe]);
    if (name === 'excluded') workspace.git('config', 'core.excludesFile', pipe);
    const env = { HOTFIX_CONFIG_GIT_TIMEOUT: '20', HOME: workspace.path('home'), XDG_CONFIG_HOME: undefined };
    const { err } = await workspace.runWith({ env }, 'check', '--baseline=HEAD', today);
    expect(err).toContain(`git waits for ${JSON.stringify(pipe)}, which is not a regular file\nhint: `);
  });
});
