import { type ChildProcess, fork, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createProtocolConnection,
  generateRandomPipeName,
  IPCMessageReader,
  IPCMessageWriter,
  type ProtocolConnection,
  SocketMessageReader,
  SocketMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { mismatch, Workspace } from '../cli/workspace.ts';
import { pulling } from '../support/lsp-client.ts';
import { askable } from '../support/replies.ts';

const dist = join(import.meta.dirname, '../../server/dist');
const server = join(dist, 'node.js');
const trap = join(import.meta.dirname, '../support/network-trap.cjs');
const workspace = new Workspace();

let log: string;
beforeEach(() => {
  log = join(mkdtempSync(join(tmpdir(), 'network-')), 'log');
});
afterEach(() => rmSync(join(log, '..'), { recursive: true }));

const trapped = () => ({ ...process.env, NODE_OPTIONS: `--require "${trap}"`, NETWORK_TRAP: log });
/** What a program did with a network since the start of the test. */
const used = () => (existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n') : []);

const address = 'https://config.invalid/a.json';
/** Files with addresses that could be looked up, downloaded or reported. */
const inviting = {
  'hotfix.json': `{ "$schema": "${address}", "hotfixes": { "202604.01": "v202604.01.3" } }`,
  'broken-hotfix.json': `{ "version": "${address}" `,
  'empty/hotfix.json': mismatch,
  '.hotfixrc.json': JSON.stringify({
    $schema: address,
    bakedVersions: [{ version: '202604.01.0', images: [address] }],
    bakedVersionsFrom: [address, '//config.invalid/share', 'vhdbuilder/release-notes'],
  }),
  'vhdbuilder/release-notes/AKSUbuntu/gen2/2204containerd/202604.01.1.txt': address,
  'baked.json': '["202604.01.0"]',
};

function writeInviting(): void {
  workspace.startRepository(inviting);
  workspace.git('remote', 'add', 'origin', 'https://config.invalid/repository');
}

/** Sends all requests of an editor about a folder. Returns those without an answer. */
async function wholeSession(connection: ProtocolConnection): Promise<string[]> {
  const folder = pathToFileURL(workspace.path()).toString().replace(/\/$/, '');
  const uri = `${folder}/hotfix.json`;
  const text = workspace.read('hotfix.json');
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => null));
  const known = new Promise<void>((resolve) => {
    connection.onRequest('workspace/diagnostic/refresh', () => resolve());
  });
  connection.onRequest('workspace/inlayHint/refresh', () => null);
  connection.onRequest('workspace/codeLens/refresh', () => null);
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    capabilities: pulling,
    rootUri: folder,
    workspaceFolders: [{ uri: folder, name: 'config' }],
  });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'json', version: 1, text },
  });
  const position = { line: 0, character: text.indexOf('v202604') + 2 };
  const range = { start: position, end: position };
  const about = { textDocument: { uri }, position, range, context: { diagnostics: [] }, uri, folder };
  const methods = [...askable, 'hotfix/coverage', 'hotfix/nodeSteps', 'hotfix/checkFolder'];
  const unanswered: string[] = [];
  await connection.sendRequest('textDocument/diagnostic', about);
  // The search for baked versions runs in the meantime.
  await known;
  for (const method of methods) {
    const answer = await connection.sendRequest(method, { ...about, baked: '202604.01.0' });
    if (answer === null) unanswered.push(method);
    const resolve = {
      'textDocument/codeAction': 'codeAction/resolve',
      'textDocument/completion': 'completionItem/resolve',
    };
    const offers = Array.isArray(answer) ? answer : [];
    for (const offer of offers)
      if (method in resolve) await connection.sendRequest(Reflect.get(resolve, method), offer);
  }
  await connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  return unanswered;
}

function start(...flags: string[]): [ChildProcess, Promise<unknown>] {
  const child = spawn(process.execPath, [server, ...flags], { env: trapped() });
  return [child, new Promise((resolve) => child.once('exit', resolve))];
}

/** Resolves with the first connection. */
function firstTo(server: Server): Promise<ProtocolConnection> {
  return new Promise((resolve) => {
    server.once('connection', (socket: Socket) => {
      server.close();
      resolve(createProtocolConnection(new SocketMessageReader(socket), new SocketMessageWriter(socket)));
    });
  });
}

