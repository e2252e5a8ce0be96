import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { version } from '../../package.json';
import { protocolGate } from '../lsp/protocol-gate.ts';
import { startServer } from '../lsp/server.ts';
import { bundledRecord, dayAt } from '../model/index.ts';

declare const self: DedicatedWorkerGlobalScope;

const writer = new BrowserMessageWriter(self);
startServer(createConnection(protocolGate(new BrowserMessageReader(self), writer), writer), {
  name: 'hotfix-language-server',
  version,
  today: () => dayAt(new Date()),
  rulePages: undefined,
  bundledRecord,
  // A worker has no file system. The client reads the files.
  readFile: async () => undefined,
  findFiles: async () => [],
});
