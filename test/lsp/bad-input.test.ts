import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pushing, TestClient } from '../support/lsp-client.ts';
import { findingsIn } from '../support/markers.ts';

const uri = 'file:///repo/aks-node-controller-hotfix.json';
const config =
  '{\n  "hotfixes": {\n    "202604.01": "202604.01.3",\n    "202605.30": "202605.30.1"\n  }\n}\n';

let client: TestClient;
beforeEach(async () => {
  client = await TestClient.start({ capabilities: pushing });
});
afterEach(() => client.stop());

const at = (line: number, character: number) => ({ line, character });

const published = (count: number) => client.until(() => client.published.length === count);

function lastRules(): unknown[] | undefined {
  return client.published.at(-1)?.diagnostics.map(({ code }) => code);
}

describe('an invalid document', () => {
  it.each([
    ['an empty one', '', ['no-hotfix']],
    ['one of white space only', ' \n\t\u00a0', ['no-hotfix']],
    ['a binary one', '\u0000\u0001PNG\ufffd\ufffd\u0000', ['json-syntax']],
    ['half an object', '{ "hotfixes": {', ['json-syntax']],
    ['another language', '#!/bin/sh\necho "$1"\n', ['json-syntax']],
    ['a list', '[1, 2]', ['wrong-type']],
    ['one nested to the limit', `${'['.repeat(10_000)}${']'.repeat(10_000)}`, ['wrong-type']],
    ['one nested beyond it', `${'['.repeat(10_001)}${']'.repeat(10_001)}`, ['json-syntax']],
    ['one that only opens', '{"a":'.repeat(50_000), ['json-syntax']],
  ])('gets clear findings or none: %s', async (_, text, rules) => {
    await client.open(uri, text);
    await published(1);
    expect(lastRules()).toEqual(rules);
  });

  it('of 5 MB is checked, broken and whole, in one go each', async () => {
    const entry = '    "202604.01": "202604.01.3",\n';
    const big = `{ "x": [\n${entry.replace(': ', ',').repeat(160_000)}1] }`;
    expect(big.length).toBeGreaterThan(4_900_000);
    await client.open(uri, big);
    await published(1);
    await client.change(uri, { text: `${big.slice(0, -1)},` });
    await published(2);
    await client.change(uri, { text: '{}' });
    await published(3);
    expect(client.published.map(({ diagnostics }) => diagnostics.map(({ code }) => code))).toEqual([
      ['unknown-property', 'no-hotfix'].toSorted(),
      expect.arrayContaining(['json-syntax']),
      ['no-hotfix'],
    ]);
  }, 60_000);
});

describe('a document larger than 5 MB', () => {
  it('gets one finding and no other answer, and all of them once it is smaller', async () => {
    const faults = `{ "hotfixes": { ${'"202604.1": "v202604.1.3", '.repeat(400_000)}"": "" } }`;
    expect(faults.length).toBeGreaterThan(10_000_000);
    await client.open(uri, faults);
    await published(1);
    await client.change(uri, { range: { start: at(0, 0), end: at(0, 0) }, text: ' ' });
    await published(2);
    const hints = await client.connection.sendRequest('textDocument/inlayHint', {
      textDocument: { uri },
      range: { start: at(0, 0), end: at(0, 1_000) },
    });
    expect(hints).toEqual([]);
    const lenses = await client.connection.sendRequest('textDocument/codeLens', { textDocument: { uri } });
    expect(lenses).toEqual([]);
    await client.change(uri, { text: '{ "hotfixes": { "202604.01": "" } }' });
    await published(3);
    const [large, edited, small] = client.published.map(({ diagnostics }) => diagnostics);
    for (const found of [large, edited]) {
      expect(found).toMatchObject([{ severity: 1, message: expect.stringContaining('larger than 5 MB') }]);
    }
    expect(small?.map(({ code }) => code)).toEqual(['empty-value']);
  });
});

