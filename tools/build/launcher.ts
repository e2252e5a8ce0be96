import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bundle.ts';

const manifest: { engines: { node: string } } = JSON.parse(
  readFileSync(join(root, 'server/package.json'), 'utf8'),
);
const [oldestMajor, oldestMinor] = manifest.engines.node.replace('>=', '').split('.').map(Number);

/**
 * What is started: it asks for the version of Node before any code is loaded that an older one cannot read. So it is
 * written in the JavaScript that every Node knows.
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
