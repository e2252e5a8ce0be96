import { describe, expect, it } from 'vitest';
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

  it('has no address in SARIF where none is known', async () => {
    const { out } = await hotfixConfigHere(['check', '--format=sarif'], { cwd: workspace.path() });
    expect(out).not.toMatch(/helpUri|informationUri/);
  });
});