describe('a document at the limits', () => {
  const entry = (i: number) => `"202604.01": "202604.01.${i + 1}"`;
  const many = (count: number) => Array.from({ length: count }, (_, i) => entry(i)).join(',');

  it.each([
    ['5 MB on one line', `{ "x": "${'a'.repeat(5_000_000)}", "version": "dev" }`, 'malformed-version'],
    ['100,000 entries of one key', `{ "hotfixes": {${many(100_000)}} }`, 'duplicate-key'],
    [
      '10,000 fields of one name',
      `{ ${'"version": "dev", '.repeat(10_000)}"version": "dev" }`,
      'duplicate-key',
    ],
    [
      'keys that objects have by themselves',
      '{ "__proto__": {}, "hotfixes": { "constructor": "dev" } }',
      'malformed-base',
    ],
    ['halves of characters', '{ "hotfixes": { "\ud83d": "\udc00", "a\\ud800": "b" } }', 'malformed-base'],
    ['line ends of every kind', '{\r"a": 1,\n\r\n"hotfixes":\r{ "202604.01": "" }\n}', 'empty-value'],
  ])('gets its findings, and an edit of it too: %s', async (_, text, rule) => {
    await client.open(uri, text);
    await published(1);
    await client.change(uri, { range: { start: at(0, 0), end: at(0, 0) }, text: ' ' });
    await published(2);
    await client.change(uri, { text: config });
    await published(3);
    const [first, second, third] = client.published.map(({ diagnostics }) => diagnostics);
    expect(first?.map(({ code }) => code)).toContain(rule);
    expect(second?.map(({ message }) => message)).toEqual(first?.map(({ message }) => message));
    expect(first?.length).toBeLessThanOrEqual(1_001);
    expect(third).toEqual([]);
  });
});

describe('a document that is being typed', () => {
  it('has at every key the findings that it would have if it were opened now', async () => {
    await client.open(uri, '');
    await published(1);
    for (const [i, character] of [...config].entries()) {
      const before = config.slice(0, i);
      const line = before.split('\n').length - 1;
      const at = { line, character: i - (before.lastIndexOf('\n') + 1) };
      await client.change(uri, { range: { start: at, end: at }, text: character });
      await published(i + 2);
    }
    for (const [i, { diagnostics }] of client.published.entries()) {
      const expected = findingsIn(config.slice(0, i));
      expect(diagnostics.map(({ message }) => message)).toEqual(expected.map((one) => one.message()));
    }
    expect(lastRules()).toEqual([]);
  });
});

describe('a client that does not keep to the protocol', () => {
  it('is refused a second introduction, and keeps its documents', async () => {
    await client.open(uri, '{}');
    await published(1);
    const again = client.connection.sendRequest('initialize', {
      processId: null,
      capabilities: {},
      rootUri: null,
    });
    await expect(again).rejects.toThrow('The server is initialized already.');
    await client.change(uri, { text: config.replace('.3"', '"') });
    await published(2);
    expect(lastRules()).toEqual(['empty-patch']);
  });

  it.each([undefined, null, 7, {}])('gets an error about the baked version %j', async (baked) => {
    await client.open(uri, config);
    const nodeSteps = client.connection.sendRequest('hotfix/nodeSteps', { uri, baked });
    await expect(nodeSteps).rejects.toThrow('The request has no "baked" that is a text.');
  });

  it.each([[null], [7], [[]], [{}], [{ version: 1, kind: 'quickfix' }]])(
    'gets an error about an action with the data %j',
    async (data) => {
      await client.open(uri, config);
      const resolved = client.resolve({ title: 'An action', data });
      await expect(resolved).rejects.toThrow('Request the actions again');
    },
  );

  it('gets an action without data back unchanged', async () => {
    const action = { title: 'An action' };
    expect(await client.resolve(action)).toEqual(action);
  });

  it('gets an error if one part of the data of an action has another type', async () => {
    await client.open(uri, config);
    const data = { uri, version: 1, kind: 'quickfix', start: 0, end: 0, index: 0 };
    for (const part of Object.keys(data)) {
      const resolved = client.resolve({ title: 'An action', data: { ...data, [part]: [] } });
      await expect(resolved, part).rejects.toThrow('Request the actions again');
    }
  });

  it('gets a completion with data of another type back unchanged', async () => {
    await client.open(uri, config);
    for (const wrong of [{ uri: 7 }, { version: ['202604.01.3'] }, { role: 'somewhere' }]) {
      const data = { uri, version: '202604.01.3', role: 'entry', ...wrong };
      const item = { label: '202604.01.3', data };
      expect(await client.connection.sendRequest('completionItem/resolve', item)).toEqual(item);
    }
  });
});
