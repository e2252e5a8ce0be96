import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { root } from './bundle.ts';

const licenseFile = /^(?:licen[cs]e|copying|notice|third-?party-?notices?)(?:[.-]\w+)?(?:\.(?:txt|md))?$/i;

/** The folders of the packages that are part of a bundle. */
export function packagesIn({ outputs }: Metafile): string[] {
  const used = Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  );
  return used.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []);
}

/** A header, then each package with its license. */
export function withLicenses(head: string, folders: readonly string[]): string {
  const texts = [...new Set(folders)].sort().map(licenseOf);
  return [head, ...new Set(texts)].join(`\n${'-'.repeat(80)}\n\n`);
}

function licenseOf(folder: string): string {
  const read = (file: string) => readFileSync(join(root, folder, file), 'utf8');
  const { name, version, license }: Record<string, string> = JSON.parse(read('package.json'));
  const files = readdirSync(join(root, folder)).filter((file) => licenseFile.test(file));
  if (files.length === 0)
    throw new Error(`${folder} has no license file: what is shipped must say under which terms.`);
  const texts = files.sort().map((file) => read(file).replaceAll('\r\n', '\n').trim());
  return `${[`${name} ${version} (${license})`, ...texts].join('\n\n')}\n`;
}
