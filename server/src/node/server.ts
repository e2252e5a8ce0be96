// Import first: it may end the process before the others are loaded.
import './arguments.ts';

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createConnection,
  createServerPipeTransport,
  createServerSocketTransport,
  IPCMessageReader,
  IPCMessageWriter,
  type Message,
  type MessageReader,
  type MessageWriter,
  ProposedFeatures,
  StreamMessageReader,
} from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { gitRecords } from '../cli/git-records.ts';
import type { Platform } from '../lsp/platform.ts';
import { protocolGate } from '../lsp/protocol-gate.ts';
import { startServer } from '../lsp/server.ts';
import { bundledRecord, dayAt } from '../model/index.ts';
import { loadManifestReader } from '../service/manifest/reader.ts';
import { refuse, transport } from './arguments.ts';
import { checkedFiles } from './checked-files.ts';
import { nodeFiles } from './files.ts';
import { WholeMessageWriter } from './message-writer.ts';
import { isProcessVisible } from './process-visible.ts';

/** The rule pages in the npm package. The client of the extension sets its own location. */
const pages = join(__dirname, 'docs/rules');

const platform: Platform = {
  name: 'hotfix-language-server',
  version,
  today: () => dayAt(new Date()),
  rulePages: existsSync(pages) ? `${pathToFileURL(pages)}/` : undefined,
  bundledRecord,
  manifestReader: loadManifestReader,
  ...nodeFiles,
  checkedFiles,
  git: gitRecords,
};

const [reader, writer] = open();
const connection = createConnection(
  ProposedFeatures.all,
  protocolGate(reader, writer, isProcessVisible),
  writer,
);
// A client that was killed cannot ask the server to end.
let status = 1;
connection.onShutdown(() => {
  status = 0;
});
reader.onClose(() => process.exit(status));
reader.onError(end);
startServer(connection, platform);

function open(): readonly [MessageReader, MessageWriter] {
  switch (transport.kind) {
    case 'stdio':
      return [new StreamMessageReader(process.stdin), new WholeMessageWriter(process.stdout)];
    case 'node-ipc':
      return [new IPCMessageReader(process), new IPCMessageWriter(process)];
    case 'socket':
      return createServerSocketTransport(transport.port);
    case 'pipe':
      return createServerPipeTransport(transport.name);
  }
}

/** After a message with invalid JSON the stream is readable; after an invalid header it is not. */
function end(error: Error & { readonly code?: string; readonly syscall?: string }): void {
  if (error instanceof SyntaxError) {
    const parseError = { code: -32_700, message: `Invalid JSON in message: ${error.message}` };
    writer.write({ jsonrpc: '2.0', id: null, error: parseError } as Message).catch(() => {});
    return;
  }
  if (error.syscall === 'connect')
    refuse(`cannot connect to the client: ${error.message}`, 'check the value of --socket or --pipe');
  const [sentence = ''] = error.message.split('\n');
  process.stderr.write(`error: cannot read what the client sends: ${sentence}\n`);
  process.exit(1);
}
