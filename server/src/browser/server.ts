import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { version } from '../../package.json';
import { startServer } from '../lsp/server.ts';
import { dayAt } from '../model/index.ts';

declare const self: DedicatedWorkerGlobalScope;

startServer(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), {
  name: 'hotfix-language-server',
  version,
  today: () => dayAt(new Date()),
  rulePages: undefined,
  // A worker has no files of its own; what there is, the client has.
  readFile: async () => undefined,
  findFiles: async () => [],
});
