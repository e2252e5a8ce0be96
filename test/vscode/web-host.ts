import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Opened, windowAddress } from '../../tools/editor/address.ts';
import { fetchEditor } from '../../tools/editor/fetch.ts';
import { createProfile, removeProfile } from '../../tools/editor/profile.ts';
import { installExtension, startServer } from '../../tools/editor/server.ts';
import { suiteSettings } from '../../tools/editor/settings.ts';
import { bundleSuite, bundleVirtualFiles, type Tests } from './bundle.ts';
import { fixture, links } from './fixture.ts';
import type { RunOptions } from './options.ts';
import { runInPage } from './page-run.ts';
import type { Results } from './results.ts';
import { stackReader } from './stack.ts';
import { readOnlyScheme, repository, writableScheme } from './virtual-files.ts';
import { startWebFront } from './web-front.ts';
import { createWorkspace } from './workspace.ts';

/**
 * Runs the suite with the packaged extension in the web extension host: a worker of the page, without Node. Then the
 * tests for virtual folders, in a window that has both.
 */
export async function runInWebHost(
  { vsix, edition, only, brief, verbose }: RunOptions,
  results: Results,
): Promise<void> {
  const editor = await fetchEditor(edition, console.log);
  const profile = await createProfile(suiteSettings);
  const workspace = await createWorkspace(fixture, links);
  try {
    // Installed outside the server's folder, where it would run in the Node host.
    const unpacked = path.join(profile.folder, 'unpacked');
    await mkdir(unpacked);
    await installExtension(editor, { ...profile, extensions: unpacked }, vsix);
    const extension = path.join(unpacked, await onlyFolderOf(unpacked));
    const files = path.join(profile.folder, 'files');
    await bundleVirtualFiles(files);
    const server = await startServer(editor, profile, { testDriver: true });
    const runTests = async (tests: Tests, opened: Opened) => {
      const suite = path.join(profile.folder, `suite-${path.basename(tests)}`);
      await bundleSuite(suite, 'web', {
        only,
        from: tests,
        isChosen: (name) => !brief || isBrief(tests, name),
      });
      results.readStack = await stackReader(suite);
      const front = await startWebFront(server.port, { extension, files, suite }, 'suite/tests');
      try {
        await runInPage(windowAddress(front.address, opened), server, results, verbose);
      } finally {
        front.close();
      }
    };
    try {
      await runTests('.', { folder: workspace.folder });
      await runTests('./virtual', { workspace: await writeVirtualWorkspace(profile.folder) });
    } finally {
      await server.stop();
    }
  } finally {
    await workspace.remove();
    await removeProfile(profile);
  }
}

/** A workspace without a folder on a disk, which VS Code treats as a virtual one. */
async function writeVirtualWorkspace(folder: string): Promise<string> {
  const file = path.join(folder, 'virtual.code-workspace');
  const folders = [writableScheme, readOnlyScheme].map((scheme) => ({
    uri: `${scheme}://${repository.authority}${repository.path}`,
  }));
  await writeFile(file, JSON.stringify({ folders }));
  return file;
}

/** The Node host runs the same files on every change, but not those for folders that are on no disk. */
function isBrief(tests: Tests, name: string): boolean {
  return tests === './virtual' || ['findings.test.ts', 'host.test.ts', 'status.test.ts'].includes(name);
}

async function onlyFolderOf(folder: string): Promise<string> {
  const folders = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const [first, second] = folders.map(({ name }) => name);
  if (!first || second) throw new Error(`Expected one unpacked extension, not ${folders.length}.`);
  return first;
}
