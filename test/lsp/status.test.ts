import { afterEach, describe, expect, it } from 'vitest';
import { type ClientOptions, rangeOf, TestClient } from '../support/lsp-client.ts';

const uri = 'file:///repo/aks-node-controller-hotfix.json';
const mismatch = '{ "hotfixes": { "202604.01": "202605.30.2" } }';
const clean = '{ "hotfixes": { "202604.01": "202604.01.3" } }';

let client: TestClient | undefined;
afterEach(() => client?.stop());
async function start(options: ClientOptions): Promise<TestClient> {
  client = await TestClient.start(options);
  return client;
}

describe('the encoding of a file', () => {
  it.each(['utf8bom', 'utf16le', 'utf16be'])(
    'is a finding for %s, even if the text looks valid',
    async (encoding) => {
      const client = await start({ initializationOptions: { saveAsUtf8: true, status: true } });
      await client.connection.sendNotification('hotfix/encoding', { uri, encoding });
      await client.open(uri, clean);
      expect(await client.pull(uri)).toMatchObject([
        { code: 'json-syntax', message: expect.stringContaining(encoding) },
      ]);
      const [action] = await client.actions(uri, rangeOf(clean, '{'));
      expect(action?.command).toEqual({
        title: 'Save as UTF-8',
        command: 'hotfixConfig.saveAsUtf8',
        arguments: [uri],
      });
      expect(client.notifications.at(-1)).toMatchObject({
        method: 'hotfix/status',
        params: { readable: false, summary: 'Nodes cannot read this file: no hotfix applies.' },
      });
    },
  );

  it('is not a finding if the bytes are the same', async () => {
    const client = await start({});
    await client.connection.sendNotification('hotfix/encoding', { uri, encoding: 'windows1252' });
    await client.open(uri, clean);
    expect(await client.pull(uri)).toEqual([]);
  });
});

describe('the status', () => {
  it.each([
    [clean, 'Nodes can read this file; 1 of 1 entry applies.'],
    [mismatch, 'Nodes can read this file; 0 of 1 entry applies.'],
    ['{ "version": "202604.01.3" }', 'Nodes can read this file; "version" applies.'],
    ['{ "scripts_version": "202604.01.0" }', 'Nodes can read this file; "scripts_version" does not apply.'],
    ['{}', 'Nodes can read this file; it asks for no hotfix.'],
    ['{', 'Nodes cannot read this file: no hotfix applies.'],
  ])('of %s says "%s"', async (text, summary) => {
    const client = await start({ initializationOptions: { status: true } });
    await client.open(uri, text);
    await client.pull(uri);
    expect(client.notifications).toMatchObject([{ method: 'hotfix/status', params: { uri, summary } }]);
  });

  it('is withdrawn when the document does not look like a config any more', async () => {
    const client = await start({ initializationOptions: { status: true } });
    const other = 'file:///repo/sql-hotfix.json';
    await client.open(other, clean);
    await client.pull(other);
    await client.change(other, { text: '{ "server": "a", "patches": [] }' });
    await client.pull(other);
    await client.pull(other);
    expect(client.notifications).toMatchObject([
      { method: 'hotfix/status', params: { uri: other } },
      { method: 'hotfix/notConfig', params: { uri: other } },
    ]);
  });
});
