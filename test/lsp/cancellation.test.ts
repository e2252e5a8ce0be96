import { afterEach, describe, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import { TestClient } from '../support/lsp-client.ts';

const folder = 'file:///repo';
const requestCancelled = -32_800;

let client: TestClient;
afterEach(() => client.stop());

/** Files of a client that records each one that is read. */
class WatchedFiles extends Map<string, string> {
  read = 0;
  onRead: (count: number) => void = () => {};

  override get(uri: string): string | undefined {
    if (uri.endsWith('-hotfix.json')) this.onRead(++this.read);
    return super.get(uri);
  }
}

describe('a request that is cancelled', () => {
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
});
