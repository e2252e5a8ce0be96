import { readFileSync } from 'node:fs';
import { chmod, cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type BuildOptions, build as bundle } from 'esbuild';
import { withLock } from '../lock.mjs';
import {
  manifestsApart,
  mcpApart,
  nodeBundle,
  root,
  sharedBundle,
  withoutExternalCommands,
  withoutReceivedSchemas,
  yamlModules,
} from './bundle.ts';
import { clientBundles } from './bundle-client.ts';
import { commandLineLauncher, serverLauncher } from './launcher.ts';
import { treeShaking } from './tree-shaking.ts';
import { withoutRulePages } from './without-rule-pages.ts';

export const serverBundles: readonly BuildOptions[] = [
  {
    ...nodeBundle,
    entryPoints: ['server/src/node/server.ts'],
    outfile: 'server/dist/server.js',
    plugins: [treeShaking, withoutRulePages, manifestsApart],
    supported: { 'dynamic-import': false },
  },
  {
    ...nodeBundle,
    entryPoints: ['server/src/node/cli.ts'],
    outfile: 'server/dist/command-line.js',
    plugins: [treeShaking, withoutExternalCommands, manifestsApart, mcpApart],
    define: repositoryAddress(),
    supported: { 'dynamic-import': false },
  },
  {
    ...nodeBundle,
    entryPoints: ['server/src/service/manifest/read.ts'],
    outfile: 'server/dist/manifests.js',
    // A worker runs it in its global scope.
    banner: { js: '(() => {' },
    footer: { js: '})();' },
    plugins: [treeShaking],
    alias: yamlModules,
  },
  {
    ...nodeBundle,
    entryPoints: ['server/src/cli/mcp-server.ts'],
    outfile: 'server/dist/mcp.js',
    plugins: [treeShaking, withoutReceivedSchemas],
  },
  { ...nodeBundle, entryPoints: ['server/src/api/api.ts'], outfile: 'server/dist/api.js' },
  {
    ...sharedBundle,
    platform: 'browser',
    format: 'iife',
    entryPoints: ['server/src/browser/server.ts'],
    outfile: 'server/dist/browser.js',
    plugins: [treeShaking, withoutRulePages],
  },
];

/** For links to rule pages. Only a release knows the address, and puts it into the manifest. */
function repositoryAddress(): Record<string, string> {
  const { repository }: { repository?: { url: string } } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  const address = repository?.url.replace(/^git\+|\.git$/g, '');
  return address === undefined ? {} : { REPOSITORY_ADDRESS: JSON.stringify(address) };
}

const launchers = {
  'node.js': serverLauncher,
  'cli.js': commandLineLauncher,
};

/** Builds every bundle of client and server and prints their sizes. */
export async function build(): Promise<void> {
  await Promise.all(
    ['server/dist', 'client/dist'].map((dist) => rm(join(root, dist), { recursive: true, force: true })),
  );
  const bundles = [...serverBundles, ...clientBundles];
  await Promise.all(bundles.map((options) => bundle(options)));
  for (const [bin, code] of Object.entries(launchers)) {
    await writeFile(join(root, 'server/dist', bin), code);
    await chmod(join(root, 'server/dist', bin), 0o755);
  }
  // The language server package links to its own pages. The extension has them once, in docs/rules.
  await cp(join(root, 'docs/rules'), join(root, 'server/dist/docs/rules'), { recursive: true });
  await cp(join(root, 'schemas'), join(root, 'server/dist/schemas'), { recursive: true });
  for (const page of ['agents.md', 'api.md', 'editors.md', 'fleet.md', 'pipelines.md']) {
    const text = await readFile(join(root, 'docs', page), 'utf8');
    await writeFile(join(root, 'server/dist/docs', page), withoutPictures(text));
  }
  await cp(join(root, 'server/api.d.ts'), join(root, 'server/dist/api.d.ts'));
  for (const { outfile = '' } of bundles) {
    const code = await readFile(join(root, outfile));
    console.log(
      `${outfile.padEnd(32)} ${kilobytes(code.length)} KB, gzip ${kilobytes(gzipSync(code).length)} KB`,
    );
  }
}

/** Pictures would be most of the npm package. */
function withoutPictures(page: string): string {
  return page.replace(/^!\[[^\]]*\]\([^)]*\)\n\n/gm, '');
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1).padStart(6);
}

if (process.argv[1] === import.meta.filename) void withLock(join(root, '.setup.lock.build'), build);
