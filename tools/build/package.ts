import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { withLock } from '../lock.mjs';
import { root } from './bundle.ts';
import { build } from './index.ts';
import { vsixPath } from './vsix.ts';

/** Two at once, of two scripts, would write into the same files. */
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
  await createVSIX({
    cwd: root,
    packagePath,
    // All that runs is bundled.
    dependencies: false,
    // Pictures and links of the README are relative. With a repository in the manifest they become addresses in it.
    rewriteRelativeLinks: repository !== undefined,
    allowMissingRepository: true,
  });
}

void main();
