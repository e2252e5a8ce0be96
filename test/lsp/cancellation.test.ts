import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import type { CheckedFiles } from '../../server/src/lsp/folder-check.ts';
import { checkedFiles } from '../../server/src/node/checked-files.ts';
import type { Cancellation } from '../../server/src/service/host.ts';
import { TestClient } from '../support/lsp-client.ts';

const folder = 'file:///repo';
const requestCancelled = -32_800;

let client: TestClient | undefined;
afterEach(async () => {
  await client?.stop();
  client = undefined;
});

/** Files of a client that records each one that is read. */
class WatchedFiles extends Map<string, string> {
  read = 0;
  onRead: (count: number) => void = () => {};

  override get(uri: string): string | undefined {
    if (uri.endsWith('-hotfix.json')) this.onRead(++this.read);
    return super.get(uri);
  }
}

describe('a request that is canceled', () => {
  it('ends the check of a folder where it is, without half an answer', async () => {
    const configs = Array.from({ length: 200 }, (_, i) => [`${folder}/${i}-hotfix.json`, '{}'] as const);
    const files = new WatchedFiles(configs);
    client = await TestClient.start({
      files,
      folders: [folder],
      initializationOptions: { clientFiles: true },
    });
    const source = new CancellationTokenSource();
    files.onRead = (count) => {
      if (count === 5) source.cancel();
    };
    const checking = client.connection.sendRequest('hotfix/checkFolder', { folder }, source.token);
    await expect(checking).rejects.toMatchObject({ code: requestCancelled });
    expect(files.read).toBeGreaterThanOrEqual(5);
    expect(files.read).toBeLessThan(20);
  });

  it('ends the search for the configs of a folder, on a disk and in an editor, even if none is found', async () => {
    const source = new CancellationTokenSource();
    let wanted: Cancellation | undefined;
    const checkedFiles: CheckedFiles = async (_, __, cancellation) => {
      wanted = cancellation;
      source.cancel();
      await new Promise((resolve) => cancellation.onCancellationRequested(resolve));
      return { uris: [], problems: [] };
    };
    client = await TestClient.start({ folders: [folder], files: new Map(), machine: { checkedFiles } });
    const checking = client.connection.sendRequest('hotfix/checkFolder', { folder }, source.token);
    await expect(checking).rejects.toMatchObject({ code: requestCancelled });
    expect(wanted?.isCancellationRequested).toBe(true);
  });

  it('lists no more folders of a disk', async () => {
    const root = mkdtempSync(join(tmpdir(), 'cancelled-'));
    const names = Array.from({ length: 50 }, (_, i) => `${i}`);
    for (const name of names) {
      mkdirSync(join(root, name));
      writeFileSync(join(root, name, 'hotfix.json'), '{}');
    }
    const cancellation = {
      isCancellationRequested: false,
      onCancellationRequested: () => ({ dispose() {} }),
    };
    const list = async () =>
      (await checkedFiles(pathToFileURL(root).href, async (uris) => uris, cancellation))?.uris;
    expect(await list()).toHaveLength(50);
    const listing = list();
    cancellation.isCancellationRequested = true;
    expect(await listing).toEqual([]);
    rmSync(root, { recursive: true });
  });
});
