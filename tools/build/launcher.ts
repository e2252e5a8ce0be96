import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bundle.ts';

const manifest: { engines: { node: string } } = JSON.parse(
  readFileSync(join(root, 'server/package.json'), 'utf8'),
);
const oldest = manifest.engines.node.replace('>=', '');
const [oldestMajor, oldestMinor] = oldest.split('.').map(Number);

interface Launched {
  /** Statements that load the bundle. */
  readonly load: string;
  /** Who needs the later Node, for the message. */
  readonly name: string;
  /** Statements that report a `message`. */
  readonly report?: string;
}

/**
 * A script that loads a bundle. It checks the version of Node before it loads code that an older one cannot parse, so it
 * is written in JavaScript that every Node can run.
 */
function launcher({ load, name, report = "console.error('error: ' + message);" }: Launched): string {
  return `#!/usr/bin/env node
'use strict';
var version = process.versions.node.split('.').map(Number);
if (version[0] > ${oldestMajor} || (version[0] === ${oldestMajor} && version[1] >= ${oldestMinor})) {
  ${load}
} else {
  var message = '${name} needs Node ${oldestMajor}.${oldestMinor} or later, and this is Node ' + process.versions.node;
  ${report}
  process.exit(3);
}
`;
}

const load = (bundle: string) => `require('${bundle}');`;

export const serverLauncher = launcher({ name: 'hotfix-language-server', load: load('./server.js') });
export const commandLineLauncher = launcher({ name: 'hotfix-config', load: load('./command-line.js') });

const bundle = load('./action.js');

/** The scripts that start the bundle in `action`, by their paths from the root. Nothing is installed for them. */
export const actionLaunchers = new Map([
  [
    'action/hook.cjs',
    launcher({ name: 'hotfix-config', load: `process.argv.splice(2, 0, 'command-line');\n  ${bundle}` }),
  ],
  [
    'action/start.cjs',
    launcher({
      name: 'The action',
      load: bundle,
      report: `console.log('::error title=hotfix-config::' + message + ': write "node: ${oldestMajor}" among its inputs.');
  if (process.env.GITHUB_OUTPUT) require('fs').appendFileSync(process.env.GITHUB_OUTPUT, 'exit-status<<end\\n3\\nend\\n');`,
    }),
  ],
]);
