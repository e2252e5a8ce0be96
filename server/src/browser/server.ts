import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { version } from '../../package.json';
import { protocolGate } from '../lsp/protocol-gate.ts';
import { startServer } from '../lsp/server.ts';
import { bundledRecord, dayAt } from '../model/index.ts';
import type { ManifestReader } from '../service/manifest/reader.ts';

declare const self: DedicatedWorkerGlobalScope & { module?: { exports?: ManifestReader } };

/** The same file as in Node. It exports to a variable `module`. */
async function manifestReader(address: string | undefined): Promise<ManifestReader> {
  const loaded: typeof self.module = {};
  self.module = loaded;
  if (address !== undefined) importScripts(address);
  return loaded.exports ?? { configsIn: () => [] };
}

const writer = new BrowserMessageWriter(self);
startServer(createConnection(protocolGate(new BrowserMessageReader(self), writer), writer), {
  name: 'hotfix-language-server',
  version,
  today: () => dayAt(new Date()),
  rulePages: undefined,
  bundledRecord,
  manifestReader,
  // A worker has no file system. The client reads the files.
  readFile: async () => undefined,
  findFiles: async () => [],
});
