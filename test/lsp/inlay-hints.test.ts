import { afterEach, describe, expect, it } from 'vitest';
import { InlayHintRequest } from 'vscode-languageserver-protocol';
import { client, openAt, start, stop, uri } from '../support/repository-client.ts';

afterEach(stop);

const withStatus = { initializationOptions: { status: true } };

describe('inlay hints', () => {
  async function hints(text: string): Promise<unknown[]> {
    await openAt(`${text}|`);
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const found = await client.connection.sendRequest(InlayHintRequest.type, {
      textDocument: { uri },
      range,
    });
    return (found ?? []).map(({ label }) => label);
  }
  const text = `{
  "scripts_version": "202604.13.1",
  "hotfixes": { "202602.13": "202602.13.3", "202603.01": "202603.01.2", "202604.13": "202604.13." }
}`;

  it('say how many known nodes an entry upgrades, and which entry is void', async () => {
    await start(withStatus);
    expect(await hints(text)).toEqual(['upgrades 1 of 1', 'upgrades 2 of 3', 'no known node', 'void']);
  });

  it('are requested again when the baked versions are known', async () => {
    await start();
    await openAt(`${text}|`);
    await client.until(() => client.hintRefreshes === 1);
  });

  it('only mark void entries if no baked version is known', async () => {
    await start({ ...withStatus, files: new Map() });
    expect(await hints(text)).toEqual(['void']);
  });

  it('begin with the status of the config, behind its brace, for an editor that shows it nowhere else', async () => {
    await start();
    expect((await hints(text))[0]).toBe('2 of 3 entries apply, "scripts_version" applies');
    expect(await hints('{ "hotfixes": { "202602.13": "202602.13.3" }')).toEqual([
      'Nodes cannot read this file: no hotfix applies.',
    ]);
    expect(await hints('{ "hotfixes": {} }')).toEqual([]);
  });

  it('can be turned off', async () => {
    await start({ settings: () => ({ inlayHints: false }) });
    expect(await hints(text)).toEqual([]);
  });
});
