import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { root } from '../bundle.ts';

const licenseFile = /^(?:licen[cs]e|copying|notice|third-?party-?notices?)(?:\.(?:txt|md))?$/i;

/** The licences of everything that went into the bundles, and this project's own. */
export async function licensesOf(metafiles: readonly Metafile[]): Promise<string> {
  const inputs = metafiles.flatMap(({ inputs }) => Object.keys(inputs));
  const folders = new Set(inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []));
  const own = `Hotfix Config\n\n${await readFile(join(root, 'LICENSE'), 'utf8')}`;
  const others = await Promise.all([...folders].sort().map((folder) => licenseOf(folder)));
  return [own, ...others].join(`\n${'-'.repeat(80)}\n\n`);
}

async function licenseOf(folder: string): Promise<string> {
  const { name, version, license }: Record<string, string> = JSON.parse(
    await readFile(join(root, folder, 'package.json'), 'utf8'),
  );
  const files = (await readdir(join(root, folder))).filter((file) => licenseFile.test(file)).sort();
  if (files.length === 0)
    throw new Error(`${folder} has no licence file: what is published must say under which terms.`);
  const texts = await Promise.all(files.map((file) => readFile(join(root, folder, file), 'utf8')));
  return [`${name} ${version} (${license})`, ...texts.map((text) => text.trim()), ''].join('\n\n');
}
