import { PassThrough } from 'node:stream';
import { beforeEach, describe, expect, it } from 'vitest';
import { createConnection } from 'vscode-languageserver/node';
import {
  type DataCallback,
  Emitter,
  ErrorCodes,
  type Message,
  type MessageReader,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { protocolGate } from '../../server/src/lsp/protocol-gate.ts';
import { startServer } from '../../server/src/lsp/server.ts';
import { checkedFiles } from '../../server/src/node/checked-files.ts';
import { loadManifestReader } from '../../server/src/service/manifest/reader.ts';

interface Reply {
  readonly id: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** A client that sends raw messages. */
let send: (message: object) => Promise<Reply>;
beforeEach(() => {
  const [up, down] = [new PassThrough(), new PassThrough()];
  const writer = new StreamMessageWriter(down);
  startServer(createConnection(protocolGate(new StreamMessageReader(up), writer), writer), {
    name: 'hotfix-language-server',
    version: '0.0.0',
    rulePages: undefined,
    today: () => '2026-07-01',
    readFile: async () => undefined,
    findFiles: async () => [],
    manifestReader: loadManifestReader,
    checkedFiles,
  });
  const waiting = new Map<unknown, (reply: Reply) => void>();
  new StreamMessageReader(down).listen((message) => {
    if ('id' in message) waiting.get(message.id)?.(message as unknown as Reply);
  });
  const raw = new StreamMessageWriter(up);
  let id = 0;
  send = (message) =>
    new Promise((resolve) => {
      id++;
      waiting.set(id, resolve);
      void raw.write({ jsonrpc: '2.0', id, ...message } as Message);
    });
});

const initialize = { method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } };
const textDocument = { uri: 'file:///hotfix.json' };
const hover = { method: 'textDocument/hover', params: { textDocument, position: { line: 0, character: 0 } } };
const codeOf = async (message: object) => (await send(message)).error?.code;

describe('a request at the wrong time', () => {
  it.each([
    hover,
    { method: 'shutdown' },
    { method: 'no/such' },
    { method: 'hotfix/checkFolder', params: {} },
  ])('is refused before "initialize": $method', async (message) => {
    expect(await codeOf(message)).toBe(ErrorCodes.ServerNotInitialized);
    expect((await send(initialize)).result).toBeDefined();
  });

  it.each([hover, initialize, { method: 'shutdown' }, { method: 'no/such' }])(
    'is refused after "shutdown": $method',
    async (message) => {
      await send(initialize);
      expect(await send({ method: 'shutdown' })).toMatchObject({ result: null });
      expect(await codeOf(message)).toBe(ErrorCodes.InvalidRequest);
    },
  );
});

describe('an introduction', () => {
  it.each([
    undefined,
    null,
    7,
    [],
    {},
    { capabilities: null },
    { capabilities: [] },
    { rootUri: 'file:///' },
  ])('without capabilities is refused, and another one is not: %j', async (params) => {
    const { error } = await send({ method: 'initialize', params });
    expect(error).toEqual({
      code: ErrorCodes.InvalidParams,
      message: 'The request has no "capabilities" that are an object.',
    });
    expect((await send(initialize)).result).toBeDefined();
  });

  it.each([
    { general: 7, textDocument: 7, workspace: [] },
    { general: { positionEncodings: 7 }, textDocument: { hover: { contentFormat: 7 } } },
    { textDocument: { publishDiagnostics: { tagSupport: { valueSet: 7 } } } },
    { textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: 7 } } } },
    { textDocument: { completion: { completionItem: { documentationFormat: { 0: 'markdown' } } } } },
  ])('with capabilities of any type is accepted: %j', async (capabilities) => {
    expect((await send({ method: 'initialize', params: { capabilities } })).result).toBeDefined();
    expect((await send(hover)).result).toBeNull();
  });
});

describe('parameters that make no sense', () => {
  beforeEach(() => send(initialize));

  it.each([
    ...['hover', 'completion', 'definition', 'codeAction', 'inlayHint', 'codeLens'].map(
      (name) => `textDocument/${name}`,
    ),
    ...['coverage', 'nodeSteps', 'checkFolder'].map((name) => `hotfix/${name}`),
    'completionItem/resolve',
    'codeAction/resolve',
  ])('are reported as missing if they are null: %s', async (method) => {
    const { error, result } = await send({ method, params: null });
    if (error) expect(error.code).toBe(ErrorCodes.InvalidParams);
    else expect(result).not.toBeDefined();
  });

  it.each(['', 'repo', '/repo', 7, null, {}, 'file'])('of a folder to check: %j', async (folder) => {
    const { error } = await send({ method: 'hotfix/checkFolder', params: { folder } });
    expect(error?.code).toBe(ErrorCodes.InvalidParams);
    expect(error?.message).toContain('"folder"');
  });

  it.each(['%E0%A4%A', 'a%2Fb', '%00', 'does/not/exist'])(
    'of a folder to check that is not on this machine: %s',
    async (path) => {
      const { error } = await send({ method: 'hotfix/checkFolder', params: { folder: `file:///${path}` } });
      expect(error?.code).toBe(ErrorCodes.InvalidParams);
    },
  );

  it.each([7, null, {}])('of a request whose method is %j', async (method) => {
    expect(await codeOf({ method })).toBe(ErrorCodes.InvalidRequest);
  });
});

describe('a client in an invisible process', () => {
  const passedOn = (processId: unknown, isVisible: boolean) => {
    let receive: DataCallback = () => {};
    const never = new Emitter<never>().event;
    const reader: MessageReader = {
      onError: never,
      onClose: never,
      onPartialMessage: never,
      dispose: () => {},
      listen: (callback) => {
        receive = callback;
        return { dispose: () => {} };
      },
    };
    const messages: Message[] = [];
    const writer = new StreamMessageWriter(new PassThrough());
    protocolGate(reader, writer, () => isVisible).listen((message) => void messages.push(message));
    receive({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { processId, capabilities: {} },
    } as Message);
    return messages;
  };

  it('is not watched, and so does not end the server', () => {
    expect(passedOn(4711, false)).toMatchObject([{ params: { processId: null, capabilities: {} } }]);
    expect(passedOn(4711, true)).toMatchObject([{ params: { processId: 4711, capabilities: {} } }]);
  });
});
