import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { type Platform, startServer } from '../lsp/server.ts';

/** The pages beside the bundle in the npm package; the extension ships them once, and its client names the place. */
const pages = join(__dirname, 'rules');

const platform: Platform = {
  name: 'hotfix-language-server',
  version,
  rulePages: existsSync(pages) ? `${pathToFileURL(pages)}/` : undefined,
  async readFile(uri) {
    if (!uri.startsWith('file:')) return undefined;
    try {
      return await readFile(fileURLToPath(uri));
    } catch {
      // Missing, a folder, or not ours to read: for a lookup that is all the same.
      return undefined;
    }
  },
};

startServer(createConnection(ProposedFeatures.all), platform);
