import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type Connection,
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
} from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { type Platform, startServer } from '../lsp/server.ts';
import { dayAt } from '../model/index.ts';
import { checkedFiles } from './checked-files.ts';
import { nodeFiles } from './files.ts';
import { WholeMessageWriter } from './message-writer.ts';

/** The pages beside the bundle in the npm package; the extension ships them once, and its client names the place. */
const pages = join(__dirname, 'rules');

const platform: Platform = {
  name: 'hotfix-language-server',
  version,
  today: () => dayAt(new Date()),
  rulePages: existsSync(pages) ? `${pathToFileURL(pages)}/` : undefined,
  ...nodeFiles,
  checkedFiles,
};

startServer(connect(), platform);

function connect(): Connection {
  if (!process.argv.includes('--stdio')) return createConnection(ProposedFeatures.all);
  const reader = new StreamMessageReader(process.stdin);
  const connection = createConnection(ProposedFeatures.all, reader, new WholeMessageWriter(process.stdout));
  // As the library does for a stream: a client that is gone without a word cannot ask the server to end any more.
  let status = 1;
  connection.onShutdown(() => {
    status = 0;
  });
  process.stdin.once('close', () => process.exit(status));
  return connection;
}
