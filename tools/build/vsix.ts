import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { openPromise } from 'yauzl';
import { root } from './bundle.ts';

export interface PackedFile {
  /** The extension's own files are in `extension/`. */
  readonly path: string;
  /** In bytes, in the package. */
  readonly packed: number;
  readonly text: string;
}

/** Where `npm run package` puts the extension. */
export function vsixPath(): string {
  const manifest: Record<string, string> = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return join(root, 'dist', `${manifest['name']}-${manifest['version']}.vsix`);
}

/** The files of a package, by path. */
export async function readVsix(file: string): Promise<PackedFile[]> {
  const zip = await openPromise(file);
  const files: PackedFile[] = [];
  for await (const entry of zip.eachEntry()) {
    const content = await buffer(await zip.openReadStreamPromise(entry));
    files.push({ path: entry.fileName, packed: entry.compressedSize, text: content.toString('utf8') });
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}
