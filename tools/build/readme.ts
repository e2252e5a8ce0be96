import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './bundle.ts';

const picture = /!\[([^\]]*)\]\(([\w./-]+\.png)\)/g;

/**
 * Writes a README that contains its pictures as data. VS Code shows the README of an installed extension without
 * other files, and this package has no repository to load them from.
 */
export async function writeSelfContainedReadme(to: string): Promise<void> {
  const readme = await readFile(join(root, 'README.md'), 'utf8');
  const paths = new Set([...readme.matchAll(picture)].map(([, , path = '']) => path));
  const contents = new Map<string, string>();
  for (const path of paths) contents.set(path, await readFile(join(root, path), 'base64'));
  const inlined = readme.replace(
    picture,
    (_, text: string, path: string) => `![${text}](data:image/png;base64,${contents.get(path)})`,
  );
  await writeFile(join(root, to), inlined);
}
