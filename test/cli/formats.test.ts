import { symlinkSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { clean, mismatch, today, Workspace } from './workspace.ts';

const workspace = new Workspace();
beforeEach(() => workspace.turnRecordOff());
const check = async (...args: string[]) => (await workspace.run('check', today, ...args)).out;

describe('check --format concise', () => {
  it('prints a line per finding', async () => {
    workspace.write('a-hotfix.json', mismatch);
    workspace.write('b-hotfix.json', '{\n  "version": "202604.01.0"\n}\n');
    expect(await check('--format=concise')).toMatch(
      /^a-hotfix\.json:1:31: error base-mismatch ".*\nb-hotfix\.json:2:25: warning never-upgrades ".*\n$/,
    );
  });
});

describe('check --format azure', () => {
  it('writes errors and warnings as issues, with escapes, and the rest as lines', async () => {
    workspace.write(
      'fol;der%/]/hotfix.json',
      '{ "hotfixes": { "202604.01": "a;]%b", "202603.01": "202603.01.1" } }',
    );
    expect(await check('--format=azure')).toMatch(
      /^##vso\[task\.logissue type=error;sourcepath=fol%3Bder%AZP25\/%5D\/hotfix\.json;linenumber=1;columnnumber=31;code=malformed-version;\]"a;\]%AZP25b" .*\nfol;der%\/\]\/hotfix\.json:1:40: hint unsorted-entries .*\n$/,
    );
  });

  it('names files from the root of the repository', async () => {
    workspace.git('init', '-q');
    workspace.write('deploy/hotfix.json', mismatch);
    const { out } = await workspace.runWith({ cwd: workspace.path('deploy') }, 'check', '--format=azure');
    expect(out).toContain('sourcepath=deploy/hotfix.json;');
  });
});

describe('check --format gitlab', () => {
  it('is a code quality report', async () => {
    workspace.write(
      'hotfix.json',
      '{ "hotfixes": {\n "202604.01": "202605.30.2",\n "202605.30": "202605.30.0" } }',
    );
    const issues = JSON.parse(await check('--format=gitlab'));
    expect(issues).toEqual([
      {
        description: expect.stringContaining('"202605.30.2" is not a version of base "202604.01"'),
        check_name: 'base-mismatch',
        fingerprint: expect.stringMatching(/^[\da-f]{32}$/),
        severity: 'major',
        location: {
          path: 'hotfix.json',
          positions: { begin: { line: 2, column: 16 }, end: { line: 2, column: 25 } },
        },
      },
      expect.objectContaining({ check_name: 'never-upgrades', severity: 'minor' }),
    ]);
  });

  it('keeps the fingerprint of a finding that moves, and has none twice', async () => {
    workspace.write('a-hotfix.json', mismatch);
    workspace.write('b-hotfix.json', mismatch);
    const fingerprints = async () =>
      JSON.parse(await check('--format=gitlab')).map((issue: { fingerprint: string }) => issue.fingerprint);
    const before = await fingerprints();
    expect(new Set(before).size).toBe(2);
    workspace.write('a-hotfix.json', `\n\n${mismatch}`);
    expect(await fingerprints()).toEqual(before);
  });

  it('is an empty list without a config', async () => {
    expect(await check('--format=gitlab')).toBe('[]\n');
  });
});

describe('check --format rdjson', () => {
  it('counts columns in bytes, and suggests fixes of one edit', async () => {
    workspace.write('hotfix.json', '{ "ü😀": 1, "version": "v202604.01.3" }');
    const { source, diagnostics } = JSON.parse(await check('--format=rdjson'));
    expect(source).toEqual({ name: 'hotfix-config' });
    const range = { start: { line: 1, column: 28 }, end: { line: 1, column: 40 } };
    expect(diagnostics.at(-1)).toEqual({
      message: expect.stringContaining('"v202604.01.3"'),
      location: { path: 'hotfix.json', range },
      severity: 'ERROR',
      code: { value: 'malformed-version' },
      suggestions: [{ range, text: '202604.01.3' }],
    });
  });

  it('is valid without a config', async () => {
    expect(JSON.parse(await check('--format=rdjson'))).toEqual({
      source: { name: 'hotfix-config' },
      diagnostics: [],
    });
  });
});

describe('check --format junit', () => {
  it('has one passed case without a config', async () => {
    expect(await check('--format=junit')).toContain(
      '<testsuites name="hotfix-config" tests="1" failures="0" errors="0">',
    );
  });
});

describe.skipIf(process.platform === 'win32')('a file that cannot be read', () => {
  it.each([
    ['json', /"ruleId": "unreadable-file",\s+"messageId": "unreadable",\s+"level": "error"/],
    ['github', /^::error file=broken-hotfix\.json::cannot read "broken-hotfix\.json": broken symbolic link/],
    ['azure', /^##vso\[task\.logissue type=error;sourcepath=broken-hotfix\.json;\]cannot read /],
    ['gitlab', /"check_name": "unreadable-file",\s.*\s+"severity": "blocker"/],
    ['rdjson', /"severity": "ERROR",\s+"code": {\s+"value": "unreadable-file"/],
    ['sarif', /"level": "error",\s+"message": {\s+"text": "cannot read /],
    ['junit', /<error message="cannot read /],
    ['markdown', /Not checked:/],
  ])('is an error in %s', async (format, expected) => {
    workspace.write('hotfix.json', clean);
    symlinkSync('nowhere', workspace.path('broken-hotfix.json'));
    const { status, out, err } = await workspace.run(
      'check',
      `--format=${format}`,
      'hotfix.json',
      'broken-hotfix.json',
    );
    expect(out).toMatch(expected);
    expect(err).toContain('error: cannot read "broken-hotfix.json": broken symbolic link\n');
    expect(status).toBe(3);
  });
});

describe('the text of check', () => {
  it('puts the caret under wide and combining characters', async () => {
    workspace.write('hotfix.json', '{ "日本語e\u0301😀": 1, "version": "202604.01.0" }');
    const [, line, carets] = (await check()).split('\n');
    expect(line).toBe(' 1 | { "日本語e\u0301😀": 1, "version": "202604.01.0" }');
    expect(carets).toBe('   |    ^^^^^^^^^');
  });

  it('marks where a long line is cut', async () => {
    workspace.write('hotfix.json', `{ ${' '.repeat(300)}"version": "202604.01.0"${' '.repeat(300)}}`);
    const [, line = '', carets = ''] = (await check()).split('\n');
    expect(line).toMatch(/^ 1 \| … .*"202604\.01\.0" *…$/);
    expect(line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('0');
  });
});

describe('check --quiet', () => {
  it('reports only errors', async () => {
    workspace.write(
      'hotfix.json',
      '{ "hotfixes": { "202604.01": "202605.30.2", "202605.30": "202605.30.0" } }',
    );
    const { status, out, err } = await workspace.run('check', today, '--quiet', '--format=concise');
    expect(out).toMatch(/^hotfix\.json:1:31: error base-mismatch .*\n$/);
    expect([status, err]).toEqual([1, '1 error in 1 file.\n']);
    const warned = await workspace.run('check', today, '--quiet', '--rule=base-mismatch=off');
    expect([warned.status, warned.out]).toEqual([0, '']);
  });
});

describe('check --fix', () => {
  it('applies the safe fixes, and reports what is left', async () => {
    workspace.write(
      'hotfix.json',
      '{ "hotfixes": { "202604.01": " 202604.01.3 ", "202605.30": "202605.30." } }',
    );
    const { status, out, err } = await workspace.run('check', today, '--fix', '--format=concise');
    expect(out).toMatch(/^hotfix\.json:1:59: error empty-patch .*\n$/);
    expect([status, err]).toEqual([1, 'fixed hotfix.json\n1 error in 1 file.\n']);
    expect(workspace.read('hotfix.json')).toContain('"202604.01": "202604.01.3"');
  });

  it('is wrong usage with standard input', async () => {
    const { status, err } = await workspace.run('check', '--fix', '-');
    expect([status, err]).toEqual([
      2,
      'error: --fix cannot be combined with "-"\nhint: use "hotfix-config fix -" for standard input\n',
    ]);
  });
});

describe('fix --diff', () => {
  it('prints the changes and writes nothing', async () => {
    const before = '{\n  "version": " 202604.01.3",\n  "hotfixes": {}\n}\n';
    workspace.write('deploy/hotfix.json', before);
    const { status, out } = await workspace.run('fix', '--diff');
    expect(out.split('\n').filter((line) => /^[-+]/.test(line))).toEqual([
      '--- a/deploy/hotfix.json',
      '+++ b/deploy/hotfix.json',
      '-  "version": " 202604.01.3",',
      '+  "version": "202604.01.3",',
    ]);
    expect(status).toBe(0);
    expect((await workspace.run('fix', '--diff', '--check')).status).toBe(1);
    expect(workspace.read('deploy/hotfix.json')).toBe(before);
  });

  it('shows standard input under its name', async () => {
    const { out } = await workspace.runWith(
      { input: '{ "version": " 202604.01.3" }' },
      ...['fix', '--diff', '-', '--stdin-filename', 'x/hotfix.json'],
    );
    expect(out).toContain('+++ b/x/hotfix.json\n');
    expect(out).toContain('+{ "version": "202604.01.3" }\n');
  });
});

describe('fix --rule ID', () => {
  it('applies the first fix of that rule too', async () => {
    workspace.write(
      'hotfix.json',
      '{ "hotfixes": { "202604.01": "202604.01.", "202605.30": "202605.30.0" } }',
    );
    await workspace.run('fix', today, '--rule', 'empty-patch', '--rule=never-upgrades=off');
    expect(workspace.read('hotfix.json')).toBe(
      '{ "hotfixes": { "202604.01": "202604.01.1", "202605.30": "202605.30.0" } }',
    );
  });

  it.each([
    ['no-hotfix', 'error: rule "no-hotfix" has no fix\nhint: run "hotfix-config rules no-hotfix"\n'],
    ['empty-pach', 'error: unknown rule "empty-pach"\nhint: did you mean "empty-patch"?\n'],
    ['nonsense', 'error: unknown rule "nonsense"\nhint: list the rules with "hotfix-config rules"\n'],
  ])('is wrong usage for %s', async (rule, message) => {
    const { status, err } = await workspace.run('fix', '--rule', rule);
    expect([status, err]).toEqual([2, message]);
  });
});

describe('rules --format json', () => {
  it('says which rules have which fixes', async () => {
    const listed = JSON.parse((await workspace.run('rules', '--format=json')).out);
    const fixesOf = (id: string) => listed.find((rule: { id: string }) => rule.id === id)?.fix;
    expect(fixesOf('surrounding-whitespace')).toEqual({ safe: expect.any(String), onRequest: null });
    expect(fixesOf('empty-patch')).toEqual({ safe: null, onRequest: expect.any(String) });
    expect(fixesOf('no-hotfix')).toEqual({ safe: null, onRequest: null });
    const one = JSON.parse((await workspace.run('rules', 'no-hotfix', '--format=json')).out);
    expect(one).toMatchObject([{ id: 'no-hotfix', level: 'information' }]);
  });
});

it.each(['version', '-v', '-V', '--version'])('"%s" prints the version', async (flag) => {
  expect(await workspace.run(flag)).toEqual({ status: 0, out: '0.1.0\n', err: '' });
});
