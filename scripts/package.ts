import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { build } from './build.ts';
import { root } from './bundle.ts';

async function main(): Promise<void> {
  await build();
  const { name, version }: { name: string; version: string } = JSON.parse(
    await readFile(join(root, 'package.json'), 'utf8'),
  );
  const packagePath = join(root, 'dist', `${name}-${version}.vsix`);
  await mkdir(dirname(packagePath), { recursive: true });
  await createVSIX({
    cwd: root,
    packagePath,
    // All that runs is bundled; and without a repository, pictures and links stay as they are in the README.
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
}

void main();
