import { beforeEach, describe, expect, it } from 'vitest';
import { commandsIn, withoutAnnotations } from '../support/runner-log.ts';
import { today, Workspace } from './workspace.ts';

const workspace = new Workspace();
const vso = '##vso[task.setvariable variable=a]b';
const bracket = '##[add-mask]x';
const colons = '::add-mask::x';
const evasions = ['##\u00ad[add-mask]x', '#\u200b#VSO[task.complete]x', ':\u2060:add-mask::x'];

/** Raw lines that break the document, and texts of every kind in a valid one. */
const raw = [
  '{',
  colons,
  ` \t${colons}`,
  `\u00a0${colons}`,
  `x\r${colons}\r${vso}`,
  bracket,
  ...evasions,
].join('\n');
const texts = [vso, bracket, colons, `\n${colons}`, `\r${vso}`, `202604.01.1 ${vso}`, ...evasions];
const whole = JSON.stringify({
  ...Object.fromEntries(texts.map((text) => [text, text])),
  hotfixes: { ...Object.fromEntries(texts.map((text) => [text, text])), '202604.01': `202604.01.1${vso}` },
  version: `v202604.01.3${bracket}`,
  scripts_version: vso,
});
const spelled = whole.replaceAll('{', `{\n`).replaceAll(',', `,\n${' '.repeat(2)}`);

async function nothingCommanded(...args: string[]): Promise<void> {
  const { out, err } = await workspace.run(...args);
  expect(out + err, args.join(' ')).not.toBe('');
  expect([args, commandsIn(withoutAnnotations(out)), commandsIn(withoutAnnotations(err))]).toEqual([
    args,
    [],
    [],
  ]);
}

