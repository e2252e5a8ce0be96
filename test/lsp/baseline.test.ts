import { afterEach, describe, expect, it } from 'vitest';
import { InlayHintRequest } from 'vscode-languageserver-protocol';
import { baselineNotification, type Coverage, coverageRequest } from '../../server/src/protocol.ts';
import { pulling, TestClient } from '../support/lsp-client.ts';

const uri = 'file:///repo/parts/hotfix.json';
const committed = '{ "hotfixes": { "202604.01": "202604.01.2", "202605.30": "202605.30.1" } }';
const removed = '{ "hotfixes": { "202605.30": "202605.30.1" } }';

let client: TestClient;
afterEach(() => client.stop());

async function open(text: string): Promise<void> {
  client = await TestClient.start({
    folders: ['file:///repo'],
    initializationOptions: { status: true },
    capabilities: pulling,
    today: '2026-08-14',
    settings: () => ({ bakedVersions: ['202604.01.0', '202604.01.2', '202605.30.0'] }),
  });
  await client.open(uri, text);
  await client.pull(uri);
}

/** Sends the server the baseline, and waits until it requests a refresh. */
async function compareWith(content: string | null, revision = 'HEAD'): Promise<void> {
  const refreshes = client.refreshes;
  const baseline = content === null ? null : { revision, content: Buffer.from(content).toString('base64') };
  await client.connection.sendNotification(baselineNotification, { uri, baseline });
  await client.until(() => client.refreshes > refreshes);
}

async function ruleIds(): Promise<unknown[]> {
  return (await client.pull(uri)).map(({ code }) => code);
}

async function hints(): Promise<unknown[]> {
  const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  const found = await client.connection.sendRequest(InlayHintRequest.type, { textDocument: { uri }, range });
  return (found ?? []).map(({ label }) => label);
}

function coverage(compare: unknown): Promise<Coverage> {
  return client.connection.sendRequest(coverageRequest, { uri, compare });
}

describe('a config that is compared with a revision', () => {
  it.each([
    [removed, ['entry-removed']],
    [committed.replace('.2', '.1'), ['patch-lowered']],
    [committed.replace('.2', '.3'), []],
    ['{ "version": "202604.01.2" }', ['entry-removed']],
  ])('%s: %j', async (text, expected) => {
    await open(text);
    expect(await ruleIds()).toEqual([]);
    await compareWith(committed);
    expect(await ruleIds()).toEqual(expected);
  });

  it('is compared with nothing where the revision has none any more', async () => {
    await open(removed);
    await compareWith(committed);
    await compareWith(null);
    expect(await ruleIds()).toEqual([]);
  });

  it('has no baseline after it was closed, until the client sends one again', async () => {
    await open(removed);
    await compareWith(committed);
    await client.close(uri);
    await client.open(uri, removed);
    expect(await ruleIds()).toEqual([]);
  });

  it('loses nothing where no node could read it before', async () => {
    await open(removed);
    await compareWith(`${committed.slice(0, -1)}, }`);
    expect(await ruleIds()).toEqual([]);
  });
});

describe('the hint after an entry', () => {
  it.each([
    ['{ "hotfixes": { "202604.01": "202604.01.1" } }', 'upgrades 1 of 2 · was 202604.01.2'],
    ['{ "hotfixes": { "202604.01": "202604.01." } }', 'void · was 202604.01.2'],
    ['{ "hotfixes": { "202604.01": "202604.01.2" } }', 'upgrades 1 of 2'],
    ['{ "hotfixes": { "202606.11": "202606.11.2" } }', 'no known node · new'],
    ['{ "version": "202604.01.1" }', 'upgrades 1 of 2 · was 202604.01.2'],
  ])('of %s: %s', async (text, expected) => {
    await open(text);
    await compareWith(committed);
    expect(await hints()).toEqual([expected]);
  });

  it.each([
    ['{ "version": "202604.01.2" }', '{ "hotfixes": { "202604.01": "202604.01.1" } }', 'was 202604.01.2'],
    ['{ "version": "202604.01.2" }', '{ "version": "202604.01.3" }', 'was 202604.01.2'],
    ['{ "scripts_version": "202604.01.2" }', '{ "scripts_version": "202604.01.3" }', 'was 202604.01.2'],
    [
      '{ "hotfixes": { "202604.01": "a\\u202eb" } }',
      '{ "hotfixes": { "202604.01": "202604.01.3" } }',
      '\\u202e',
    ],
  ])('says what %s was when it is %s', async (before, after, expected) => {
    await open(after);
    await compareWith(before);
    expect((await hints()).join()).toContain(expected);
  });
});

describe('the coverage of a config that is compared', () => {
  it('says what nodes did before, if they do something else now', async () => {
    await open(removed);
    await compareWith(committed, 'v1');
    const { comparedWith, bases } = await coverage(true);
    expect(comparedWith).toBe('v1');
    expect(bases.flatMap(({ baked }) => baked).map(({ version, before }) => [version, before])).toEqual([
      ['202604.01.0', { to: '202604.01.2', scriptsTo: '', binary: 'lost' }],
      ['202604.01.2', null],
      ['202605.30.0', null],
    ]);
  });

  it('has deleted bases without a known version, by what their patch 0 did', async () => {
    await open(removed);
    await compareWith('{ "hotfixes": { "202606.11": "202606.11.4" } }');
    const { bases } = await coverage(true);
    expect(bases.find(({ base }) => base === '202606.11')).toMatchObject({
      entry: null,
      baked: [],
      before: { to: '202606.11.4', scriptsTo: '' },
    });
  });

  it('compares nothing unless it is asked to', async () => {
    await open(removed);
    await compareWith(committed);
    expect(await coverage(false)).toMatchObject({ comparedWith: null });
  });
});

describe('a coverage that is compared with another content of the config', () => {
  it('says what changes since then, and leaves the baseline', async () => {
    await open(removed);
    await compareWith(committed);
    const content = Buffer.from('{ "version": "202605.30.3" }').toString('base64');
    const { comparedWith, bases } = await coverage({ revision: 'v1 (1a2b3c4)', content });
    expect(comparedWith).toBe('v1 (1a2b3c4)');
    expect(bases.flatMap(({ baked }) => baked).map(({ before }) => before?.binary)).toEqual([
      undefined,
      undefined,
      'lowered',
    ]);
    expect((await coverage(true)).comparedWith).toBe('HEAD');
    expect(await ruleIds()).toEqual(['entry-removed']);
  });

  it.each([[{ revision: 'v1' }], [{ content: '' }], [{ revision: 7, content: 8 }], ['HEAD'], [7], [null]])(
    'is not compared if the parameter has another type: %j',
    async (compare) => {
      await open(removed);
      await compareWith(committed);
      expect((await coverage(compare)).comparedWith).toBeNull();
    },
  );
});
