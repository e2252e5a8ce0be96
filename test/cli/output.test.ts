import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { formats } from '../../server/src/cli/formats.ts';
import { clean, mismatch, today, Workspace } from './workspace.ts';

const workspace = new Workspace();
beforeEach(() => {
  workspace.turnRecordOff();
  workspace.write('deploy/a-hotfix.json', mismatch);
  workspace.write('deploy/b-hotfix.json', clean);
});
const check = (...args: string[]) => workspace.run('check', today, ...args);
const outputs = (...all: string[]) => all.map((one) => `--output=${one}`);

describe('check --output', () => {
  it('writes each file as --format prints it, in one run', async () => {
    const { status, out } = await check(
      '--format=github',
      ...outputs(...formats.map((name) => `${name}=reports/${name}`)),
    );
    expect(status).toBe(1);
    for (const format of formats) {
      const printed = await check(`--format=${format}`);
      expect(readFileSync(workspace.path(`reports/${format}`), 'utf8')).toBe(printed.out);
      if (format === 'github') expect(out).toBe(printed.out);
    }
  });

  it('names files as each format does', async () => {
    workspace.git('init', '-q');
    const cwd = workspace.path('deploy');
    await workspace.runWith(
      { cwd },
      'check',
      today,
      ...outputs('json=../found.json', 'sarif=../found.sarif'),
    );
    expect(workspace.read('found.json')).toContain('"file": "a-hotfix.json"');
    expect(workspace.read('found.sarif')).toContain('"deploy/a-hotfix.json"');
  });

  it('replaces an older report, and leaves no color in a file', async () => {
    workspace.write('report.txt', 'x'.repeat(10_000));
    await check('--color=always', ...outputs('text=report.txt'));
    expect(workspace.read('report.txt')).toMatch(/^deploy\/a-hotfix\.json:1:/);
    expect(workspace.read('report.txt')).not.toContain('\u001b');
  });

  it.each([
    ['sarif', 'invalid --output "sarif"'],
    ['sarif=', 'invalid --output "sarif="'],
    ['yaml=x', 'invalid --output "yaml=x"'],
    ['srif=x', 'invalid --output "srif=x"\nhint: did you mean "sarif=x"?'],
    [
      'sarif=-',
      '--output "sarif=-" is not a file\nhint: use --format sarif for standard output, or write "./-"',
    ],
    [
      'json=deploy/../deploy/b-hotfix.json',
      '"deploy/../deploy/b-hotfix.json" is a file to check, or another output',
    ],
  ])('%s is wrong usage, and nothing is written', async (output, message) => {
    const { status, out, err } = await check(...outputs(output, 'text=other.txt'));
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(`error: ${message.startsWith('"') ? '--output ' : ''}${message}`);
    expect(workspace.read('deploy/b-hotfix.json')).toBe(clean);
    expect(existsSync(workspace.path('other.txt'))).toBe(false);
  });

  it('refuses one file for two reports', async () => {
    const { status, err } = await check(...outputs('json=a', 'sarif=./a'));
    expect([status, err]).toEqual([
      2,
      expect.stringContaining('--output "./a" is a file to check, or another output'),
    ]);
  });

  it.skipIf(process.platform === 'win32')('does not write through a link of the repository', async () => {
    symlinkSync('deploy/b-hotfix.json', workspace.path('report.json'));
    const { status, err } = await check(...outputs('json=report.json'));
    expect([status, err]).toEqual([
      2,
      'error: --output "report.json" is a symbolic link\nhint: name the file itself\n',
    ]);
    expect(workspace.read('deploy/b-hotfix.json')).toBe(clean);
  });

  it('says why a file cannot be written', async () => {
    const { status, err } = await check(...outputs('json=deploy'));
    expect([status, err]).toEqual([3, expect.stringContaining('error: cannot write "deploy": is a folder')]);
    expect((await check(...outputs('json=deploy/b-hotfix.json/x'))).err).toContain(
      'part of the path is not a folder',
    );
  });
});

describe('check --format markdown', () => {
  it('is a sum and a table, errors first', async () => {
    workspace.write(
      'deploy/a-hotfix.json',
      '{\n  "version": "202604.11.0",\n  "hotfixes": { "202604.11": "202605.30.2" }\n}',
    );
    const { out } = await check('--format=markdown', '--rule=unknown-base=off');
    expect(out.split('\n').map((line) => line.replace(/ \|[^|]*\|$/, ''))).toEqual([
      '1 error, 2 warnings in 2 files.',
      '',
      '| level | position | rule',
      '| --- | --- | ---',
      '| **error** | `deploy/a-hotfix.json:3:31` | base-mismatch',
      '| warning | `deploy/a-hotfix.json:2:3` | shadowed-version',
      '| warning | `deploy/a-hotfix.json:2:25` | never-upgrades',
      '',
    ]);
    workspace.write('deploy/a-hotfix.json', clean);
    expect((await check('--format=markdown')).out).toBe('No findings in 2 files.\n');
  });

  it('turns nothing of a file into markup, and stays short', async () => {
    const bases = Array.from({ length: 3_000 }, (_, i) => [`@team|<b>${i}`, '![x](y)']);
    workspace.write('deploy/a-hotfix.json', JSON.stringify({ hotfixes: Object.fromEntries(bases) }));
    const { out } = await check('--format=markdown');
    expect(out.length).toBeLessThan(60_000);
    expect(out).toMatch(/\n\d+ more findings are left out\.\n$/);
    expect(out).not.toMatch(/@team|<b>|(?<!\\)!?\[x/);
  });
});
