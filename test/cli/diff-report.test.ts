import { describe, expect, it } from 'vitest';
import { plain } from '../../server/src/cli/color.ts';
import { changesAsMarkdown, changesAsText } from '../../server/src/cli/diff-report.ts';
import { isVersion } from '../../server/src/model/index.ts';
import type { Difference } from '../../server/src/service/answers/difference.ts';
import { Workspace } from './workspace.ts';

const workspace = new Workspace();

/** A config with so many bases, which differ from file to file. */
function config(bases: number, patch: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const names = Array.from(
    { length: bases },
    (_, i) => `${2100 + Math.floor(i / 336)}${two(1 + (Math.floor(i / 28) % 12))}.${two(1 + (i % 28))}`,
  );
  return JSON.stringify({ hotfixes: Object.fromEntries(names.map((base) => [base, `${base}.${patch}`])) });
}

describe('a comment on a pull request', () => {
  it('has some losses of each config, however many configs and bases there are', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 200 }, (_, i) => [`parts/number-${i}-hotfix.json`, config(500, 3 + (i % 2))]),
    );
    workspace.startRepository({ '.hotfixrc.json': '{ "bundledRecord": false }', ...files });
    for (const name of Object.keys(files)) workspace.write(name, '{}');
    const { out } = await workspace.run('diff', 'HEAD', '--format=markdown');
    expect(out.length).toBeLessThan(65_000);
    expect(out.match(/^#### /gm)).toHaveLength(200);
    expect(out.match(/^\d+ more rows are left out\.$/gm)).toHaveLength(200);
    expect(out).toMatch(/^> \[!CAUTION\]\n> Nodes lose hotfixes: 200000 lost\.\n/);
    expect(out).toMatch(/\n200000 lost in 200 configs\.\n$/);
  });

  const [baked] = ['202604.11.0'].filter(isVersion);
  const lost = (before: string): Difference => ({
    ...{ baked: baked ?? expect.unreachable(), what: 'binary', change: 'lost' },
    ...{ before, after: null },
  });
  const changed = (name: string, notes: readonly string[], ...differences: Difference[]) =>
    ({ name, status: 'changed', notes, differences }) as const;

  it('stays short with long names, values and notes, and says how many sections are left out', () => {
    const long = 'p/'.repeat(2_000);
    const configs = Array.from({ length: 1_000 }, (_, i) =>
      changed(`${long}${i}`, ['<'.repeat(9_000)], lost('x'.repeat(100_000))),
    );
    const problems = configs.map(({ name }) => `cannot read ${name}`);
    const text = changesAsMarkdown(configs, problems);
    expect(text.length).toBeLessThan(65_000);
    const shown = text.match(/^#### /gm)?.length ?? 0;
    expect(shown).toBeGreaterThan(10);
    expect(text).toContain(`\n${1_000 - shown} more sections are left out.\n`);
    expect(text).toContain('\n- and 980 more\n');
    expect(text).toMatch(/\n1000 lost in 1000 configs\. 1000 were not compared\.\n$/);
    const same = changesAsMarkdown(
      configs.map(({ name }) => changed(name, [])),
      [],
    );
    expect(same).toContain('\n- and 980 more\n');
  });

  it.each(['@', '$', '`', '<'])('stays short with lists of long texts of %s', (character) => {
    const long = character.repeat(300);
    const configs = Array.from({ length: 40 }, (_, i) => changed(`${long}${i}`, [long, long]));
    const text = changesAsMarkdown(
      [changed('a-hotfix.json', [], lost('202604.11.2')), ...configs],
      Array(40).fill(long),
    );
    expect(text.length).toBeLessThan(65_000);
    expect(text).toContain('#### `a-hotfix.json` (changed)');
    expect(text.match(/\n- and \d+ more\n/g)).toHaveLength(2);
  });

  it('does not turn a file name or a value into markup, a mention or a command', () => {
    const text = changesAsMarkdown(
      [changed('a`b_@c|<img>-hotfix.json', ['@someone'], lost('@team | ![x](y)'))],
      [],
    );
    expect(text).toContain('#### `` a`b_@c|<img>-hotfix.json `` (changed)');
    expect(text).not.toContain(' @');
    expect(text).toContain('&#64;&#8203;team \\| !\\[x\\](y)');
  });

  it('breaks no line of the text with a file name', () => {
    const text = changesAsText([changed('a\u001b[31m\nb-hotfix.json', [])], 0, (name) => name, plain);
    expect(text.split('\n')[0]).toBe('a\ufffd[31m\ufffdb-hotfix.json (changed)');
  });
});
