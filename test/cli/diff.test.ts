import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hotfixConfig, hotfixConfigHere, withRecord } from '../support/cli.ts';
import { today } from './workspace.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'diff-'));
  write('old.json', '{ "version": "202604.01.3", "scripts_version": "202605.30.1" }');
  write('new.json', '{ "hotfixes": { "202604.01": "202604.01.2", "202605.30": "202605.30.2" } }');
  write('.hotfixrc.json', '{ "bundledRecord": false }');
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}
const diff = (...args: string[]) =>
  hotfixConfigHere(['diff', today, ...args], { cwd: folder, files: withRecord });
const diffBuilt = (...args: string[]) => hotfixConfig(['diff', today, ...args], { cwd: folder });

describe('diff', () => {
  it('says what nodes did and do, losses first, with a row for the baked versions that do the same', async () => {
    const { status, out } = await diffBuilt('old.json', 'new.json');
    expect(status).toBe(0);
    expect(out).toBe(
      [
        'lost     202604.01.2               binary   upgrades to 202604.01.3  ->  stays',
        'lost     202605.30.0               scripts  upgrades to 202605.30.1  ->  stays',
        'lowered  202604.01.0, 202604.01.1  binary   upgrades to 202604.01.3  ->  upgrades to 202604.01.2',
        'gained   202605.30.0, 202605.30.1  binary   stays                    ->  upgrades to 202605.30.2',
        '2 lost, 2 lowered, 2 gained.',
        '',
      ].join('\n'),
    );
  });

  it('judges the images of the bundled record too, unless the project turns it off', async () => {
    const changes = async (...flags: string[]) => (await diff('old.json', 'new.json', ...flags)).out;
    const recorded = /^lost .*202604\.24\.0 .*-> {2}stays$/m;
    expect(await changes()).not.toMatch(recorded);
    rmSync(join(folder, '.hotfixrc.json'));
    expect(await changes()).toMatch(recorded);
    const named = /^lost .*202604\.01\.2\b.*-> {2}stays$/m;
    write('baked.json', '["202604.01.2"]');
    for (const flag of ['--baked=202604.01.2', '--baked-from=baked.json']) {
      const out = await changes(flag);
      expect(out).toMatch(named);
      expect(out).toMatch(recorded);
    }
  });

  it('says that no package has a version that nodes ask for', async () => {
    write(
      'spelled.json',
      '{ "hotfixes": { "202604.01": "v202604.1.03" }, "scripts_version": "v202604.1.03" }',
    );
    expect((await diff(devNull, 'spelled.json', '--baked=202604.01.0')).out).toBe(
      'gained   202604.01.0  scripts  stays  ->  upgrades to "v202604.1.03"\n' +
        'changed  202604.01.0  binary   stays  ->  asks for "v202604.1.03", which no package has\n' +
        '1 gained, 1 changed.\n',
    );
  });

  it('quotes the text that a controller without a comparison asks for', async () => {
    write('hostile.json', '{ "version": "x\\u001b[31m\\n202607.20.0  binary  stays" }');
    rmSync(join(folder, '.hotfixrc.json'));
    expect((await diff(devNull, 'hostile.json', '--baked=202604.24.0')).out).toBe(
      'changed  202604.24.0  binary  stays  ->  asks for "x\\u001b[31m\\u000a202607.20.0  binary  stays", which no package has\n1 changed.\n',
    );
  });

  it('calls a change unknown where no image is known to install the version', async () => {
    const images = ['AKSUbuntu/gen2/2004fipscontainerd'];
    write('old.json', '{}');
    write('new.json', '{ "version": "202609.01.1" }');
    write('baked.json', JSON.stringify([{ version: '202609.01.0', controller: 'current', images }]));
    expect((await diff('old.json', 'new.json', '--baked-from=baked.json')).out).toBe(
      'gained  202609.01.0  binary  stays  ->  unknown: asks for 202609.01.1\n1 gained.\n',
    );
    const { out } = await diff('old.json', 'new.json', '--baked-from=baked.json', '--format=json');
    expect(JSON.parse(out)).toEqual([
      {
        baked: '202609.01.0',
        what: 'binary',
        change: 'gained',
        before: null,
        after: '202609.01.1',
        unknown: ['after'],
      },
    ]);
  });

  it('judges the baked versions that it is given', async () => {
    const { out } = await diff(
      'old.json',
      'new.json',
      '--baked',
      '202604.01.2',
      '--baked',
      '202605.30.0',
      '--format=json',
    );
    expect(JSON.parse(out)).toEqual([
      { baked: '202604.01.2', what: 'binary', change: 'lost', before: '202604.01.3', after: null },
      { baked: '202605.30.0', what: 'scripts', change: 'lost', before: '202605.30.1', after: null },
      { baked: '202605.30.0', what: 'binary', change: 'gained', before: null, after: '202605.30.2' },
    ]);
  });

  it('is a table for a comment on a pull request', async () => {
    const { out } = await diff(
      'old.json',
      'new.json',
      '--baked',
      '202604.01.2',
      '--baked',
      '202605.30.9',
      '--format=markdown',
    );
    expect(out).toBe(
      [
        '| change | baked version | what | before | after |',
        '| --- | --- | --- | --- | --- |',
        '| **lost** | 202604.01.2 | binary | upgrades to 202604.01.3 | stays |',
        '',
        '1 lost.',
        '',
      ].join('\n'),
    );
  });

  it('exits with 1 for a loss or a lower patch only where that is asked for', async () => {
    write('none.json', '{}');
    write('version.json', '{ "version": "202604.01.3" }');
    write('lower.json', '{ "version": "202604.01.2" }');
    const status = async (...args: string[]) => (await diff(...args)).status;
    expect(await status('version.json', 'none.json')).toBe(0);
    expect(await status('version.json', 'none.json', '--exit-code')).toBe(1);
    expect(await status('version.json', 'lower.json', '--exit-code', '--baked=202604.01.0')).toBe(1);
    expect(await status('none.json', 'version.json', '--exit-code')).toBe(0);
    expect(await status('version.json', 'version.json', '--exit-code')).toBe(0);
  });

  it('names the first and the last of many baked versions that do the same', async () => {
    const baked = Array.from({ length: 24 }, (_, patch) => `--baked=202604.01.${patch}`);
    write('high.json', '{ "version": "202604.01.30" }');
    expect((await diff(devNull, 'high.json', ...baked)).out).toBe(
      'gained  202604.01.0 to 202604.01.23 (24 versions)  binary  stays  ->  upgrades to 202604.01.30\n24 gained.\n',
    );
  });

  it('fits into a comment on a pull request, however many changes there are', async () => {
    const bases = Array.from({ length: 3_000 }, (_, i) => {
      const [year, month, day] = [2000 + Math.floor(i / 336), 1 + (Math.floor(i / 28) % 12), 1 + (i % 28)];
      return `${year}${String(month).padStart(2, '0')}.${String(day).padStart(2, '0')}`;
    });
    write(
      'many.json',
      JSON.stringify({ hotfixes: Object.fromEntries(bases.map((base) => [base, `${base}.1`])) }),
    );
    const { out } = await diff(devNull, 'many.json', '--format=markdown');
    expect(out.length).toBeLessThan(65_000);
    expect(out).toMatch(/\n3000 gained\. \d+ more rows are left out\.\n$/);
    const rows = out.split('\n').filter((line) => line.startsWith('| gained')).length;
    expect(out).toContain(` ${3_000 - rows} more rows`);
  });

  it('reads a path at a git revision', async () => {
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@localhost', ...args], {
        cwd: folder,
      });
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'first');
    write('old.json', '{}');
    const { out } = await diffBuilt(
      'HEAD:old.json',
      'old.json',
      '--baked=202604.01.0',
      '--baked=202605.30.9',
    );
    expect(out).toBe('lost  202604.01.0  binary  upgrades to 202604.01.3  ->  stays\n1 lost.\n');
    const missing = await diff('HEAD:gone.json', 'old.json');
    expect([missing.status, missing.err]).toEqual([
      3,
      expect.stringMatching(/cannot read "HEAD:gone.json": .*\nhint: .*; for "no config", write .*\n$/),
    ]);
  });

  it('uses the project of one side if the other is not a file', async () => {
    write('.hotfixrc.json', '{ "bakedVersions": ["202604.01.1", "202605.30.9"] }');
    const lost = 'lost  202604.01.1  binary  upgrades to 202604.01.2  ->  stays\n1 lost.\n';
    expect((await diff('new.json', devNull)).out).toBe(lost);
    const { out } = await hotfixConfigHere(['diff', today, `${folder}/new.json`, '-'], {
      cwd: tmpdir(),
      input: '{}',
    });
    expect(out).toBe(lost);
  });

  it('uses the project file of a file at a revision, for every spelling of its path', async () => {
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@localhost', ...args], {
        cwd: folder,
      });
    mkdirSync(join(folder, 'sub'));
    write('sub/old.json', '{ "version": "202604.01.3" }');
    write('sub/.hotfixrc.json', '{ "bakedVersions": ["202604.01.1"], "bundledRecord": false }');
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'a message');
    const cwd = join(folder, 'sub');
    for (const name of [
      'HEAD:./old.json',
      'HEAD:sub/old.json',
      ':0:sub/old.json',
      'HEAD^{/a}:sub/old.json',
    ]) {
      const { out } = await hotfixConfigHere(['diff', devNull, name], { cwd });
      expect(out).toBe('gained  202604.01.1  binary  stays  ->  upgrades to 202604.01.3\n1 gained.\n');
    }
  });

  it('says so when nothing changes, and when nodes cannot read a side', async () => {
    expect((await diff('old.json', 'old.json')).out).toBe('No change in node behavior.\n');
    write('broken.json', '{,}');
    const { status, err } = await diff('broken.json', 'new.json');
    expect([status, err]).toEqual([
      0,
      'warning: nodes cannot read "broken.json", so none upgrades with it\n',
    ]);
  });

  it('names the images that upgrade with a file that only current controllers cannot read', async () => {
    rmSync(join(folder, '.hotfixrc.json'));
    write('typed.json', '{ "version": "202607.20.3", "scripts_version": 3 }');
    const { out, err } = await diff(devNull, 'typed.json', '--baked=202604.24.0', '--baked=202607.20.0');
    expect(out).toBe('gained  202604.24.0  binary  stays  ->  upgrades to 202607.20.3\n1 gained.\n');
    expect(err).toBe(
      'warning: current controllers cannot read "typed.json", so only nodes of 202604.24.0 upgrade with it\n',
    );
    write('vain.json', '{ "version": "latest", "scripts_version": 3 }');
    expect((await diff(devNull, 'vain.json')).err).toContain('so none upgrades with it');
  });
});

