import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../build/bundle.ts';

const source = 'server/src/api';
const note = `// Written by \`npm run generate\` from ${source}/api.ts: what the package promises. A change here is one for its users.\n`;

/** The declarations of the package, as the compiler writes them, by path from the root. They need no other file. */
export function apiDeclarations(): [string, string][] {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-b', source], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  const written = readFileSync(join(root, '.tsbuild', source, 'api.d.ts'), 'utf8');
  const foreign = written.split('\n').find((line) => /^(?:im|ex)port\b.*\bfrom\b|\bimport\(/.test(line));
  if (foreign !== undefined) {
    throw new Error(
      `${source}/api.ts names a type of another file: ${foreign.trim()} – declare in it what it exports.`,
    );
  }
  return [['server/api.d.ts', note + written.replaceAll('    ', '  ')]];
}
