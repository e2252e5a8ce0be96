import { type BuildOptions, build } from 'esbuild';
import { clientBundles } from '../build/bundle-client.ts';
import { serverBundles } from '../build/index.ts';
import { packagesIn, withLicenses } from '../build/licenses.ts';

/** The notices about the libraries in the bundles of the extension and of the server package, by path from the root. */
export async function notices(): Promise<[path: string, content: string][]> {
  const ofServer = await Promise.all(serverBundles.map(packagesOf));
  const isInExtension = serverBundles.map(({ outfile }) =>
    /(?:server|browser|manifests|mcp|command-line)\.js$/.test(outfile ?? ''),
  );
  const ofClient = await Promise.all(clientBundles.map(packagesOf));
  const extension = [...ofClient, ...ofServer.filter((_, i) => isInExtension[i])];
  return [
    ['ThirdPartyNotices.txt', noticeOf('Hotfix Config', extension.flat())],
    ['server/ThirdPartyNotices.txt', noticeOf('hotfix-language-server', ofServer.flat())],
  ];
}

async function packagesOf(options: BuildOptions): Promise<string[]> {
  const { metafile } = await build({ ...options, write: false, metafile: true });
  return packagesIn(metafile);
}

function noticeOf(product: string, folders: readonly string[]): string {
  const head = `${product} contains code of the packages below, each under the license that follows its name.\n`;
  return withLicenses(head, folders);
}
