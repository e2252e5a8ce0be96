import { mkdirSync, rmSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { Analysis } from '../../server/src/model/index.ts';
import { rules } from '../../server/src/rules/index.ts';
import { check as checkText } from '../../server/src/service/findings/finding.ts';
import { hotfixConfig } from '../support/cli.ts';
import { readMarked } from '../support/markers.ts';
import { clean, mismatch, today, Workspace } from './workspace.ts';

const workspace = new Workspace();
// The bases of these tests are made up.
beforeEach(() => workspace.turnRecordOff());
const { run } = workspace;
const runBuilt = (...args: string[]) => hotfixConfig(args, { cwd: workspace.path() });

describe('check', () => {
  it('prints each finding with its line, carets and first fix, and a sum on standard error', async () => {
    workspace.write('a-hotfix.json', mismatch);
    const { status, out, err } = await runBuilt('check', today);
    expect([status, err]).toEqual([
      1,
      '1 error in 1 file.\nhint: "hotfix-config rules base-mismatch" describes the rule\n',
    ]);
    workspace.write(
      'hotfix.json',
      '{ "hotfixes": { "202604.1": "v202604.01.3", "202605.30": "202605.30." } }',
    );
    expect((await run('check', today)).err).toMatch(
      /^4 errors in 2 files\. 2 fixable with "hotfix-config fix"\.\n/,
    );
    expect(out.replace(/(?<=base-mismatch "202605.30.2").*/, '')).toBe(
      [
        'a-hotfix.json:1:31: error base-mismatch "202605.30.2"',
        ' 1 | { "hotfixes": { "202604.01": "202605.30.2" } }',
        '   |                               ^^^^^^^^^',
        '   = help: Change version to "202604.01.2"',
        '',
        '',
      ].join('\n'),
    );
  });

  it('finds the configs in a folder, without git-ignored and other files', async () => {
    workspace.git('init', '-q');
    workspace.write('a/hotfix.json', mismatch);
    workspace.write('a/package.json', mismatch);
    workspace.write('built/hotfix.json', mismatch);
    workspace.write('.gitignore', 'built/\n');
    workspace.write('.hotfixrc.json', '{ "bundledRecord": false, "files": ["anc/*.json"] }');
    workspace.write('anc/pins.json', mismatch);
    const { out } = await run('check', '--format', 'json', today);
    expect(JSON.parse(out).map(({ file }: { file: string }) => file)).toEqual([
      'a/hotfix.json',
      'anc/pins.json',
    ]);
  });

  it('has the findings of the server for the examples of every rule, with ranges and fixes', async () => {
    const samples = rules.flatMap((rule) => rule.examples.map(({ before }) => readMarked(before).text));
    samples.forEach((text, i) => {
      workspace.write(`${String(i).padStart(3, '0')}-hotfix.json`, text);
    });
    const { out } = await run('check', '--format', 'json', today);
    const expected = samples.flatMap((text) =>
      checkText(new Analysis(text), { levels: {}, today: '2026-07-01' }).map(({ ruleId, level, message }) => [
        ruleId,
        level,
        message(),
      ]),
    );
    const found: { ruleId: string; level: string; message: string }[] = JSON.parse(out);
    expect(found.map(({ ruleId, level, message }) => [ruleId, level, message])).toEqual(expected);
  });

  it('counts lines and columns from 1, in UTF-16 units, and names the edits of each fix', async () => {
    workspace.write('x-hotfix.json', '{\r\n  "note😀": 1, "version": "v202604.01.3"\r\n}');
    const { out } = await run('check', '--format=json', '--rule', 'unknown-property=off', today);
    const range = { start: { line: 2, column: 28 }, end: { line: 2, column: 40 } };
    expect(JSON.parse(out)).toEqual([
      {
        file: 'x-hotfix.json',
        ruleId: 'malformed-version',
        messageId: 'respelled',
        level: 'error',
        message: expect.any(String),
        range,
        fixes: [
          {
            title: expect.stringContaining('"202604.01.3"'),
            safe: true,
            edits: [{ range, text: '202604.01.3' }],
          },
        ],
      },
    ]);
  });

  it.each([
    [['--fail-on', 'warning'], 1],
    [['--fail-on', 'error'], 0],
    [['--rule', 'never-upgrades=error'], 1],
    [['--rule', 'never-upgrades=off', '--fail-on=hint'], 0],
  ])('ends by the level to fail on: %j is %i', async (flags, status) => {
    workspace.write('hotfix.json', '{ "version": "202604.01.0" }');
    expect((await run('check', ...flags, today)).status).toBe(status);
  });

  it('reads standard input under the name that is given', async () => {
    const { status, out } = await hotfixConfig(['check', '-', '--stdin-filename', 'draft.json', today], {
      cwd: workspace.path(),
      input: mismatch,
    });
    expect([status, out.split(' ')[0]]).toEqual([1, 'draft.json:1:31:']);
  });

  it('reports a UTF-16 file with a single finding', async () => {
    workspace.write('hotfix.json', Buffer.from(`\ufeff${clean}`, 'utf16le'));
    const { out } = await run('check', '--format=json', today);
    expect(JSON.parse(out)).toMatchObject([
      { ruleId: 'json-syntax', message: expect.stringContaining('utf16le') },
    ]);
  });

  it.each([
    ['little', Buffer.from(clean, 'utf16le')],
    ['big', Buffer.from(clean, 'utf16le').swap16()],
  ])(
    'reports a file that looks like %s-endian UTF-16 without a mark with a single finding',
    async (_, bytes) => {
      workspace.write('hotfix.json', bytes);
      const { status, out } = await run('check', '--format=json', today);
      expect(JSON.parse(out)).toMatchObject([
        {
          ruleId: 'json-syntax',
          messageId: 'utf-16',
          fixes: [],
        },
      ]);
      expect(status).toBe(1);
      expect((await run('explain', 'hotfix.json', '--baked=202604.01.0')).out).toContain(
        'hotfix.json:1:1: The file appears to be UTF-16',
      );
    },
  );

  it('judges by the baked versions of flags and files', async () => {
    workspace.write('hotfix.json', clean);
    workspace.write('baked.json', '{ "bakedVersions": ["202604.01.5"] }');
    const { out } = await run('check', '--format=json', '--baked-from', 'baked.json', today);
    expect(JSON.parse(out)).toMatchObject([{ ruleId: 'already-baked' }]);
  });

  it.each([
    [['check', '--rule', 'nope=off'], 2, 'unknown rule "nope"'],
    [['check', '--rule', 'no-hotfix=loud'], 2, 'invalid level in --rule "no-hotfix=loud"'],
    [['check', '--today', '2026-02-30'], 2, 'invalid --today "2026-02-30"'],
    [['check', '--nope'], 2, 'unknown option "--nope"'],
    [['check', 'missing.json'], 3, 'cannot read "missing.json": no such file'],
    [['check', '--baseline', 'HEAD'], 3, '"HEAD" is neither a file nor a git revision (this folder'],
    [['check', '--baked-from', 'missing.json', 'hotfix.json'], 3, 'cannot read'],
    [['nonsense'], 2, 'unknown command "nonsense"'],
    [['rules', 'nope'], 2, 'unknown rule "nope"'],
  ])('answers %j with status %i and a line that says why', async (args, status, message) => {
    workspace.write('hotfix.json', clean);
    const result = await run(...args);
    expect(result.err).toContain(message);
    expect(result.err).not.toMatch(/^\s+at /m);
    expect(result.status).toBe(status);
  });

  it('rejects a broken project file, with the position', async () => {
    workspace.write('hotfix.json', clean);
    workspace.write('.hotfixrc.json', '{\n  "rule": {}\n}');
    const { status, err } = await run('check');
    expect(status).toBe(2);
    expect((await run('explain', 'hotfix.json', '--baked=202604.01.0')).status).toBe(2);
    expect(err).toContain('.hotfixrc.json:2:3: Unknown setting "rule".');
  });

  it('succeeds without a config, with a warning', async () => {
    const { status, err } = await run('check');
    expect([status, err]).toEqual([
      0,
      'warning: no config found, nothing to check\nhint: name a file, or set "files" in .hotfixrc.json for other file names\n',
    ]);
  });
});

describe('check against a baseline', () => {
  beforeEach(() => {
    workspace.git('init', '-q');
    workspace.write('hotfix.json', clean);
    workspace.write('old-hotfix.json', '{ "scripts_version": "202604.01.2" }');
    workspace.git('add', '.');
    workspace.git('commit', '-qm', 'first');
  });
  const found = async (...flags: string[]) => {
    const { out } = await run('check', '--format=json', '--baseline', 'HEAD', today, ...flags);
    return JSON.parse(out).map(({ file, ruleId }: { file: string; ruleId: string }) => `${file} ${ruleId}`);
  };

  it('finds what nodes lose: an entry, a patch, a whole file', async () => {
    workspace.write('hotfix.json', '{ "hotfixes": { "202604.01": "202604.01.2" } }');
    rmSync(workspace.path('old-hotfix.json'));
    expect(await found('--rule=no-hotfix=off')).toEqual([
      'hotfix.json patch-lowered',
      'old-hotfix.json entry-removed',
    ]);
    workspace.write('hotfix.json', '{}');
    expect(await found('--rule=no-hotfix=off')).toEqual([
      'hotfix.json entry-removed',
      'old-hotfix.json entry-removed',
    ]);
  });

  it('finds nothing where nothing is lost: moved into version, moved with its name, or past the support window', async () => {
    workspace.write('hotfix.json', '{ "version": "202604.01.4" }');
    mkdirSync(workspace.path('kept'));
    workspace.git('mv', 'old-hotfix.json', 'kept/old-hotfix.json');
    expect(await found()).toEqual([]);
    workspace.write('hotfix.json', '{}');
    expect(await found('--today=2026-10-01', '--rule=no-hotfix=off')).toEqual(['hotfix.json entry-removed']);
    expect(await found('--today=2026-10-02', '--rule=no-hotfix=off', '--rule=retired-base=off')).toEqual([]);
  });

  it('accepts a file too, and reports a missing revision', async () => {
    workspace.write('before.json', '{ "hotfixes": { "202604.01": "202604.01.9" } }');
    const { out } = await run('check', 'hotfix.json', '--baseline', 'before.json', '--format=json', today);
    expect(JSON.parse(out)).toMatchObject([{ ruleId: 'patch-lowered' }]);
    const missing = await run('check', '--baseline', 'v9');
    expect([missing.status, missing.err]).toEqual([
      3,
      'error: "v9" is neither a file nor a git revision\nhint: check the name\n',
    ]);
  });
});
