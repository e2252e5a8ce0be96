import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createProtocolConnection,
  type Diagnostic,
  InitializeRequest,
  PublishDiagnosticsNotification,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

const server = join(import.meta.dirname, '../../server/dist/node.js');

let folder: string;
beforeEach(() => {
  folder = realpathSync.native(mkdtempSync(join(tmpdir(), 'session-')));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): void {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), text);
}

/** The first findings of a document that a client opens with this root, over a socket. */
async function findings(root: string, uri: string, text: string): Promise<Diagnostic[]> {
  const listening = createServer();
  const connected = new Promise<Socket>((resolve) => listening.once('connection', resolve));
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const { port } = listening.address() as AddressInfo;
  const child = spawn(process.execPath, [server, `--socket=${port}`], { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const socket = await connected;
  const connection = createProtocolConnection(
    new StreamMessageReader(socket),
    new StreamMessageWriter(socket),
  );
  connection.listen();
  const published = new Promise<Diagnostic[]>((resolve) =>
    connection.onNotification(PublishDiagnosticsNotification.type, ({ diagnostics }) => resolve(diagnostics)),
  );
  await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: root,
    capabilities: {},
  });
  await connection.sendNotification('initialized', {});
  const textDocument = { uri, languageId: 'json', version: 1, text };
  await connection.sendNotification('textDocument/didOpen', { textDocument });
  const found = await published;
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  await ended;
  listening.close();
  return found;
}

const mismatch = '{ "hotfixes": { "202604.01": "202605.30.2" } }';

describe('the server on Windows, over a socket', () => {
  const own = () => pathToFileURL(folder).href;
  it.each([
    [
      'a large drive letter',
      (uri: string) => uri.replace(/^file:\/\/\/./, (start) => start.toUpperCase().replace('FILE', 'file')),
    ],
    ['a small drive letter', (uri: string) => uri.replace(/^file:\/\/\/./, (start) => start.toLowerCase())],
    ['an escaped colon', (uri: string) => uri.replace(/^(file:\/\/\/.):/, '$1%3A')],
  ])('finds the project file of a config whose root has %s', async (_, spelled) => {
    write('.hotfixrc.json', '{ "rules": { "base-mismatch": "hint" } }');
    for (const uri of [`${own()}/parts/hotfix.json`, spelled(`${own()}/parts/hotfix.json`)]) {
      const found = await findings(spelled(own()), uri, mismatch);
      expect(found).toMatchObject([{ code: 'base-mismatch', severity: 4 }]);
    }
  });

  it('checks a config on a network share that cannot be reached', async () => {
    const found = await findings(
      'file://no-such-host/share',
      'file://no-such-host/share/hotfix.json',
      mismatch,
    );
    expect(found).toMatchObject([{ code: 'base-mismatch', severity: 1 }]);
  });
});
