import { beforeEach, describe, expect, it } from 'vitest';
import { mismatch, Workspace } from '../cli/workspace.ts';
import { hotfixConfig } from '../support/cli.ts';

const workspace = new Workspace();
beforeEach(() => {
  workspace.turnRecordOff();
  workspace.write('fol der/hotfix.json', mismatch);
});

const check = (...paths: string[]) => hotfixConfig(['check', ...paths], { cwd: workspace.path() });

describe('paths of Windows on the command line', () => {
  it.each([
    ['with backslashes', () => 'fol der\\hotfix.json'],
    ['with slashes', () => 'fol der/hotfix.json'],
    ['in other case', () => 'FOL DER\\HOTFIX.JSON'],
    ['absolute', () => workspace.path('fol der\\hotfix.json')],
    [
      'absolute, with a small drive letter',
      () => workspace.path('fol der\\hotfix.json').replace(/^./, (drive) => drive.toLowerCase()),
    ],
    ['of the folder, with a backslash at the end', () => 'fol der\\'],
    ['with dots', () => 'fol der\\..\\fol der\\hotfix.json'],
  ])('%s', async (_, path) => {
    const { status, out, err } = await check(path());
    expect(err).toMatch(/^1 error in 1 file\.\nhint: .*\n$/);
    expect(out).toMatch(/^fol der\/hotfix\.json:1:31: error base-mismatch /i);
    expect(status).toBe(1);
  });

  it.each([
    'CON',
    'nul.json',
    'fol der\\com1.json',
    '\\\\no-such-host\\share\\hotfix.json',
    'Q:\\hotfix.json',
  ])('says that it cannot read %s', async (path) => {
    const { status, out, err } = await check(path);
    expect([status, out]).toEqual([3, '']);
    expect(err).toMatch(/^error: cannot read ".*": .+\nhint: /);
  });

  it('may have the prefix of long paths', async () => {
    const { status, out } = await check(`\\\\?\\${workspace.path('fol der\\hotfix.json')}`);
    expect(out).toContain('hotfix.json:1:31: error base-mismatch ');
    expect(status).toBe(1);
  });

  it('are found below a folder whose path is longer than 260 characters', async () => {
    const deep = `${'a long name of a folder/'.repeat(12)}hotfix.json`;
    workspace.write(deep, mismatch);
    expect((await check()).err).toMatch(/^2 errors in 2 files\.\n/);
  });

  it('keep line ends of Windows when the file is fixed', async () => {
    workspace.write('fol der/hotfix.json', '{\r\n  "version": " 202604.01.3"\r\n}\r\n');
    await hotfixConfig(['fix'], { cwd: workspace.path() });
    expect(workspace.read('fol der/hotfix.json')).toBe('{\r\n  "version": "202604.01.3"\r\n}\r\n');
  });
});
