import { beforeEach, expect, it } from 'vitest';
import { Workspace } from './workspace.ts';

const workspace = new Workspace();
beforeEach(() => {
  workspace.write('sql.hotfix.json', '{ "name": "sql", "Statements": [1] }');
});

async function filesFound(...args: string[]): Promise<unknown[]> {
  const { out } = await workspace.run('check', '--format=json', ...args);
  return [...new Set(JSON.parse(out).map(({ file }: { file: string }) => file))];
}

it('check and fix ignore a file of another tool with a name like ours', async () => {
  expect(await filesFound()).toEqual([]);
  expect((await workspace.run('check')).err).toContain('no config found');
  expect((await workspace.run('fix', '--check')).status).toBe(0);
});

it('check accepts it as a config if it looks like one, or if the settings name it', async () => {
  workspace.write('sql.hotfix.json', '{ "scriptsVersion": "x" }');
  expect(await filesFound()).toEqual(['sql.hotfix.json']);
  workspace.write('sql.hotfix.json', '{ "name": "sql" }');
  workspace.write('.hotfixrc.json', '{ "files": ["sql.*"] }');
  expect(await filesFound()).toEqual(['sql.hotfix.json']);
});

it('check recognizes the upstream name of the config, with any content', async () => {
  workspace.write('anc-hotfix-version.json', '{ "name": 1 }');
  expect(await filesFound()).toEqual(['anc-hotfix-version.json']);
});

it.each(['check', 'fix'])('%s skips such a file with a warning where a hook names it', async (command) => {
  workspace.write('hotfixes.json', '[{ "id": "KB123" }]');
  const { status, out, err } = await workspace.run(command, 'sql.hotfix.json', 'hotfixes.json');
  expect([status, out]).toEqual([0, '']);
  expect(err).toContain('"sql.hotfix.json" does not look like a hotfix config and was skipped');
  expect(err).toContain('"hotfixes.json" does not look like a hotfix config and was skipped');
});

it('check reads any file whose own name the user gives', async () => {
  workspace.write('other.json', '[{ "id": "KB123" }]');
  expect(await filesFound('other.json')).toEqual(['other.json']);
});
