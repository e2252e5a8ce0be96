import { afterEach, describe, expect, it } from 'vitest';
import { baselineNotification } from '../../server/src/protocol.ts';
import { type ClientOptions, pulling, pushing, TestClient } from '../support/lsp-client.ts';

const uri = 'file:///repo/parts/hotfix.json';
const bakedVersions = ['202604.01.0', '202604.01.2', '202604.01.5', '202605.30.0'];
const config = `{
  "version": "202605.30.1",
  "hotfixes": {
    "202604.01": "202604.01.3"
  }
}
`;

let client: TestClient;
afterEach(() => client.stop());

async function open(text: string, options: ClientOptions = {}): Promise<void> {
  client = await TestClient.start({
    folders: ['file:///repo'],
    capabilities: pulling,
    today: '2026-08-14',
    settings: () => ({ bakedVersions, bundledRecord: false }),
    initializationOptions: { showCoverage: true },
    ...options,
  });
  await client.open(uri, text);
  await client.lenses(uri);
}

async function compareWith(text: string): Promise<void> {
  const { lensRefreshes } = client;
  const baseline = { revision: 'HEAD', content: Buffer.from(text).toString('base64') };
  await client.connection.sendNotification(baselineNotification, { uri, baseline });
  await client.until(() => client.lensRefreshes > lensRefreshes);
}

const titles = async () => (await client.lenses(uri)).map(({ command }) => command?.title);

describe('the lens above a config', () => {
  it('is at "hotfixes", and counts the baked versions that upgrade', async () => {
    await open(config);
    expect(await client.lenses(uri)).toEqual([
      {
        range: { start: { line: 2, character: 2 }, end: { line: 2, character: 12 } },
        command: { title: '2 upgrade', command: 'hotfixConfig.showCoverage', arguments: [uri, false] },
      },
    ]);
  });

  it('is at the object if only "version" asks for a hotfix', async () => {
    await open('\n  { "version": "202605.30.1" }');
    const [lens] = await client.lenses(uri);
    expect(lens?.range.start).toEqual({ line: 1, character: 2 });
    expect(lens?.command?.title).toBe('1 upgrades');
  });

  it.each([
    ['nothing is lost', config, '2 upgrade', false],
    [
      'entries are removed, a patch is lower and scripts stay',
      `{
        "hotfixes": { "202604.01": "202604.01.4", "202605.30": "202605.30.2", "202603.09": "202603.09.1" },
        "scripts_version": "202605.30.2"
      }`,
      '2 upgrade · 2 lost · 2 lowered against HEAD',
      true,
    ],
    ['more is gained', '{}', '2 upgrade', false],
    ['no node could read it', '{', '2 upgrade', false],
  ])('says what is lost against HEAD if %s', async (_, before, title, isCompared) => {
    await open(config);
    await compareWith(before);
    const [lens] = await client.lenses(uri);
    expect(lens?.command?.title).toBe(title);
    expect(lens?.command?.arguments).toEqual([uri, isCompared]);
  });

  it.each([
    ['{ "hotfixes": { "202601.05": "202601.05.1" } }', ['no known node upgrades']],
    ['{ "hotfixes": { "202604.01": "202604.01." } }', ['no known node upgrades']],
    ['{ "scripts_version": "202604.01.3" }', ['scripts of 2 upgrade']],
    ['{}', []],
    ['{ "version": "" }', []],
    ['[]', []],
    ['', []],
  ])('says of %s: %j', async (text, expected) => {
    await open(text);
    expect(await titles()).toEqual(expected);
  });

  it('says of a config without any hotfix only what it lost', async () => {
    await open('{}');
    await compareWith(config);
    expect(await titles()).toEqual(['2 lost against HEAD']);
  });

  it('counts no upgrades if no baked version is known', async () => {
    await open(config, { settings: () => ({ bundledRecord: false }) });
    expect(await titles()).toEqual([]);
    await compareWith('{ "hotfixes": { "202604.01": "202604.01.3", "202605.30": "202605.30.1" } }');
    expect(await titles()).toEqual(['1 lost against HEAD']);
  });

  it('can be turned off', async () => {
    await open(config, { settings: () => ({ bakedVersions, codeLens: false }) });
    expect(await titles()).toEqual([]);
  });

  it('has no command for a client that does not have ours', async () => {
    await open(config, { initializationOptions: {}, capabilities: pushing });
    await client.changeSettings({ hotfixConfig: { bakedVersions, bundledRecord: false } });
    expect((await client.lenses(uri)).map(({ command }) => command)).toEqual([
      { title: '2 upgrade', command: '' },
    ]);
  });

  it('is requested again when a setting changes', async () => {
    let settings: unknown = { bakedVersions };
    await open('{ "hotfixes": { "202607.20": "202607.20.3" } }', { settings: () => settings });
    expect(await titles()).toEqual(['no known node upgrades']);
    settings = { bakedVersions: ['202607.20.0'] };
    const { lensRefreshes } = client;
    await client.changeSettings(null);
    await client.until(() => client.lensRefreshes > lensRefreshes);
    expect(await titles()).toEqual(['1 upgrades']);
  });
});
