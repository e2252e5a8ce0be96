import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AgentWorkspace, newer, older } from './mcp-workspace.ts';
import { config, gate, payload } from './payload-workspace.ts';
import { commandLine } from './workspace.ts';

const workspace = new AgentWorkspace();
const { call, connect } = workspace;
let folder: string;
beforeEach(() => {
  folder = workspace.path();
});

describe('the MCP server reads nothing outside of its folder', () => {
  let outside: string;
  beforeEach(() => {
    outside = mkdtempSync(join(tmpdir(), 'outside-'));
    writeFileSync(join(outside, 'hotfix.json'), newer);
    symlinkSync(join(outside, 'hotfix.json'), workspace.path('linked-hotfix.json'));
    symlinkSync(outside, workspace.path('linked'));
  });
  afterEach(() => rmSync(outside, { recursive: true }));

  it('refuses paths that lead out, and names them', async () => {
    await connect();
    const paths = [
      join(outside, 'hotfix.json'),
      '../hotfix.json',
      'linked-hotfix.json',
      'linked/hotfix.json',
      'linked',
      'linked/missing.json',
    ];
    for (const path of paths) {
      const answers = [
        await call('check', { paths: [path] }),
        await call('check', { text: newer, filename: path }),
        await call('check', { baseline: path }),
        await call('explain', { file: path }),
        await call('fix', { file: path }),
        await call('diff', { base: 'hotfix.json', head: path }),
        await call('diff', { base: path, head: 'hotfix.json' }),
        await call('diff', { base: 'hotfix.json', head: 'hotfix.json', paths: [path] }),
      ];
      for (const answer of answers) {
        expect(answer).toMatchObject({ isError: true, data: undefined });
        expect(answer.texts).toEqual([
          expect.stringContaining(`error: cannot read "${path}": leads out of the folder\n`),
        ]);
      }
    }
  });

  it('accepts an absolute path in it', async () => {
    await connect();
    const path = workspace.path('hotfix.json');
    expect(await call('check', { paths: [path] })).toEqual(await call('check', { paths: ['hotfix.json'] }));
  });

  it('skips links when it checks the folder', async () => {
    await connect();
    const { texts } = await call('check');
    expect(texts[0]).not.toContain('linked');
    expect(texts[1]).toContain('"linked-hotfix.json" is a symbolic link and was skipped');
  });

  it.each(['../*.json', 'linked/*.json', '*.json'])('refuses the glob %s', async (glob) => {
    await connect();
    expect(await call('check', { paths: [glob] })).toMatchObject({
      isError: true,
      texts: [expect.stringContaining(`"${glob}"`)],
    });
  });

  it('takes no settings and no baked versions from folders above', async () => {
    workspace.startRepository({ 'inner/hotfix.json': '{ "hotfixes": {} }\n' });
    const inner = workspace.path('inner');
    await connect(inner);
    const plain = await call('check');
    workspace.write('.hotfixrc.json', '{ "rules": { "no-hotfix": "off" } }');
    expect(await call('check')).toEqual(plain);
    expect(plain.texts[0]).toContain('no-hotfix');
  });

  it('does not read the scripts of a config if they are in a folder above', async () => {
    workspace.write(config, gate('202511.07.0'));
    workspace.write(payload, '');
    await connect();
    const isPaired = { data: { result: [{ payload: [] }] } };
    expect(await call('explain', { file: config })).toMatchObject(isPaired);
    const folder = workspace.path(config.replace(/\/[^/]*$/, ''));
    await connect(folder);
    const alone = await call('explain', { file: 'aks-node-controller-hotfix.json' });
    expect(alone.isError).toBe(false);
    expect(alone).not.toMatchObject(isPaired);
  });

  it('compares only its own configs of a repository', async () => {
    workspace.startRepository({ 'inner/hotfix.json': older, 'hotfix.json': older });
    const inner = workspace.path('inner');
    workspace.write('hotfix.json', newer);
    workspace.write('inner/hotfix.json', newer);
    await connect(inner);
    const { data } = await call('diff', { base: 'main' });
    expect(data).toMatchObject({ result: [{ file: 'hotfix.json', status: 'changed' }] });
    for (const head of ['main:hotfix.json', 'main:../hotfix.json', ':0:hotfix.json', ':hotfix.json'])
      expect(await call('diff', { base: 'hotfix.json', head })).toMatchObject({
        isError: true,
        texts: [expect.stringContaining(`"${head}": leads out of the folder`)],
      });
    const inside = await call('diff', { base: 'main:./hotfix.json', head: 'hotfix.json' });
    expect(inside).toEqual(await call('diff', { base: 'main:inner/hotfix.json', head: './hotfix.json' }));
    expect(inside.isError).toBe(false);
  });
});

