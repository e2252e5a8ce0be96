import { expect, it } from 'vitest';
import { Projects } from '../../server/src/cli/projects.ts';
import { terminalOn } from '../../server/src/cli/terminal.ts';
import { withRecord } from '../support/cli.ts';
import { Workspace } from './workspace.ts';

const workspace = new Workspace();

it('configs in many folders share one catalogue, except where a folder has versions of its own', async () => {
  workspace.write('own/.hotfixrc.json', '{ "bakedVersions": ["202604.01.0"] }');
  const terminal = terminalOn({
    cwd: workspace.path(),
    env: {},
    out: () => {},
    err: () => {},
    input: async () => new Uint8Array(),
    isTerminal: () => false,
    today: '2026-07-01',
  });
  const projects = new Projects(withRecord, terminal, {
    rule: [],
    baked: [],
    bakedFrom: [],
    today: undefined,
  });
  const folders = ['one', 'two/deep', 'own', 'own/deep'];
  const catalogues = await Promise.all(
    folders.map(async (folder) => (await projects.optionsFor(`${folder}/hotfix.json`)).catalogue),
  );
  const [one, two, own, below] = catalogues;
  expect(two).toBe(one);
  expect(below).toBe(own);
  expect([one?.get('202604.01.0'), own?.get('202604.01.0')?.version]).toEqual([undefined, '202604.01.0']);
});
