import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { type Platform, startServer } from '../lsp/server.ts';
import { nodeFiles } from './files.ts';

/** The pages beside the bundle in the npm package; the extension ships them once, and its client names the place. */
const pages = join(__dirname, 'rules');

const platform: Platform = {
  name: 'hotfix-language-server',
  version,
  today: () => new Date().toISOString().slice(0, 10),
  rulePages: existsSync(pages) ? `${pathToFileURL(pages)}/` : undefined,
  ...nodeFiles,
};

// Each edit of a large text leaves a whole copy behind: collect after half as much again, not after several times as much.
setFlagsFromString('--heap-growing-percent=40');
startServer(createConnection(ProposedFeatures.all), platform);
