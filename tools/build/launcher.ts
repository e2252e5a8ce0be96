import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bundle.ts';

const manifest: { engines: { node: string } } = JSON.parse(
  readFileSync(join(root, 'server/package.json'), 'utf8'),
);
const [oldestMajor, oldestMinor] = manifest.engines.node.replace('>=', '').split('.').map(Number);

/**
 * The started script. It checks the version of Node before it loads code that an older one cannot parse, so it is
 * written in JavaScript that every Node can run.
 */
export function launcher(command: string, bundle: string): string {
  return `#!/usr/bin/env node
'use strict';
var version = process.versions.node.split('.').map(Number);
if (version[0] > ${oldestMajor} || (version[0] === ${oldestMajor} && version[1] >= ${oldestMinor})) require('./${bundle}');
else {
  console.error('error: ${command} needs Node ${oldestMajor}.${oldestMinor} or later, and this is Node ' + process.versions.node);
  process.exit(3);
}
`;
}
