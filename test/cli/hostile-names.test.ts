import { describe, expect, it } from 'vitest';
import { Workspace } from './workspace.ts';

const workspace = new Workspace();
const { run } = workspace;

describe.skipIf(process.platform === 'win32')(
  'text from a repository is shown and does not control a terminal',
  () => {
    const trick = '\u001b[2J\u001b]8;;http://localhost\u0007\u202e\u2066';

    it.each([
      ['check'],
      ['fix', '--check'],
      ['fix'],
      ['explain', '.', '--baked=202604.01.0'],
      ['diff', 'base.json', '.'],
      ['diff', 'base.json', '.', '--format=markdown'],
    ])('%j', async (...args) => {
      const name = `${trick}-hotfix.json`;
      workspace.write('base.json', '{ "version": "202604.01.9" }');
      workspace.write(
        name,
        JSON.stringify({
          hotfixes: { [`202604.01${trick}`]: trick, '202604.1': `v202604.01.3${trick}` },
          [trick]: 1,
        }),
      );
      const raw = workspace.read(name).replaceAll('\\u001b', '\u001b').replaceAll('\\u0007', '\u0007');
      workspace.write('raw-hotfix.json', raw);
      workspace.write(`${trick}/hotfix.json`, '{ "version": "v202604.01.3" }');
      for (const file of [name, 'raw-hotfix.json', `${trick}/hotfix.json`]) {
        const { out, err } = await run(...args.map((arg) => (arg === '.' ? file : arg)));
        expect(out + err).not.toMatch(/[\p{Cc}\p{Cf}](?<![\n\t])/u);
      }
      workspace.write(`${trick}/.hotfixrc.json`, '{ "rule": 1 }');
      const { out, err } = await run(...args.map((arg) => (arg === '.' ? `${trick}/hotfix.json` : arg)));
      expect(out + err).not.toMatch(/[\p{Cc}\p{Cf}](?<![\n\t])/u);
    });
  },
);
