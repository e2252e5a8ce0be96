import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/src/rules/index.ts';
import { clean, commandLine, Workspace } from './workspace.ts';

const workspace = new Workspace();
const commands = ['check', 'fix', 'explain', 'diff', 'rules', 'mcp', 'completion', 'version', 'help'];

/** What the script of a shell is told: what can be written in place of the last word. */
async function offered(shell: string, ...words: string[]): Promise<string[]> {
  const { status, out, err } = await workspace.run('completion', shell, '--', ...words);
  expect([status, err]).toEqual([0, '']);
  return out.split('\n').flatMap((line) => line.split('\t')[0] || []);
}

describe('completion offers', () => {
  it('commands', async () => {
    expect(await offered('zsh', '')).toEqual(commands);
    expect(await offered('zsh', 'e')).toEqual(['explain']);
    expect(await offered('zsh', 'help', 'f')).toEqual(['fix']);
    expect(await offered('zsh', 'nonsense', '')).toEqual([]);
  });

  it.each(commands)('the options that the help of %s shows', async (command) => {
    const { out } = await workspace.run(command, '--help');
    const shown = [...out.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gm)].map(([, flag]) => flag);
    expect(await offered('fish', command, '--')).toEqual(shown);
  });

  it('the values of an option, after a space and after "="', async () => {
    expect(await offered('zsh', 'check', '--format', 's')).toEqual(['sarif']);
    expect(await offered('zsh', 'check', '--quiet', '--format=s')).toEqual(['--format=sarif']);
    expect(await offered('zsh', 'explain', '--format', '')).toEqual(['text', 'json']);
    expect(await offered('zsh', 'check', '--fail-on', 'i')).toEqual(['information']);
    expect(await offered('zsh', 'diff', '--color', '')).toEqual(['auto', 'always', 'never']);
    expect(await offered('zsh', 'check', '--today', '')).toEqual([]);
  });

  it('ids of rules, and levels after them', async () => {
    const ids = rules.map(({ id }) => id);
    expect(await offered('fish', 'rules', '')).toEqual(ids);
    expect(await offered('fish', 'check', '--rule', '')).toEqual(ids.map((id) => `${id}=`));
    expect(await offered('fish', 'check', '--rule', 'no-hotfix=o')).toEqual(['no-hotfix=off']);
    expect(await offered('fish', 'check', '--rule=no-hotfix=e')).toEqual(['--rule=no-hotfix=error']);
    expect(await offered('fish', 'fix', '--rule', 'no-')).toEqual(['no-hotfix', 'no-hotfix=']);
  });

  it('files where a file can be named', async () => {
    for (const words of [
      ['check', 'a'],
      ['check', '--', '--'],
      ['explain', '--served', ''],
      ['check', '--baseline', ''],
      ['diff', 'a', ''],
    ])
      expect(await offered('zsh', ...words)).toEqual([':files']);
    expect(await offered('zsh', 'check', '--output', 'sarif=')).toEqual([':files-after-equals']);
    expect(await offered('zsh', 'explain', '--nodes=')).toEqual([':files-after-equals']);
    expect(await offered('zsh', 'diff', 'a', 'b', '')).toEqual([]);
  });

  it('what PowerShell asks for, which drops empty words', async () => {
    expect(await offered('pwsh', 'rules', '_js')).toEqual(['json-syntax']);
    expect(await offered('pwsh', '_')).toEqual(commands);
  });
});

const isThere = (shell: string): boolean => {
  try {
    return execFileSync(shell, ['--version'], { encoding: 'utf8' }) !== '';
  } catch {
    console.warn(`SKIPPED: completion in ${shell}, which is not installed.`);
    return false;
  }
};
const hasBash = isThere('bash');
const hasZsh = isThere('zsh') && isThere('script');
const hasFish = isThere('fish');

describe.skipIf(!hasBash)('bash', () => {
  /** The words as bash splits them. */
  const complete = async (...words: string[]) => {
    const quoted = words.map((word) => `'${word}'`).join(' ');
    const { out, err } = await workspace.shell(
      `eval "$(hotfix-config completion bash)"
      COMP_WORDS=(hotfix-config ${quoted}); COMP_CWORD=${words.length}
      _hotfix_config hotfix-config; printf '%s\\n' "\${COMPREPLY[@]}"`,
    );
    // compopt works only while a word is completed.
    expect(err.replace(/^.*compopt.*\n/gm, '')).toBe('');
    return out.split('\n').filter(Boolean);
  };

  it('completes words, and the part after "=" as its own word', async () => {
    expect(await complete('ch')).toEqual(['check']);
    expect(await complete('check', '--format', '=', 's')).toEqual(['sarif']);
    expect(await complete('check', '--format', '=')).toContain('junit');
    expect(await complete('check', '--rule', 'no-hotfix', '=', 'o')).toEqual(['off']);
    expect(await complete('check', '')).toEqual([]);
  });

  it('runs nothing that is written on the line', async () => {
    expect(await complete('check', '$(touch made)', '--qu')).toEqual(['--quiet']);
    expect((await workspace.shell('ls -A')).out).toBe('');
  });
});

describe.skipIf(!hasZsh)('zsh', () => {
  it('completes a line in a terminal', async () => {
    workspace.write('parts/hotfix.json', clean);
    workspace.write('bin/hotfix-config', `#!/bin/sh\nexec "${process.execPath}" "${commandLine}" "$@"\n`);
    workspace.write(
      'keys',
      [
        'PATH=$PWD/bin:$PATH; bindkey -e; autoload -U compinit; compinit -u -D',
        'source <(hotfix-config completion zsh)',
        ...['check --form\t js\t', 'check --output sarif=par\t', 'rules base-\t'].map(
          (line) => `hotfix-config ${line}\u0001print -r -- got \u0005 done`,
        ),
        'exit\n',
      ].join('\n'),
    );
    const { out } = await workspace.shell(
      'chmod +x bin/hotfix-config; script --quiet --return --command "zsh -f -i" /dev/null < keys',
      { TERM: 'dumb' },
    );
    const lines = out.replaceAll('\r', '').split('\n');
    expect(lines).toContain('got hotfix-config check --format json done');
    expect(lines).toContain('got hotfix-config check --output sarif=parts done');
    expect(lines).toContain('got hotfix-config rules base-mismatch done');
  });
});

describe.skipIf(!hasFish)('fish', () => {
  it('completes words and file names', async () => {
    workspace.write('parts/hotfix.json', clean);
    workspace.write(
      'try.fish',
      `function hotfix-config; "${process.execPath}" "${commandLine}" $argv; end
      hotfix-config completion fish | source
      for line in 'ch' 'check --rule no-' 'check --output sarif=par' 'explain par' 'check --format zz'
        complete --do-complete "hotfix-config $line"; echo .
      end`,
    );
    const { out, err } = await workspace.shell('fish --no-config try.fish');
    expect([
      out
        .split('\n')
        .map((line) => line.split('\t')[0])
        .join(' '),
      err,
    ]).toEqual(['check . no-hotfix= . sarif=parts/ . parts/ . . ', '']);
  });
});
