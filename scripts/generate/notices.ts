import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { serverBundles } from '../build.ts';
import { root } from '../bundle.ts';
import { clientBundles } from '../bundle-client.ts';

const licenceFile = /^(?:licen[cs]e|copying|notice|third-?party-?notices?)(?:[.-]\w+)?(?:\.(?:txt|md))?$/i;

const rule = '-'.repeat(80);

/** What the extension and the package of the server say about the libraries in their bundles, by path from the root. */
export async function notices(): Promise<[path: string, content: string][]> {
  const ofServer = await Promise.all(serverBundles.map(packagesIn));
  const isInExtension = serverBundles.map(({ outfile }) => /(?:node|browser)\.js$/.test(outfile ?? ''));
  const ofClient = await Promise.all(clientBundles.map(packagesIn));
  const extension = [...ofClient, ...ofServer.filter((_, i) => isInExtension[i])];
  return [
    ['ThirdPartyNotices.txt', noticeOf('Hotfix Config', extension.flat())],
    ['server/ThirdPartyNotices.txt', noticeOf('hotfix-language-server', ofServer.flat())],
  ];
}

/** The folders of the packages of which anything ends up in a bundle. */
async function packagesIn(options: BuildOptions): Promise<string[]> {
  const { metafile } = await build({ ...options, write: false, metafile: true });
  const used = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  );
  return used.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []);
}

function noticeOf(product: string, folders: readonly string[]): string {
  const texts = [...new Set(folders)].sort().map(licenceOf);
  const head = `${product} contains code of the packages below, each under the licence that follows its name.\n`;
  return `${[head, ...new Set(texts)].join(`\n${rule}\n\n`)}`;
}

function licenceOf(folder: string): string {
  const read = (file: string) => readFileSync(join(root, folder, file), 'utf8');
  const { name, version, license }: Record<string, string> = JSON.parse(read('package.json'));
  const files = readdirSync(join(root, folder)).filter((file) => licenceFile.test(file));
  if (files.length === 0)
    throw new Error(`${folder} has no licence file: what is shipped must say under which terms.`);
  const texts = files.sort().map((file) => read(file).replaceAll('\r\n', '\n').trim());
  return `${[`${name} ${version} (${license})`, ...texts].join('\n\n')}\n`;
}