describe('a loss of nodes past their support window', () => {
  it('is shown as such, and does not fail', async () => {
    write('after.json', '{}');
    write('before.json', '{ "hotfixes": { "202604.01": "202604.01.2", "202605.30": "202605.30.2" } }');
    const args = ['before.json', 'after.json', '--baked=202604.01.0', '--baked=202605.30.0', '--exit-code'];
    const { status, out } = await diff(...args, '--today=2026-10-02');
    expect(out).toBe(
      [
        'lost                 202605.30.0  binary  upgrades to 202605.30.2  ->  stays',
        'lost (past support)  202604.01.0  binary  upgrades to 202604.01.2  ->  stays',
        '2 lost (1 past support).',
        '',
      ].join('\n'),
    );
    expect(status).toBe(1);
    expect((await diff(...args, '--today=2026-12-01')).status).toBe(0);
    expect((await diff(...args, '--today=2026-10-01')).out).toContain('\n2 lost.\n');
    write('after.json', '{ "hotfixes": { "202604.01": "202604.01.1" } }');
    const lowered = await diff(...args, '--today=2027-01-01');
    expect([lowered.status, lowered.out]).toEqual([
      1,
      expect.stringContaining('1 lost (1 past support), 1 lowered.'),
    ]);
    write('after.json', '{}');
    const json = JSON.parse((await diff(...args, '--today=2026-10-02', '--format=json')).out);
    expect(json.map(({ supportedUntil }: { supportedUntil?: string }) => supportedUntil)).toEqual(
      expect.arrayContaining([undefined, '2026-10-01']),
    );
  });
});