describe('a wrong request to the MCP server', () => {
  it.each(['-', '--output=text=stolen.txt', '--help'])('cannot pass the flag %s', async (flag) => {
    workspace.startRepository({ 'hotfix.json': older });
    await connect();
    const before = readdirSync(folder);
    for (const answer of [
      await call('check', { paths: [flag] }),
      await call('check', { baseline: flag }),
      await call('explain', { file: flag }),
      await call('fix', { file: flag }),
      await call('diff', { base: flag }),
      await call('diff', { base: 'main', head: flag }),
    ])
      expect(answer).toMatchObject({ isError: true, texts: [expect.stringContaining(`"${flag}"`)] });
    expect((await call('rules', { id: flag })).isError).toBe(true);
    expect(readdirSync(folder)).toEqual(before);
  });

  it('is an error of the tool, which names the argument', async () => {
    await connect();
    for (const args of [{}, { file: 7 }, { file: 'hotfix.json', baked: '202511.07.0' }]) {
      const { isError, texts } = await call('explain', args);
      expect([isError, texts.join()]).toEqual([true, expect.stringMatching(/file|baked/)]);
    }
    expect((await call('fix')).texts).toEqual([expect.stringContaining('pass either "file" or "text"')]);
    expect((await call('check', { text: newer, paths: ['hotfix.json'] })).isError).toBe(true);
    expect((await call('check', { pathz: ['hotfix.json'] })).texts).toEqual([
      expect.stringContaining('"pathz"'),
    ]);
    expect((await call('none')).texts).toEqual([expect.stringContaining('none')]);
  });

  it('reports what the command line reports: a missing file, broken settings, an unknown revision', async () => {
    workspace.startRepository({ 'hotfix.json': older });
    mkdirSync(workspace.path('broken'));
    workspace.write('broken/.hotfixrc.json', '{ "rules": 1 }');
    workspace.write('broken/hotfix.json', older);
    await connect();
    expect((await call('explain', { file: 'missing.json' })).texts.join('')).toContain(
      'error: cannot read "missing.json": no such file',
    );
    expect(await call('check', { paths: ['broken'] })).toMatchObject({ isError: true });
    expect(await call('diff', { base: 'no-such-branch' })).toMatchObject({
      isError: true,
      texts: [expect.stringContaining('"no-such-branch" is neither a file nor a git revision')],
    });
  });

  it('is one with an answer that the client cannot take: the connection stays open', async () => {
    const bases = Array.from({ length: 40_000 }, (_, i) => [`base ${i}`, '202511.07.4']);
    const text = JSON.stringify({ hotfixes: Object.fromEntries(bases) });
    await connect();
    expect(await call('check', { text })).toEqual({
      isError: true,
      texts: [expect.stringMatching(/^error: the answer is larger than 9 MB\nhint: .*"baked"/)],
      data: undefined,
    });
    expect((await call('check', { text: newer })).isError).toBe(false);
  });

  it('does not end the server, even if it is not JSON; the end of the input does', async () => {
    const child = spawn(process.execPath, [commandLine, 'mcp'], { cwd: folder });
    let out = '';
    let answered = () => {};
    const answer = new Promise<void>((resolve) => {
      answered = resolve;
    });
    child.stdout.on('data', (chunk) => {
      out += chunk;
      if (out.includes('"id":2')) answered();
    });
    child.stdin.write('not JSON\n{"jsonrpc":"2.0","id":1,"method":"no/such"}\n{"id":[]}\n');
    child.stdin.write('{"jsonrpc":"2.0","id":2,"method":"ping"}\n');
    await answer;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.stdin.end();
    expect(await ended).toBe(0);
    expect(out).toContain('"code":-32601');
  });
});
