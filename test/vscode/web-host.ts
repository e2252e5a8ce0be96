import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { windowAddress } from '../../scripts/editor/address.ts';
import { fetchEditor } from '../../scripts/editor/fetch.ts';
import { createProfile, removeProfile } from '../../scripts/editor/profile.ts';
import { installExtension, startServer } from '../../scripts/editor/server.ts';
import { testSettings } from '../../scripts/editor/settings.ts';
import { bundleSuite } from './bundle.ts';
import { fixture } from './fixture.ts';
import type { RunOptions } from './options.ts';
import { runInPage } from './page-run.ts';
import type { Results } from './results.ts';
import { stackReader } from './stack.ts';
import { startWebFront } from './web-front.ts';
import { createWorkspace } from './workspace.ts';

/** Runs the suite against the packaged extension in the web extension host: a worker of the page, without Node. */
export async function runInWebHost(
  { vsix, edition, only, verbose }: RunOptions,
  results: Results,
): Promise<void> {
  const editor = await fetchEditor(edition, console.log);
  const profile = await createProfile(testSettings);
  const workspace = await createWorkspace(fixture);
  try {
    // Installed where the server does not look: there it would run in the Node host.
    const unpacked = path.join(profile.folder, 'unpacked');
    await mkdir(unpacked);
    await installExtension(editor, { ...profile, extensions: unpacked }, vsix);
    const extension = path.join(unpacked, await onlyFolderOf(unpacked));
    const suite = path.join(profile.folder, 'suite');
    await bundleSuite(suite, 'web', only);
    results.readStack = await stackReader(suite);
    const server = await startServer(editor, profile, { testDriver: true });
    const front = await startWebFront(server.port, { extension, suite }, 'suite/tests');
    try {
      await runInPage(windowAddress(front.address, { folder: workspace.folder }), server, results, verbose);
    } finally {
      front.close();
      await server.stop();
    }
  } finally {
    await workspace.remove();
    await removeProfile(profile);
  }
}

async function onlyFolderOf(folder: string): Promise<string> {
  const folders = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const [first, second] = folders.map(({ name }) => name);
  if (!first || second) throw new Error(`Expected one unpacked extension, not ${folders.length}.`);
  return first;
}
