import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { windowAddress } from '../../tools/editor/address.ts';
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
 * Runs the suite with the packaged extension in the web extension host: a worker of the page, without Node. Then once
 * more for each virtual folder.
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
    const runTests = async (tests: Tests, folders: readonly string[]) => {
      const suite = path.join(profile.folder, `suite-${path.basename(tests)}`);
      await bundleSuite(suite, 'web', {
        only,
        from: tests,
        isChosen: (name) => !brief || isBrief(tests, name),
      });
      results.readStack = await stackReader(suite);
      const front = await startWebFront(server.port, { extension, files, suite }, 'suite/tests');
      try {
        for (const folder of folders)
          await runInPage(windowAddress(front.address, { folder }), server, results, verbose);
      } finally {
        front.close();
      }
    };
    try {
      await runTests('.', [workspace.folder]);
      const place = repository.authority + repository.path;
      await runTests('./virtual', [`${writableScheme}://${place}`, `${readOnlyScheme}://${place}`]);
    } finally {
      await server.stop();
    }
  } finally {
    await workspace.remove();
    await removeProfile(profile);
  }
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
