import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type BuildOptions, build as bundle, type Metafile } from 'esbuild';
import type { Content } from '../../playground/src/content.ts';
import { root, sharedBundle } from '../build/bundle.ts';
import { packagesIn, withLicenses } from '../build/licenses.ts';
import { type Place, readContent } from './content.ts';
import { pageFrom } from './page.ts';
import { rulesPage } from './rules-page.ts';

/** A folder that any file server can serve. */
export const playgroundFolder = join(root, 'playground/dist');

/** Files that are served unchanged. */
const copies = ['playground/coverage.html', 'assets/icon.svg'];

/** The page without a site around it. */
const alone: Place = {
  rulePages: 'rules.html#{id}',
  links: [
    ['Rules', 'rules.html'],
    ['Licenses', 'licenses.txt'],
  ],
};

/** The scripts of the page, of its worker and of the frame with the picture, and their styles. */
function bundles(content: Content): readonly BuildOptions[] {
  const script = { platform: 'browser', format: 'iife' } as const;
  return [
    {
      platform: 'browser',
      format: 'esm',
      splitting: true,
      entryPoints: { main: 'playground/src/main.ts', playground: 'playground/src/playground.ts' },
      define: { playgroundContent: JSON.stringify(content) },
      loader: { '.ttf': 'file' },
      assetNames: '[name]',
      chunkNames: 'part-[hash]',
    },
    { ...script, entryPoints: { early: 'playground/src/early.ts' } },
    { ...script, entryPoints: { server: 'server/src/browser/server.ts' } },
    { ...script, entryPoints: { coverage: 'playground/src/coverage-frame.ts' } },
    {
      entryPoints: {
        page: 'playground/style/index.css',
        rules: 'playground/style/rules.css',
        coverage: 'coverage-view/src/index.css',
      },
    },
  ];
}

export async function buildPlayground(folder = playgroundFolder, place = alone): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const content = await readContent(place);
  const built = await Promise.all(
    bundles(content).map((options) =>
      bundle({ ...sharedBundle, ...options, outdir: folder, metafile: true }),
    ),
  );
  await removePartialStyles(folder);
  const write = (name: string, text: string) => writeFile(join(folder, name), text);
  await Promise.all([
    ...copies.map((path) => copyFile(join(root, path), join(folder, path.slice(path.lastIndexOf('/'))))),
    write('index.html', await pageFrom(content, place, partsIn(built.map(({ metafile }) => metafile)))),
    ...(place === alone ? [write('rules.html', rulesPage())] : []),
    write('licenses.txt', await licenses(built.map(({ metafile }) => metafile))),
  ]);
}

/** The styles of parts. Those of the whole page are in playground.css. */
async function removePartialStyles(folder: string): Promise<void> {
  const names = await readdir(folder);
  for (const name of names) if (/^(?:main|part-\w+)\.css$/.test(name)) await rm(join(folder, name));
}

/** The scripts that the page loads in pieces, so that a browser fetches all of them at once. */
function partsIn(metafiles: readonly Metafile[]): string[] {
  const names = metafiles.flatMap(({ outputs }) => Object.keys(outputs)).map((path) => basename(path));
  return names.filter((name) => /^(?:part-\w+|playground)\.js$/.test(name));
}

/** The notices of this project and of everything in the bundles. */
async function licenses(metafiles: readonly Metafile[]): Promise<string> {
  const own = `Hotfix Config\n\n${await readFile(join(root, 'LICENSE'), 'utf8')}`;
  return withLicenses(own, metafiles.flatMap(packagesIn));
}

/** A line for each file, the largest first, and their sum. */
export async function sizes(): Promise<string[]> {
  const names = await readdir(playgroundFolder);
  const files = await Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(join(playgroundFolder, name));
      return { name, size: bytes.length, packed: gzipSync(bytes).length };
    }),
  );
  const all = {
    name: 'all',
    size: files.reduce((sum, { size }) => sum + size, 0),
    packed: files.reduce((sum, { packed }) => sum + packed, 0),
  };
  return [...files.sort((a, b) => b.size - a.size), all].map(
    ({ name, size, packed }) => `${name.padEnd(16)} ${kilobytes(size)} KB, gzip ${kilobytes(packed)} KB`,
  );
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1).padStart(7);
}
