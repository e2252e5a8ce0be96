import { describe, expect, it } from 'vitest';
import { clean, expectReported, mismatch, today, Workspace } from './workspace.ts';

const workspace = new Workspace();
const { run } = workspace;

describe('wrong usage ends with 2', () => {
  it.each([
    [['chek'], 'unknown command "chek"\nhint: did you mean "check"?'],
    [['help', 'chek'], 'unknown command "chek"\nhint: did you mean "check"?'],
    [['help', 'me'], 'unknown command "me"\nhint: run "hotfix-config help"'],
    [['check', '--basline=HEAD'], 'unknown option "--basline=HEAD"\nhint: did you mean "--baseline"?'],
    [['check', '--format', 'jsn'], 'invalid --format "jsn"\nhint: did you mean "json"?'],
    [['completion', 'tcsh'], 'invalid argument "tcsh"\nhint: use one of: bash, zsh, fish, pwsh'],
    [['completion'], 'missing required argument "shell"\nhint: run "hotfix-config completion --help"'],
    [['check', '--ruel', 'x'], 'did you mean "--rule"?'],
    [
      ['check', '--format', 'xml'],
      'use one of: text, concise, json, github, azure, gitlab, rdjson, sarif, junit, markdown',
    ],
    [['check', '--fail-on=loud'], 'use one of: error, warning, information, hint'],
    [['check', '--color=blue'], 'use one of: auto, always, never'],
    [['check', '--rule'], 'missing value after --rule\nhint: run "hotfix-config check --help"'],
    [['check', '--rule=nope=off'], 'unknown rule "nope"'],
    [['check', '--rule=__proto__=off'], 'unknown rule "__proto__"'],
    [['check', '--rule=no-hotfix=off=error'], 'invalid level in --rule "no-hotfix=off=error"'],
    [['check', '--rule=no-hotfix'], 'invalid level in --rule "no-hotfix"'],
    [['check', '--rule=no-hotfix=loud'], 'levels are off, hint, information, warning, error'],
    [['check', '--today=2026-02-30'], 'invalid --today "2026-02-30"\nhint: write a valid date as YYYY-MM-DD'],
    [['fix', '--today=1 April'], 'invalid --today "1 April"'],
    [['check', '--baseline='], '--baseline is empty'],
    [['check', '--baked-from', 'list.json'], 'list.json:1:1: "bakedVersions" is missing.'],
    [['check', '--stdin-filename=a.json'], '--stdin-filename "a.json" needs "-" as a path'],
    [['fix', '--stdin-filename=a.json', 'hotfix.json'], 'hint: add "-" to read standard input'],
    [['fix', '-', 'hotfix.json'], '"-" cannot be combined with "hotfix.json"'],
    [['explain', 'hotfix.json', '--format=sarif'], 'use one of: text, json'],
    [['diff', 'hotfix.json'], '"hotfix.json" is a file, and diff compares two files or a revision'],
    [['diff', 'a', 'b', 'c'], 'too many arguments for "diff": 3, not 2'],
    [['rules', 'nope'], 'unknown rule "nope"'],
  ])('%j', async (args, message) => {
    workspace.write('hotfix.json', clean);
    workspace.write('list.json', '{ "versions": [] }');
    const result = await run(...args);
    expectReported(result, 2, new RegExp(message.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
    expect(result.err).toMatch(/^error: .+\n(?:hint: .+\n)?$/);
    expect(result.out).toBe('');
  });

  it('without a command, with the help on standard error', async () => {
    const { status, out, err } = await run();
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain('Exit status:');
  });

  it.each([
    ['{ "rules": ', /\.hotfixrc\.json:1:12: Invalid JSON at /],
    ['[]', /\.hotfixrc\.json:1:1: The file must be an object, not "\[\]"/],
    ['{\n  "rules": 1\n}', /\.hotfixrc\.json:2:12: "rules" must be an object, not "1"/],
    ['{ "rules": { "nope": "off" } }', /Unknown rule "nope"/],
    [
      '{ "rules": { "no-hotfix": "loud" } }',
      /must be one of off, hint, information, warning, error, not "loud"/,
    ],
    ['{ "supportWindowMonths": 0 }', /"supportWindowMonths" must be at least 1, not "0"/],
    ['{ "bakedVersions": ["dev"] }', /"dev" is not a baked version/],
    [Uint8Array.from([0, 255, 254]), /Invalid JSON/],
    ['['.repeat(100_000), /nested more than/],
  ])('with a broken .hotfixrc.json: %j', async (content, message) => {
    workspace.write('good/hotfix.json', mismatch);
    workspace.write('bad/hotfix.json', mismatch);
    workspace.write('bad/.hotfixrc.json', content);
    workspace.write('bad/deep/hotfix.json', mismatch);
    const result = await run('check', 'good', 'bad', today);
    expect(result.err).toMatch(message);
    expect(result.err.match(/^error: /gm)).toHaveLength(1);
    expect(result.status).toBe(2);
    // The configs of other project files are checked.
    expect(result.out).toMatch(/^good\/hotfix\.json:1:31: error base-mismatch /);
    expect(result.out).not.toContain('bad/');
  });

  it('with a broken .hotfixrc.json, and fixes the other configs', async () => {
    for (const name of ['good/hotfix.json', 'bad/hotfix.json'])
      workspace.write(name, '{ "version": " 202604.01.3" }');
    workspace.write('bad/.hotfixrc.json', '{ "rules": 1 }');
    const { status, out, err } = await run('fix', today);
    expect([status, out]).toEqual([2, 'fixed good/hotfix.json\n']);
    expect(err).toContain('.hotfixrc.json:1:12: ');
    expect(workspace.read('bad/hotfix.json')).toBe('{ "version": " 202604.01.3" }');
  });

  it.each([
    ['../elsewhere.json', '"../elsewhere.json" is ignored: not a path below the folder'],
    ['broken.json', '"broken.json" is ignored. Line 1, column 2: Invalid JSON at "end of file"'],
    ['mising.json', '"mising.json" records no baked versions. Check the path'],
    ['no/such/folder', '"no/such/folder" records no baked versions. Check the path'],
  ])('but not for %s in "bakedVersionsFrom": an unusable path is reported once', async (path, message) => {
    workspace.write('hotfix.json', mismatch);
    workspace.write('more/hotfix.json', mismatch);
    workspace.write('broken.json', '{');
    workspace.write('.hotfixrc.json', JSON.stringify({ bakedVersionsFrom: [path] }));
    const { status, err } = await run('check', today);
    expect(status).toBe(1);
    expect(err.split(`${workspace.path('.hotfixrc.json')}:1:23: ${message}`)).toHaveLength(2);
  });

  it('with an invalid .hotfixrc.json, for every command that reads one', async () => {
    workspace.write('hotfix.json', mismatch);
    workspace.write('.hotfixrc.json', '{ "rule": {} }');
    for (const args of [['fix'], ['explain', 'hotfix.json'], ['diff', 'hotfix.json', 'hotfix.json']]) {
      expectReported(await run(...args), 2, 'Unknown setting "rule".');
    }
    expect(workspace.read('hotfix.json')).toBe(mismatch);
  });
});
