import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/src/rules/index.ts';
import { clean, Workspace } from './workspace.ts';

const workspace = new Workspace();
const commands = ['check', 'fix', 'explain', 'diff', 'rules'];

describe('help', () => {
  it.each([[], ...[...commands, 'mcp', 'completion', 'version', 'help'].map((command) => [command])])(
    'has examples and every exit status: %s',
    async (...path) => {
      const { status, out, err } = await workspace.run(...path, '--help');
      expect([status, err]).toEqual([0, '']);
      expect(out).toMatch(/^Usage: hotfix-config/);
      expect(out).toMatch(/\nExamples:\n {2}(?:source <\()?hotfix-config /);
      expect(out).toMatch(/\nExit status:\n {2}0 {2}\w/);
      expect(await workspace.run('help', ...path)).toEqual({ status, out, err });
      for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(120);
    },
  );

  it.each(commands)(
    'says what holds without an argument in words, never as a value of ours: %s',
    async (command) => {
      const { out } = await workspace.run(command, '--help');
      expect(out).not.toMatch(/default:\s+(?:\[|none)/);
    },
  );

  it.each(['check', 'fix'])('says where %s looks when no path is named', async (command) => {
    const { out } = await workspace.run(command, '--help');
    expect(out).toContain('configs or folders (default: .)');
  });

  it.each(['', ...commands])('has examples that work: %s', async (command) => {
    for (const name of ['hotfix.json', 'draft.json', 'old.json', 'new.json', 'parts/hotfix.json'])
      workspace.write(name, clean);
    workspace.write('baked.json', '["202604.01.0"]');
    workspace.write('served.json', clean);
    workspace.git('init', '--quiet');
    workspace.commit();
    workspace.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    const { out } = await workspace.run(...(command === '' ? [] : [command]), '--help');
    const examples = [...out.matchAll(/^ {2}(hotfix-config .*)$/gm)].flatMap(([, line]) => line ?? []);
    expect(examples.length).toBeGreaterThan(1);
    for (const [i, line] of examples.entries()) {
      // A process for one of them is enough if the others have no syntax of the shell.
      const [, ...words] = line.split(' ');
      const isPlain = i > 0 && words.every((word) => /^[\w./:=@^~-]+$/.test(word));
      const { status } = await (isPlain ? workspace.run(...words) : workspace.shell(line));
      expect(status, line).toBe(0);
    }
  });

  it('says which version this is', async () => {
    const manifest = readFileSync(join(import.meta.dirname, '../../server/package.json'), 'utf8');
    expect(await workspace.run('--version')).toMatchObject({
      status: 0,
      out: `${JSON.parse(manifest).version}\n`,
    });
  });
});

describe('rules', () => {
  it('lists every rule with its level', async () => {
    const { out } = await workspace.run('rules');
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => line.split(/ +/).slice(0, 2)),
    ).toEqual(rules.map(({ id, level }) => [id, level]));
  });

  it('explains each of them', async () => {
    const pages = await Promise.all(rules.map(({ id }) => workspace.run('rules', id)));
    for (const [i, { id, why }] of rules.entries()) {
      expect(pages[i]).toMatchObject({ status: 0, out: expect.stringContaining(why) });
      expect(pages[i]?.out.startsWith(`${id} (`)).toBe(true);
    }
  });
});
