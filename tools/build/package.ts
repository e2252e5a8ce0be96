import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { withLock } from '../lock.mjs';
import { root } from './bundle.ts';
import { build } from './index.ts';
import { writeSelfContainedReadme } from './readme.ts';
import { vsixPath } from './vsix.ts';

/** Two scripts at once would write to the same files. */
function main(): Promise<void> {
  return withLock(join(root, '.setup.lock.build'), pack, (pid) =>
    console.log(`Another script is building here (process ${pid}): waiting for it …`),
  );
}

async function pack(): Promise<void> {
  await build();
  const { repository }: { repository?: unknown } = JSON.parse(
    await readFile(join(root, 'package.json'), 'utf8'),
  );
  const packagePath = vsixPath();
  await mkdir(dirname(packagePath), { recursive: true });
  // If the manifest has a repository, relative pictures and links become addresses in it.
  const hasRepository = repository !== undefined;
  const readmePath = hasRepository ? 'README.md' : 'dist/README.md';
  if (!hasRepository) await writeSelfContainedReadme(readmePath);
  await createVSIX({
    cwd: root,
    packagePath,
    readmePath,
    // All code that runs is bundled.
    dependencies: false,
    rewriteRelativeLinks: hasRepository,
    allowMissingRepository: true,
  });
}

void main();
