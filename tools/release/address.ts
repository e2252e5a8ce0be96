import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../build/bundle.ts';

/** The only place that says where the repository is. A clone does not know it, so nothing is invented without it. */
export const addressVariable = 'HOTFIX_CONFIG_REPOSITORY';

/** The manifests that name the repository, with the folder of each in it. */
const manifests = { 'package.json': undefined, 'server/package.json': 'server' } as const;

/** Writes the address of the repository into the manifests. */
export function fillIn(address: string): void {
  for (const [name, directory] of Object.entries(manifests)) {
    const path = join(root, name);
    writeFileSync(path, withAddress(readFileSync(path, 'utf8'), address, directory));
  }
}

/** Returns a function that restores the manifests. */
export function keepManifests(): () => void {
  const before = Object.keys(manifests).map((name) => [name, readFileSync(join(root, name))] as const);
  return () => {
    for (const [name, text] of before) writeFileSync(join(root, name), text);
  };
}

/** The manifest with the repository, its page and where to report bugs. */
export function withAddress(manifest: string, address: string, directory?: string): string {
  const page = pageOf(address);
  const filledIn = {
    ...JSON.parse(manifest),
    repository: { type: 'git', url: `git+${page}.git`, ...(directory !== undefined && { directory }) },
    homepage: `${page}#readme`,
    bugs: { url: `${page}/issues` },
  };
  return `${JSON.stringify(filledIn, null, 2)}\n`;
}

function pageOf(address: string): string {
  const isPage = URL.canParse(address) && new URL(address).protocol === 'https:';
  if (!isPage)
    throw new Error(
      `${addressVariable} is ${JSON.stringify(address)}: it must be the https address of the repository.`,
    );
  return address.replace(/(?:\.git)?\/*$/, '');
}
