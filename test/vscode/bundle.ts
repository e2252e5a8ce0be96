import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { root } from '../../scripts/editor/editions.ts';

const suite = path.join(root, 'test/vscode/suite');

/**
 * Makes a development extension of the suite: a manifest and one script, whose `run` the editor calls. The script is the same for
 * both extension hosts, so it holds mocha as browsers get it.
 */
export async function bundleSuite(folder: string, host: 'node' | 'web', only: string): Promise<void> {
  const tests = (await readdir(suite)).filter((name) => name.endsWith('.test.ts')).sort();
  const contents = `
    import { runTests } from './run.ts';
    export const run = () => runTests(() => { ${tests.map((name) => `require('./${name}');`).join(' ')} }, ${JSON.stringify(only)});
  `;
  await build({
    stdin: { contents, resolveDir: suite, sourcefile: 'entry.ts', loader: 'ts' },
    outfile: path.join(folder, 'tests.js'),
    bundle: true,
    platform: 'browser',
    // Not `cjs`: mocha's own script assigns `module.exports` where it finds one, so ours comes last.
    format: 'iife',
    globalName: 'suite',
    footer: { js: 'module.exports = suite;' },
    target: 'es2022',
    external: ['vscode'],
    loader: { '.jsonl': 'text' },
    define: { EXTENSION_HOST: JSON.stringify(host) },
    sourcemap: 'external',
    sourcesContent: false,
    logLevel: 'warning',
  });
  const manifest = {
    name: 'tests',
    publisher: 'hotfix-config',
    version: '0.0.0',
    engines: { vscode: '^1.100.0' },
  };
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest));
}
