import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/src/rules/index.ts';
import { serverBundles } from '../../tools/build/index.ts';
import { hotfixConfigHere } from '../support/cli.ts';
import { clean, mismatch, today, Workspace } from './workspace.ts';

const workspace = new Workspace();
const [red, yellow, green, cyan, bold] = [31, 33, 32, 36, 1].map((code) => `\u001b[${code}m`);
const colored = (...args: string[]) => workspace.run(...args, '--color=always');

describe('--color', () => {
  it('is an option of every command', async () => {
    workspace.startRepository({ 'hotfix.json': clean });
    for (const args of [
      ['check'],
      ['fix'],
      ['explain', 'hotfix.json', '--baked=x'],
      ['diff', 'HEAD', 'HEAD'],
      ['rules'],
      ['completion', 'bash'],
      ['help'],
      ['version'],
    ]) {
      const plain = await workspace.run(...args, '--color=never');
      expect(plain.status, args.join(' ')).toBe(0);
      expect(plain.out + plain.err).not.toContain('\u001b');
      expect((await workspace.run('--color', 'always', ...args)).status, args.join(' ')).toBe(0);
    }
  });

  it('colors levels in the list of rules, and the head of an explanation', async () => {
    workspace.write('hotfix.json', clean);
    expect((await colored('rules')).out).toMatch(`${bold}json-syntax`);
    expect((await colored('rules')).out).toContain(`${red}error`);
    expect((await colored('rules', 'never-upgrades')).out).toContain(`(${yellow}warning`);
    const { out } = await colored('explain', 'hotfix.json', '--baked=x');
    expect(out.startsWith(`${bold}hotfix.json: readable`)).toBe(true);
  });

  it('colors the lines of a diff', async () => {
    workspace.turnRecordOff();
    workspace.write('hotfix.json', '{ "version": " 202604.01.3" }\n');
    const { out } = await colored('fix', '--diff', today);
    expect(out).toContain(`${red}-{ "version": " 202604.01.3" }`);
    expect(out).toContain(`${green}+{ "version": "202604.01.3" }`);
    expect(out).toContain(`${cyan}@@`);
    workspace.write('empty.json', '{}');
    const lost = await colored('diff', 'hotfix.json', 'empty.json', today, '--baked=202604.01.0');
    expect(lost.out).toContain(`${red}lost`);
    const gained = await colored('diff', 'empty.json', 'hotfix.json', today, '--baked=202604.01.0');
    expect(gained.out).toContain(`${green}gained`);
  });

  it('colors the first words of errors, warnings and hints', async () => {
    const { err } = await colored('check', 'missing.json');
    expect(err).toContain(`${red}error\u001b[39m: cannot read "missing.json"`);
    expect(err).toContain(`${cyan}hint\u001b[39m: check the path`);
    expect((await colored('check')).err).toContain(`${yellow}warning\u001b[39m: no config found`);
    expect((await workspace.run('--color=always', 'chek')).err).toContain(`${red}error`);
  });

  it('colors the titles of the help', async () => {
    expect((await colored('fix', '--help')).out).toContain(`${bold}Options:`);
  });
});

describe('the page of a rule', () => {
  it('is what a command prints, where no address is known', async () => {
    workspace.write('hotfix.json', mismatch);
    const command = /^hint: "hotfix-config (.*)" describes the rule$/m;
    const { err } = await workspace.run('check', today);
    const args = command.exec(err)?.[1]?.split(' ') ?? [];
    expect((await workspace.run(...args)).out).toContain('base-mismatch (error)');
    expect((await workspace.run('check', today, '--format=concise')).err).not.toMatch(command);
    expect((await workspace.run('check', today, '--rule=base-mismatch=off')).err).not.toMatch(command);
  });

  it('is a link in the build of a release, which knows the address', async () => {
    const [options] = serverBundles.filter(({ outfile }) => outfile?.endsWith('command-line.js'));
    const outfile = workspace.path('built/command-line.js');
    mkdirSync(workspace.path('built'));
    const define = { REPOSITORY_ADDRESS: '"https://example.com/a/b"' };
    await build({ ...options, outfile, define });
    workspace.write('hotfix.json', mismatch);
    const run = (args: string[], env = {}) =>
      execFileSync(
        process.execPath,
        [outfile, ...args, '--rule=base-mismatch=warning', '--rule=unknown-base=off'],
        {
          cwd: workspace.path(),
          env: { ...process.env, ...env },
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'ignore'],
        },
      );
    const page = 'https://example.com/a/b/blob/HEAD/docs/rules/base-mismatch.md';
    const text = run(['check', today], { FORCE_HYPERLINK: '1' });
    expect(text).toContain(`\u001b]8;;${page}\u001b\\base-mismatch\u001b]8;;\u001b\\`);
    expect(run(['check', today])).not.toContain('\u001b');
    const [log] = JSON.parse(run(['check', today, '--format=sarif'])).runs;
    const addresses: string[] = log.tool.driver.rules.map(({ helpUri }: { helpUri: string }) => helpUri);
    expect(addresses).toHaveLength(rules.length);
    expect(addresses).toContain(page);
    expect(log.tool.driver.informationUri).toBe('https://example.com/a/b');
    expect(JSON.parse(run(['check', today, '--format=rdjson'])).diagnostics[0].code.url).toBe(page);
  });

  it('has no address in SARIF where none is known', async () => {
    const { out } = await hotfixConfigHere(['check', '--format=sarif'], { cwd: join(workspace.path()) });
    expect(out).not.toMatch(/helpUri|informationUri/);
  });
});