async function formatsOf(command: string): Promise<string[]> {
  const { out } = await workspace.run(command, '--help');
  const choices = /--format <format>[^(]*\(choices:([^)]*)/.exec(out)?.[1] ?? '';
  return Array.from(choices.matchAll(/"(\w+)"/g), ([, format = '']) => format);
}

it('reads a log as the runners of GitHub and Azure do', () => {
  for (const text of [vso, bracket, colons, `  ${colons}`, `a\r${colons}`, `a ${vso}`, ...evasions])
    expect([text, commandsIn(text).length]).toEqual([text, 1]);
  expect(commandsIn(`a ${colons} ## [x] ##\\u005bx] #[x] 1::2 : :a::`)).toEqual([]);
  expect(withoutAnnotations('::error file=a::b')).toBe('file=a::b');
});

describe('no text of a file is a command to the runner of a pipeline', () => {
  const files = ['raw-hotfix.json', 'whole-hotfix.json', 'spelled-hotfix.json'];
  beforeEach(() => {
    workspace.write('raw-hotfix.json', raw);
    workspace.write('whole-hotfix.json', whole);
    workspace.write('spelled-hotfix.json', spelled);
    workspace.write('base.json', '{ "hotfixes": { "202604.01": "202604.01.9" } }');
  });

  it('in what check prints, in any format', async () => {
    const formats = await formatsOf('check');
    expect(formats.length).toBeGreaterThan(4);
    for (const format of formats)
      for (const file of files)
        await nothingCommanded('check', `--format=${format}`, today, file, '--baseline=./base.json');
  });

  it('in what explain and diff print, in any format', async () => {
    const baked = [...texts, '202604.01.0'].map((text) => `--baked=${text}`);
    for (const file of files) {
      for (const format of await formatsOf('explain'))
        await nothingCommanded('explain', `--format=${format}`, ...baked, file);
      for (const format of await formatsOf('diff'))
        await nothingCommanded(
          'diff',
          `--format=${format}`,
          '--baked=202604.01.0',
          ...baked,
          'base.json',
          file,
        );
    }
  });

  it('in what fix says of a file', async () => {
    for (const file of files) {
      await nothingCommanded('fix', '--check', file);
      await nothingCommanded('fix', file);
    }
  });

  it('in what is wrong with project settings and arguments', async () => {
    workspace.write('.hotfixrc.json', JSON.stringify({ [vso]: 1, rules: { [bracket]: colons } }));
    await nothingCommanded('check', 'base.json');
    workspace.write('.hotfixrc.json', '{}');
    for (const text of texts) {
      await nothingCommanded('check', `--rule=${text}`);
      await nothingCommanded('check', `--format=${text}`);
      await nothingCommanded('check', `--baseline=${text}`, 'base.json');
      await nothingCommanded('check', text);
      await nothingCommanded('diff', text, 'base.json');
      await nothingCommanded('explain', text, '--baked=1');
      await nothingCommanded('rules', text);
      await nothingCommanded(text);
    }
  });

  it('in what git says', async () => {
    workspace.git('init', '--quiet');
    workspace.commit();
    for (const text of [vso, bracket, colons]) {
      await nothingCommanded('check', `--baseline=${text}`);
      await nothingCommanded('diff', `${text}:base.json`, 'base.json');
      await nothingCommanded('diff', `HEAD:${text}`, 'base.json');
    }
    workspace.write(
      '.git/config',
      `[core]\n\trepositoryformatversion = 0\n[extensions]\n\t${colons}\n${vso}\n`,
    );
    await nothingCommanded('check', '--baseline=HEAD');
  });

  it.skipIf(process.platform === 'win32')('in the names of files, folders and their configs', async () => {
    const config = '{ "hotfixes": { "202604.01": "202605.30.2", "202604.1": "202604.01.3" } }';
    const names = [vso, bracket, colons, ` ${colons}`, `\n${colons}`, `\r${vso}`, ...evasions];
    for (const name of names) {
      workspace.write(`${name}-hotfix.json`, config);
      workspace.write(`${name}/hotfix.json`, config);
    }
    for (const format of await formatsOf('check'))
      await nothingCommanded('check', `--format=${format}`, today);
    await nothingCommanded('fix', '--check');
    for (const name of names) {
      await nothingCommanded('explain', `${name}-hotfix.json`, '--baked=202604.01.0');
      await nothingCommanded(
        'diff',
        'base.json',
        `${name}/hotfix.json`,
        '--baked=202604.01.0',
        '--format=markdown',
      );
      workspace.write(`${name}/.hotfixrc.json`, '{ "rule": 1 }');
      await nothingCommanded('check', name);
    }
    await nothingCommanded('fix', 'base.json', ...names.map((name) => `${name}-hotfix.json`));
  });
});

describe('a program reads back what the file says', () => {
  it('in JSON, which has an escape where a runner would look', async () => {
    workspace.write('hotfix.json', whole);
    const explained = await workspace.run('explain', 'hotfix.json', '--format=json', `--baked=${vso}`);
    const [{ config, verdicts }]: [{ config: { hotfixes: object }; verdicts: [{ baked: string }] }] =
      JSON.parse(explained.out);
    expect(Object.keys(config.hotfixes)).toEqual(expect.arrayContaining(texts));
    expect(verdicts[0].baked).toBe(vso);
    for (const format of ['json', 'sarif']) {
      const { out } = await workspace.run('check', `--format=${format}`, 'hotfix.json', today);
      expect(JSON.stringify(JSON.parse(out))).toContain(vso);
    }
  });

  it('in the XML of JUnit', async () => {
    workspace.write('hotfix.json', JSON.stringify({ version: vso }));
    const { out } = await workspace.run('check', '--format=junit', 'hotfix.json', today);
    expect(out).toContain('##vso&#91;task');
  });

  it('in a config that is fixed to standard output', async () => {
    const input = `{ "hotfixes": { "202604.1": "202604.01.3" }, "${vso}": "${bracket}" }`;
    const { out } = await workspace.runWith({ input }, 'fix', '-');
    expect(out).toBe(input.replace('202604.1"', '202604.01"'));
  });
});

it('shows a line of a file after its number, with carets under the range', async () => {
  workspace.write('hotfix.json', `{\n  "hotfixes": {\n    "##[x]": 1, "202604.01": "202605.30.2"\n  }\n}\n`);
  const { out } = await workspace.run(
    'check',
    'hotfix.json',
    today,
    '--rule=wrong-type=off',
    '--rule=malformed-base=off',
  );
  const [, line = '', carets = ''] = out.split('\n');
  expect(line).toMatch(/^ 3 \| {5}"##\ufffdx\]": 1, /);
  expect(line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('202605.30');
});
