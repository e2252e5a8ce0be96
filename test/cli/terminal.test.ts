import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { hotfixConfigHere } from '../support/cli.ts';
import { clean, commandLine, mismatch, today, Workspace } from './workspace.ts';

const workspace = new Workspace();
const csi = '\u001b[';
const eraseLine = `\r${csi}2K`;

function outputOf(command: string, ...args: readonly string[]): string {
  try {
    return execFileSync(command, args, { encoding: 'utf8' });
  } catch {
    return '';
  }
}

/** `script` of util-linux runs a command in a terminal and prints its output. */
const hasTerminals = outputOf('script', '--version').includes('util-linux');
if (!hasTerminals) console.warn('SKIPPED: what terminals show, since there is no "script" of util-linux.');
const hasPerl = outputOf('perl', '-MFcntl', '-e', 'print O_NONBLOCK') !== '';
if (!hasPerl) console.warn('SKIPPED: pipes that do not wait, since there is no "perl" to make one.');

/** The output of a shell command in a terminal: standard output and standard error, interleaved. */
async function onTerminal(line: string, env: Readonly<Record<string, string>> = {}): Promise<string> {
  const named = line.replaceAll('hotfix-config', `"${process.execPath}" "${commandLine}"`);
  const quoted = `'${named.replaceAll("'", `'\\''`)}'`;
  const { out } = await workspace.shell(`script --quiet --return --command ${quoted} /dev/null`, {
    TERM: 'xterm',
    ...env,
  });
  return out.replaceAll('\r\n', '\n');
}

/** The text that is left after lines were erased. */
function leftOn(shown: string): string {
  return shown
    .split('\n')
    .map((line) => line.slice(line.lastIndexOf(eraseLine) + 1).replace(eraseLine.slice(1), ''))
    .join('\n');
}

function writeMany(count: number): void {
  workspace.turnRecordOff();
  for (let i = 0; i < count; i++) {
    workspace.write(`${String(i).padStart(4, '0')}-hotfix.json`, i % 250 === 0 ? mismatch : clean);
  }
}

describe.skipIf(!hasTerminals)('on a terminal', () => {
  it('shows how far a long run is, and takes that away before it writes anything else', async () => {
    writeMany(500);
    const shown = await onTerminal(`hotfix-config check --color=never ${today}`);
    expect(shown).toContain(`${eraseLine}checked 0 of 500 configs`);
    expect(shown).toContain(`${eraseLine}checked 495 of 500 configs`);
    const { out, err } = await workspace.run('check', today);
    expect(leftOn(shown)).toBe(out + err);
  });

  it('keeps that out of what a program reads', async () => {
    writeMany(500);
    const shown = await onTerminal(`hotfix-config check --format=json ${today} > found.json`);
    expect(shown).toContain('checked 0 of 500 configs');
    expect(JSON.parse(workspace.read('found.json'))).toHaveLength(2);
    expect(await onTerminal(`hotfix-config fix --check ${today} | cat`)).toContain('fixed 0 of 500 configs');
  });

  it('shows nothing of it in a short run, nor on a terminal that cannot erase', async () => {
    writeMany(499);
    expect(await onTerminal(`hotfix-config check ${today}`)).not.toContain('configs');
    writeMany(500);
    expect(await onTerminal(`hotfix-config check ${today}`, { TERM: 'dumb' })).not.toContain(csi);
  });

  it.each([
    ['', {}, true],
    ['', { NO_COLOR: '1' }, false],
    ['--color=never', {}, false],
    ['2> /dev/null | cat', {}, false],
    ['| cat', { FORCE_COLOR: '1' }, true],
    ['2> /dev/null', {}, true],
  ])('colors findings or not: %j %j', async (rest, env, colored) => {
    workspace.write('hotfix.json', mismatch);
    const shown = await onTerminal(`hotfix-config check ${today} ${rest}`, env);
    expect(shown.includes(`${csi}31merror${csi}39m`)).toBe(colored);
    expect(shown.includes(csi)).toBe(colored);
  });
});

/** In this process. The tests above show that a real terminal and a real pipe are recognized. */
it.each<[isTerminal: boolean, flags: string[], env: NodeJS.ProcessEnv, colored: boolean]>([
  [true, [], {}, true],
  [true, [], { NO_COLOR: '1' }, false],
  [true, [], { NO_COLOR: '' }, true],
  [true, [], { TERM: 'dumb' }, false],
  [true, ['--color=never'], {}, false],
  [true, ['--color=never'], { FORCE_COLOR: '1' }, false],
  [true, ['--color=always'], { NO_COLOR: '1' }, true],
  [false, [], {}, false],
  [false, [], { FORCE_COLOR: '1' }, true],
  [false, [], { FORCE_COLOR: '0' }, false],
  [false, [], { FORCE_COLOR: '' }, false],
  [false, [], { FORCE_COLOR: '3', NO_COLOR: '1' }, false],
])('colors findings or not: terminal %j, %j, %j', async (isTerminal, flags, env, colored) => {
  workspace.write('hotfix.json', mismatch);
  const options = { cwd: workspace.path(), env: { TERM: 'xterm', ...env }, isTerminal };
  const { out } = await hotfixConfigHere(['check', today, ...flags], options);
  expect(out.includes(csi)).toBe(colored);
});

describe('in a pipeline', () => {
  it('colors findings where it is forced to', async () => {
    workspace.write('hotfix.json', mismatch);
    const { out } = await workspace.runWith({ env: { FORCE_COLOR: '1' } }, 'check', today);
    expect(out).toContain(csi);
  });

  it('shows no progress', async () => {
    writeMany(500);
    const { out, err } = await workspace.run('check', today);
    expect(err).toMatch(/^2 errors in 500 files\.\nhint: .*\n$/);
    expect(out).not.toContain(csi);
  });

  const onUnix = it.skipIf(process.platform === 'win32');

  onUnix('prints lines that grep and cut can take apart', async () => {
    workspace.turnRecordOff();
    workspace.write('b-hotfix.json', mismatch);
    workspace.write('a-hotfix.json', '{ "version": "202604.01.0" }');
    expect((await workspace.shell(`hotfix-config check ${today} | grep -c '^[^ ]'`)).out).toBe('2\n');
    expect(
      (await workspace.shell(`hotfix-config check ${today} | grep '^[^ ]' | cut -d: -f1-4 | cut -d' ' -f1-3`))
        .out,
    ).toBe('a-hotfix.json:1:25: warning never-upgrades\nb-hotfix.json:1:31: error base-mismatch\n');
    expect(
      (await workspace.shell(`hotfix-config check a-hotfix.json ${today} --rule never-upgrades=off 2> sum`))
        .out,
    ).toBe('');
    expect(workspace.read('sum')).toBe('No findings in 1 file.\n');
  });

  onUnix('keeps its exit status when the reader closes the pipe', async () => {
    writeMany(1000);
    const line = `hotfix-config check ${today} --color=never | head -1; echo "\${PIPESTATUS[0]}"`;
    expect(await workspace.shell(line)).toMatchObject({
      out: expect.stringMatching(/^0000-hotfix\.json:1:31: error .*\n1\n$/),
      err: expect.stringMatching(/^4 errors in 1000 files\.\n/),
    });
    for (const command of [
      'rules',
      'rules base-mismatch',
      '--help',
      'explain *.json --baked 202604.01.0 --format json',
    ]) {
      expect(
        await workspace.shell(`hotfix-config ${command} | true; echo "\${PIPESTATUS[0]}"`),
      ).toMatchObject({
        out: '0\n',
        err: '',
      });
    }
  });

  it.skipIf(!hasPerl)('waits for a slow reader, also where its pipe does not wait', async () => {
    const entries = Array.from({ length: 5_000 }, (_, i) => `"${i}": ""`);
    workspace.write('hotfix.json', `{ "hotfixes": { ${entries.join(', ')} } }`);
    const { out } = await workspace.run('check', '--format=json', today);
    expect(out.length).toBeGreaterThan(1_000_000);
    // A process that shares the pipe can make it non-blocking, so that it refuses what does not fit.
    const refusing = 'fcntl(STDOUT, F_SETFL, O_NONBLOCK | fcntl(STDOUT, F_GETFL, 0)); exec @ARGV';
    const read = `"${process.execPath}" -e "process.stdin.pipe(process.stdout)"`;
    const line = `perl -MFcntl -e '${refusing}' "${process.execPath}" "${commandLine}" check --format=json ${today} | ${read}`;
    expect((await workspace.shell(line)).out).toBe(out);
  });
});
