import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { rules } from '../../server/src/rules/index.ts';
import { hotfixConfig } from '../support/cli.ts';
import { AgentWorkspace, type Answer, faulty, newer, older } from './mcp-workspace.ts';

const root = join(import.meta.dirname, '../..');
const workspace = new AgentWorkspace();
const { call, connect } = workspace;
let folder: string;
beforeEach(() => {
  folder = workspace.path();
});

/** The answer has what the command prints. */
async function expectSame(answer: Answer, ...args: readonly string[]): Promise<void> {
  const { out, err } = await hotfixConfig(args, { cwd: folder });
  expect(out).not.toBe('');
  expect(answer).toEqual({
    isError: false,
    texts: err === '' ? [out] : [out, err],
    data: { result: JSON.parse(out), messages: err },
  });
}

describe('the MCP server', () => {
  it('has the five tools, which read only', async () => {
    const client = await connect();
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(['check', 'explain', 'diff', 'fix', 'rules']);
    for (const { annotations, description } of tools) {
      expect(annotations).toEqual({ readOnlyHint: true, openWorldHint: false });
      expect(description).toMatch(/hotfix-config/);
    }
  });

  it('has the arguments that docs/agents.md describes', async () => {
    const client = await connect();
    const { tools } = await client.listTools();
    const page = readFileSync(join(root, 'docs/agents.md'), 'utf8');
    const rows = page.matchAll(/^\| `(\w+)` +\| (`.*?) +\|/gm);
    const words = (text = '') => [...text.matchAll(/`(\w+)`/g)].map(([, word]) => word).sort();
    expect([...rows].map(([, name, args]) => [name, words(args)])).toEqual(
      tools.map(({ name, inputSchema }) => [name, Object.keys(inputSchema.properties ?? {}).sort()]),
    );
  });

  it('is loaded by its command only, and the action says that it has none', async () => {
    const isIn = (file: string) => readFileSync(join(root, file), 'utf8').includes('io.modelcontextprotocol');
    const files = ['server/dist/mcp.js', 'server/dist/command-line.js', 'action/action.js'];
    expect(files.filter(isIn)).toEqual(['server/dist/mcp.js']);
    const [status, err] = await new Promise<unknown[]>((resolve) => {
      execFile(process.execPath, [join(root, 'action/hook.cjs'), 'mcp'], (error, _, text) =>
        resolve([error?.code, text]),
      );
    });
    expect([status, err]).toEqual([3, expect.stringContaining('it is not part of the action\nhint: ')]);
  });

  it('checks files as the command line does', async () => {
    await connect();
    await expectSame(await call('check'), 'check', '--format', 'json');
    await expectSame(
      await call('check', { paths: ['hotfix.json'] }),
      'check',
      'hotfix.json',
      '--format=json',
    );
  });

  it('checks a text as the file that it would be', async () => {
    workspace.write('other/hotfix.json', newer);
    await connect();
    const given = await call('check', { text: faulty, filename: 'hotfix.json' });
    expect(given).toEqual(await call('check', { paths: ['hotfix.json'] }));
    expect(given.texts[0]).toContain('"ruleId"');
  });

  it('warns if there is nothing to check', async () => {
    rmSync(workspace.path('hotfix.json'));
    await connect();
    expect(await call('check')).toEqual({
      isError: false,
      texts: ['[]\n', expect.stringContaining('no config found')],
      data: { result: [], messages: expect.stringContaining('no config found') },
    });
  });

  it('explains a config for baked versions', async () => {
    workspace.write('hotfix.json', newer);
    await connect();
    const args = ['--baked', '202511.07.1', '--baked=', '--format', 'json'];
    const answer = await call('explain', { file: 'hotfix.json', baked: ['202511.07.1', ''] });
    await expectSame(answer, 'explain', 'hotfix.json', ...args);
  });

  it('explains a config for nodes', async () => {
    workspace.write('hotfix.json', newer);
    workspace.write('nodes.txt', 'AKSUbuntu-2204gen2containerd-202511.07.1\n');
    await connect();
    const nodes = ['AKSUbuntu-2204gen2containerd-202511.07.1'];
    const answer = await call('explain', { file: 'hotfix.json', nodes });
    await expectSame(answer, 'explain', 'hotfix.json', '--nodes', 'nodes.txt', '--format', 'json');
    expect(answer.texts[0]).toContain('"nodes"');
  });

  it('compares two files', async () => {
    workspace.write('old.json', older);
    workspace.write('new.json', newer);
    await connect();
    const answer = await call('diff', { base: 'old.json', head: 'new.json', baked: ['202511.07.0'] });
    await expectSame(answer, 'diff', 'old.json', 'new.json', '--baked=202511.07.0', '--format=json');
  });

  it('compares the working tree with a revision', async () => {
    workspace.startRepository({ 'hotfix.json': older });
    workspace.write('hotfix.json', newer);
    await connect();
    const answer = await call('diff', { base: 'main', baked: ['202511.07.0'] });
    await expectSame(answer, 'diff', 'main', '--baked=202511.07.0', '--format=json');
    expect(answer.texts[0]).toContain('202511.07.4');
  });

  it('returns the fixed text of a file, and writes nothing', async () => {
    await connect();
    const before = readdirSync(folder);
    const { data, isError } = await call('fix', { file: 'hotfix.json' });
    expect([isError, workspace.read('hotfix.json'), readdirSync(folder)]).toEqual([false, faulty, before]);
    await hotfixConfig(['fix', 'hotfix.json'], { cwd: folder });
    const text = workspace.read('hotfix.json');
    expect(text).not.toBe(faulty);
    expect(data).toMatchObject({ result: { text, changed: true } });
    expect((await call('fix', { text: faulty, filename: 'hotfix.json' })).data).toEqual(data);
  });

  it('names the file that it cannot fix', async () => {
    const text = '{ "hotfixes": { "202511.07": "v202511.07.3é" } }';
    writeFileSync(join(folder, 'latin-hotfix.json'), Buffer.from(text, 'latin1'));
    await connect();
    const { isError, texts } = await call('fix', { file: 'latin-hotfix.json' });
    expect(isError).toBe(true);
    expect(texts.join('')).toContain('cannot fix "latin-hotfix.json": it is not valid UTF-8');
  });

  it('sees a file that changed since the last call', async () => {
    await connect();
    const before = await call('check', { paths: ['hotfix.json'] });
    workspace.write('hotfix.json', newer);
    expect(await call('check', { paths: ['hotfix.json'] })).not.toEqual(before);
  });

  it('lists rules, and refuses an unknown one', async () => {
    await connect();
    await expectSame(await call('rules'), 'rules', '--format=json');
    await expectSame(await call('rules', { id: 'base-mismatch' }), 'rules', 'base-mismatch', '--format=json');
    expect(await call('rules', { id: 'base-mismatc' })).toEqual({
      isError: true,
      texts: ['error: unknown rule "base-mismatc"\nhint: did you mean "base-mismatch"?\n'],
      data: undefined,
    });
  });

  it('has the pages of rules and the bundled record as resources', async () => {
    const client = await connect();
    const { resources } = await client.listResources();
    expect(resources.map(({ uri }) => uri).sort()).toEqual(
      ['record', ...rules.map(({ id }) => `rules/${id}`)].map((path) => `hotfix-config://${path}`).sort(),
    );
    const page = await client.readResource({ uri: 'hotfix-config://rules/base-mismatch' });
    const { out } = await hotfixConfig(['rules', 'base-mismatch'], { cwd: folder });
    expect(page.contents).toMatchObject([{ text: out }]);
    const [record] = (await client.readResource({ uri: 'hotfix-config://record' })).contents;
    const { date, versions, published } = JSON.parse(record && 'text' in record ? record.text : '');
    expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(versions.length).toBeGreaterThan(100);
    expect(Object.keys(published).length).toBeGreaterThan(10);
    await expect(client.readResource({ uri: 'hotfix-config://rules/none' })).rejects.toThrow(
      'unknown rule "none"',
    );
  });
});