describe('the language server in a whole session', () => {
  beforeEach(() => writeInviting());

  it('uses no network over --stdio', async () => {
    const [child, ended] = start('--stdio');
    if (!child.stdout || !child.stdin) throw new Error('The server has no pipes.');
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    expect(await wholeSession(connection)).toEqual([]);
    expect([await ended, used()]).toEqual([0, []]);
  });

  it('uses no network over --node-ipc, as the extension starts it', async () => {
    const child = fork(server, ['--node-ipc'], { env: trapped() });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    const connection = createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
    expect(await wholeSession(connection)).toEqual([]);
    expect([await ended, used()]).toEqual([0, []]);
  });

  it('connects to the port of --socket on this machine, and to nothing else', async () => {
    const listener = createServer();
    const connected = firstTo(listener);
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    const { port } = Object(listener.address());
    const [, ended] = start(`--socket=${port}`);
    expect(await wholeSession(await connected)).toEqual([]);
    expect([await ended, used()]).toEqual([0, [`connect 127.0.0.1:${port}`]]);
  });

  it('connects to the pipe of --pipe, and to nothing else', async () => {
    const pipe = generateRandomPipeName();
    const listener = createServer();
    const connected = firstTo(listener);
    await new Promise<void>((resolve) => listener.listen(pipe, resolve));
    const [, ended] = start(`--pipe=${pipe}`);
    expect(await wholeSession(await connected)).toEqual([]);
    expect([await ended, used()]).toEqual([0, [`connect ${pipe}`]]);
  });
});

describe('the command line', () => {
  it.each([
    ...['text', 'json', 'github', 'sarif', 'junit', 'markdown'].map((format) => `check --format ${format}`),
    'check --baseline HEAD --baked-from baked.json',
    'check --baseline https://config.invalid/hotfix.json',
    'check https://config.invalid/hotfix.json',
    'fix hotfix.json',
    'explain hotfix.json --baked 202604.01.0',
    'diff HEAD:hotfix.json empty/hotfix.json --format markdown',
    'diff https://config.invalid/a.json hotfix.json',
    'rules base-mismatch',
    '--version',
  ])('uses no network: %s', async (line) => {
    writeInviting();
    const { status, out, err } = await workspace.runWith({ env: trapped() }, ...line.split(' '));
    expect(status, err).toBeLessThanOrEqual(3);
    expect(out + err).not.toBe('');
    expect(used()).toEqual([]);
  });
});

describe('the API', () => {
  it('uses no network', () => {
    const program = `
      const { check, diff, evaluate, fix } = require(${JSON.stringify(join(dist, 'api.js'))});
      const config = ${JSON.stringify(mismatch)};
      const options = { bakedVersions: ['202604.01.0'], baseline: '{}' };
      console.log([evaluate(config, '202604.01.0'), check(config, options), fix(config), diff(config, '{}')].length);
    `;
    const { stdout } = spawnSync(process.execPath, ['-e', program], { env: trapped(), encoding: 'utf8' });
    expect([stdout, used()]).toEqual(['4\n', []]);
  });
});

describe('what these tests are to notice', () => {
  const uses: readonly (readonly [code: string, noticed: (port: number) => string])[] = [
    ["fetch('http://127.0.0.1:PORT')", (port) => `connect 127.0.0.1:${port}`],
    ["fetch('http://localhost:PORT')", (port) => `connect localhost:${port}`],
    ["require('http').get('http://127.0.0.1:PORT')", (port) => `connect 127.0.0.1:${port}`],
    ["require('https').get('https://127.0.0.1:PORT')", (port) => `connect 127.0.0.1:${port}`],
    ["require('http2').connect('http://127.0.0.1:PORT')", (port) => `connect 127.0.0.1:${port}`],
    ["require('tls').connect(PORT, '127.0.0.1')", (port) => `connect 127.0.0.1:${port}`],
    ["require('net').connect(PORT, '127.0.0.1')", (port) => `connect 127.0.0.1:${port}`],
    ["require('net').createServer().listen(0, '127.0.0.1').unref()", () => 'listen 127.0.0.1:0'],
    ["require('dns').lookup('127.0.0.2', () => {})", () => 'lookup 127.0.0.2'],
    ["require('dns').promises.lookup('127.0.0.3')", () => 'lookup 127.0.0.3'],
    ["require('dgram').createSocket('udp4').bind(0, '127.0.0.1').unref()", () => 'bind 127.0.0.1:0'],
    [
      "require('child_process').execFileSync(process.execPath, ['-e', \"require('net').connect(PORT, '127.0.0.1').on('error', () => {})\"])",
      (port) => `connect 127.0.0.1:${port}`,
    ],
  ];

  it('is noticed, each use by itself', () => {
    // In one program, so each has a port of its own.
    const all = uses.map(([code, noticed], i) => ({
      code: code.replace('PORT', String(54_321 + i)),
      noticed: noticed(54_321 + i),
    }));
    const quiet = ['uncaughtException', 'unhandledRejection'].map(
      (name) => `process.on('${name}', () => {});`,
    );
    spawnSync(process.execPath, ['-e', [...quiet, ...all.map(({ code }) => code)].join('\n')], {
      env: trapped(),
    });
    expect(used()).toEqual(expect.arrayContaining(all.map(({ noticed }) => noticed)));
  });
});
