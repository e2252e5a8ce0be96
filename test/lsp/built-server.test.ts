import { type ChildProcess, fork, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  CodeActionRequest,
  createProtocolConnection,
  InitializeRequest,
  IPCMessageReader,
  IPCMessageWriter,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

const node = join(import.meta.dirname, '../../server/dist/node.js');

const transports: Record<string, () => [ChildProcess, ProtocolConnection]> = {
  '--stdio': () => {
    const child = spawn(process.execPath, [node, '--stdio']);
    const reader = new StreamMessageReader(child.stdout);
    return [child, createProtocolConnection(reader, new StreamMessageWriter(child.stdin))];
  },
  '--node-ipc': () => {
    const child = fork(node, ['--node-ipc'], { silent: true });
    return [child, createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child))];
  },
};

describe.each(Object.entries(transports))('the built server over %s', (_, startOver) => {
  it('reports findings, fixes them and exits on request', async () => {
    const [child, connection] = startOver();
    const ended = new Promise((resolve) => child.once('exit', resolve));
    connection.listen();
    const { serverInfo } = await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      capabilities: {
        textDocument: {
          publishDiagnostics: { codeDescriptionSupport: true },
          codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
        },
      },
    });
    expect(serverInfo?.name).toBe('hotfix-language-server');
    const uri = 'file:///hotfix.json';
    const published = new Promise<PublishDiagnosticsParams>((resolve) =>
      connection.onNotification(PublishDiagnosticsNotification.type, resolve),
    );
    const text = '{ "version": "dev", "scripts_version": "v209904.1.03" }';
    const textDocument = { uri, languageId: 'json', version: 1, text };
    await connection.sendNotification('textDocument/didOpen', { textDocument });
    const { diagnostics } = await published;
    expect(diagnostics).toMatchObject([
      { code: 'malformed-version', message: expect.stringContaining('"dev"') },
      { code: 'malformed-version', message: expect.stringContaining('"v209904.1.03"') },
    ]);
    const start = { line: 0, character: 0 };
    const actions = await connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range: { start, end: start },
      context: { diagnostics: [], only: ['source.fixAll.hotfix'] },
    });
    expect(actions).toMatchObject([{ edit: { changes: { [uri]: [{ newText: '209904.01.3' }] } } }]);
    const page = fileURLToPath(diagnostics[0]?.codeDescription?.href ?? '');
    expect(readFileSync(page, 'utf8')).toContain('# malformed-version');
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    expect(await ended).toBe(0);
  });
});

describe('the built server over --stdio', () => {
  it.each([
    ['with status 1 without a shutdown', [], 1],
    ['quietly when it had been shut down', ['shutdown'], 0],
  ])('ends with its client, %s', async (_, requests, status) => {
    const [child, connection] = transports['--stdio']?.() ?? [];
    const ended = new Promise((resolve) => child?.once('exit', resolve));
    connection?.listen();
    await connection?.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: null,
      capabilities: {},
    });
    for (const request of requests) await connection?.sendRequest(request);
    child?.stdin?.end();
    expect(await ended).toBe(status);
  });
});
