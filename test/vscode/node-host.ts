import path from 'node:path';
import { remoteUri, windowAddress } from '../../tools/editor/address.ts';
import { fetchEditor } from '../../tools/editor/fetch.ts';
import { createProfile, removeProfile } from '../../tools/editor/profile.ts';
import { installExtension, startServer } from '../../tools/editor/server.ts';
import { suiteSettings } from '../../tools/editor/settings.ts';
import { bundleSuite } from './bundle.ts';
import { fixture, links } from './fixture.ts';
import type { RunOptions } from './options.ts';
import { runInPage } from './page-run.ts';
import type { Results } from './results.ts';
import { stackReader } from './stack.ts';
import { createWorkspace } from './workspace.ts';

/** Runs the suite against the installed extension in the Node extension host, where a desktop window runs it too. */
export async function runInNodeHost(
  { vsix, edition, only, verbose }: RunOptions,
  results: Results,
): Promise<void> {
  const editor = await fetchEditor(edition, console.log);
  const profile = await createProfile(suiteSettings);
  const workspace = await createWorkspace(fixture, links);
  try {
    await installExtension(editor, profile, vsix);
    const suite = path.join(profile.folder, 'suite');
    await bundleSuite(suite, 'node', { only });
    results.readStack = await stackReader(suite);
    const server = await startServer(editor, profile, { testDriver: true });
    try {
      const payload = [
        ['extensionDevelopmentPath', remoteUri(server.address, suite)],
        ['extensionTestsPath', remoteUri(server.address, path.join(suite, 'tests'))],
      ] as const;
      const address = windowAddress(server.address, { folder: workspace.folder }, payload);
      await runInPage(address, server, results, verbose);
    } finally {
      await server.stop();
    }
  } finally {
    await workspace.remove();
    await removeProfile(profile);
  }
}
