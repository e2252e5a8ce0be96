import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { root } from '../../tools/editor/editions.ts';
import { readOnlyScheme, writableScheme } from './virtual-files.ts';

const suite = path.join(root, 'test/vscode/suite');

/** The tests for a workspace on this machine, and those for a virtual folder. */
export type Tests = '.' | './virtual';

/** The tests of a bundle: those in files of a folder whose names match the pattern `only`. */
interface Chosen {
  readonly only: string;
  readonly from?: Tests;
  readonly isChosen?: (file: string) => boolean;
}

/**
 * Makes a development extension of the suite: a manifest and one script, whose `run` the editor calls. The script is the same for
 * both extension hosts, so it holds mocha as browsers get it.
 */
export async function bundleSuite(
  folder: string,
  host: 'node' | 'web',
  { only, from = '.', isChosen = () => true }: Chosen,
): Promise<void> {
  const names = await readdir(path.join(suite, from));
  const tests = names.filter((name) => name.endsWith('.test.ts') && isChosen(name)).sort();
  const contents = `
    import { runTests } from './run.ts';
    export const run = () => runTests(() => { ${tests.map((name) => `require('${from}/${name}');`).join(' ')} }, ${JSON.stringify(only)});
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
  await writeManifest(folder, { name: 'tests' });
}

/** Builds the development extension with the virtual folders. */
export async function bundleVirtualFiles(folder: string): Promise<void> {
  await build({
    entryPoints: [path.join(suite, 'virtual/extension.ts')],
    outfile: path.join(folder, 'extension.js'),
    bundle: true,
    platform: 'browser',
    format: 'cjs',
    target: 'es2022',
    external: ['vscode'],
    logLevel: 'warning',
  });
  await writeManifest(folder, {
    name: 'virtual-files',
    browser: './extension.js',
    activationEvents: [writableScheme, readOnlyScheme].map((scheme) => `onFileSystem:${scheme}`),
    capabilities: { virtualWorkspaces: true },
  });
}

function writeManifest(folder: string, own: Readonly<Record<string, unknown>>): Promise<void> {
  const manifest = {
    ...{ publisher: 'hotfix-config', version: '0.0.0', engines: { vscode: '^1.100.0' } },
    ...own,
  };
  return writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest));
}
