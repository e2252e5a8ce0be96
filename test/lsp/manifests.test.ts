import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type CodeAction,
  type CompletionItem,
  CompletionRequest,
  DocumentSymbolRequest,
  HoverRequest,
  InlayHintRequest,
  type Position,
  RenameRequest,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  addHotfixesRequest,
  baselineNotification,
  coverageRequest,
  statusNotification,
} from '../../server/src/protocol.ts';
import { pulling, pushing, rangeOf, TestClient } from '../support/lsp-client.ts';
import { configMap } from '../support/manifests.ts';

const uri = 'file:///repo/deploy/map.yaml';
const block = (text: string, key = 'hotfixes.json') =>
  `  ${key}: |\n${text.replaceAll(/^(?=.)/gm, '    ')}\n`;
const config = (version: string) => `{\n  "hotfixes": {\n    "202604.01": "${version}"\n  }\n}`;
const faulty = configMap(block(config('v202604.01.3')));
const right = configMap(block(config('202604.01.3')));

let client: TestClient;
const start = async (options: Parameters<typeof TestClient.start>[0] = {}) => {
  client = await TestClient.start({
    settings: () => ({ bakedVersions: ['202604.01.0', '202604.01.3'] }),
    initializationOptions: { status: true },
    ...options,
  });
};
afterEach(() => client.stop());

const documentOf = (text: string) => TextDocument.create(uri, 'yaml', 0, text);
function applied(text: string, { edit }: CodeAction): string {
  return TextDocument.applyEdits(documentOf(text), edit?.changes?.[uri] ?? []);
}
const open = (text: string) => client.open(uri, text, 'yaml');
const at = (text: string, part: string): Position => rangeOf(text, part).start;
const after = (text: string, part: string): Position => rangeOf(text, part).end;

describe('diagnostics of a manifest', () => {
  beforeEach(() => start());

  it('are at their places, and follow each edit', async () => {
    await open(faulty);
    expect(await client.pull(uri)).toMatchObject([
      { code: 'malformed-version', range: rangeOf(faulty, 'v202604.01.3') },
    ]);
    await client.change(uri, { range: rangeOf(faulty, 'v202604.01.3'), text: '202604.01.3' });
    expect(await client.pull(uri)).toEqual([]);
    await client.change(uri, { text: `# moved\n${faulty}` });
    expect(await client.pull(uri)).toMatchObject([{ range: { start: { line: 10, character: 22 } } }]);
  });

  it('are those of all documents, lists and keys', async () => {
    const all = `${faulty}---\n${configMap(block('{ "version": "202604.01.3" }') + block('{', 'b-hotfix.json'), 'b')}`;
    await open(all);
    expect(await client.rulesAt(uri)).toEqual([
      'malformed-version',
      'no-hotfix',
      'unknown-property',
      'json-syntax',
    ]);
  });

  it('are of keys that a setting names', async () => {
    await client.stop();
    await start({ settings: () => ({ files: ['*.yaml#other.json'], bakedVersions: ['202604.01.0'] }) });
    await open(configMap(block(config('v202604.01.3'), 'other.json')));
    expect(await client.rulesAt(uri)).toEqual(['malformed-version']);
  });

  it.each([
    ['another kind', faulty.replace('ConfigMap', 'Secret')],
    ['a template that is no YAML', `{{ if .x }}\n${faulty}`],
    ['no manifest', 'on: push\n'],
    ['another product', configMap(block('{ "servers": [] }', 'sql-hotfix.json'))],
  ])('are none for %s', async (_, text) => {
    await open(text);
    expect(await client.pull(uri)).toEqual([]);
    expect(
      await client.connection.sendRequest(HoverRequest.type, {
        textDocument: { uri },
        position: at(text, '\n'),
      }),
    ).toBeNull();
  });

  it('lead to the other place', async () => {
    const twice = configMap(
      block('{ "hotfixes": {\n  "202604.01": "202604.01.3",\n  "202604.01": "202604.01.3"\n} }'),
    );
    await open(twice);
    const [found] = await client.pull(uri);
    const second = at(twice, '"202604.01": "202604.01.3"\n');
    expect(found?.relatedInformation?.[0]?.location).toMatchObject({
      uri,
      range: { start: { line: second.line } },
    });
  });

  it('compare with the manifest at another revision, by namespace, name and key', async () => {
    await open(configMap(block(config('202604.01.2')), 'b'));
    const send = (text: string) =>
      client.connection.sendNotification(baselineNotification, {
        uri,
        baseline: { revision: 'HEAD', content: Buffer.from(text).toString('base64') },
      });
    await send(right);
    expect(await client.pull(uri)).toMatchObject([
      { code: 'entry-removed', range: { start: { line: 0, character: 0 } } },
    ]);
    await send(configMap(block(config('202604.01.3')), 'b'));
    expect(await client.rulesAt(uri)).toEqual(['patch-lowered']);
  });
});

describe('a client that gets diagnostics pushed', () => {
  it('gets those of a manifest', async () => {
    await start({ capabilities: pushing });
    await open(faulty);
    await client.until(() => client.published.length > 0);
    expect(client.published[0]?.diagnostics).toMatchObject([{ code: 'malformed-version' }]);
  });
});

describe('fixes in a manifest', () => {
  beforeEach(() => start());

  it('are written with its indentation', async () => {
    await open(faulty);
    const [action] = await client.actions(uri, rangeOf(faulty, 'v202604'), ['quickfix']);
    expect(applied(faulty, await client.resolve(action as CodeAction))).toBe(right);
  });

  it('are one action for all configs', async () => {
    const all = (one: string) => `${one}---\n${one.replace('live-patching', 'b').replaceAll('\n', '\r\n')}`;
    await open(all(faulty));
    const actions = await client.actions(uri, rangeOf(all(faulty), 'kind'), ['source.fixAll']);
    expect(actions).toHaveLength(1);
    expect(applied(all(faulty), await client.resolve(actions[0] as CodeAction))).toBe(all(right));
  });

  it('do not delete the manifest', async () => {
    const empty = configMap(block('{}'));
    await open(empty);
    expect(await client.rulesAt(uri)).toEqual(['no-hotfix']);
    expect(await client.actions(uri, rangeOf(empty, '{}'), ['quickfix'])).toEqual([]);
  });

  it('are refused after a change', async () => {
    await open(faulty);
    const [action] = await client.actions(uri, rangeOf(faulty, 'v202604'), ['quickfix']);
    await client.change(uri, { text: `#\n${faulty}` });
    await expect(client.resolve(action as CodeAction)).rejects.toThrow('has changed');
  });
});

describe('answers about a manifest', () => {
  const hover = (position: Position) =>
    client.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
  const complete = async (position: Position) => {
    const found = await client.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri },
      position,
    });
    return (Array.isArray(found) ? found : []) as CompletionItem[];
  };
  const accept = (text: string, { textEdit }: CompletionItem) =>
    textEdit && 'range' in textEdit ? TextDocument.applyEdits(documentOf(text), [textEdit]) : undefined;

  beforeEach(() => start());

  it('explain the entry at a position', async () => {
    await open(right);
    expect(await hover(at(right, '202604.01.3'))).toMatchObject({
      contents: {
        value: expect.stringContaining('This entry upgrades 1 of 2 known baked versions of 202604.01'),
      },
      range: rangeOf(right, '"202604.01.3"'),
    });
    expect(await hover(at(right, 'kind'))).toBeNull();
  });

  it('are hints behind the entries of all configs', async () => {
    const two = `${right}---\n${right}`;
    await open(two);
    const range = { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } };
    const hints = await client.connection.sendRequest(InlayHintRequest.type, {
      textDocument: { uri },
      range,
    });
    expect(hints?.map(({ position, label }) => [position.line, position.character, label])).toEqual([
      [9, 34, 'upgrades 1 of 2'],
      [22, 34, 'upgrades 1 of 2'],
    ]);
    const second = { start: { line: 15, character: 0 }, end: { line: 100, character: 0 } };
    const some = await client.connection.sendRequest(InlayHintRequest.type, {
      textDocument: { uri },
      range: second,
    });
    expect(some).toHaveLength(1);
  });

  it('add a hotfix with the indentation of the block', async () => {
    await open(right);
    const added = await client.connection.sendRequest<{ edit: CodeAction['edit'] }>(addHotfixesRequest, {
      uri,
      bases: ['202605.30'],
    });
    const entry = '        "202604.01": "202604.01.3"';
    expect(applied(right, { title: '', edit: added.edit ?? {} })).toBe(
      right.replace(entry, `${entry},\n        "202605.30": "202605.30.1"`),
    );
  });

  it('rename a base where it is, and name it in the outline', async () => {
    const text = `${right}---\n${configMap(`  b-hotfix.json: "{ \\"hotfixes\\": { \\"202605.30\\": \\"202605.30.2\\" } }"\n`, 'b')}`;
    await open(text);
    const rename = (position: Position) =>
      client.connection.sendRequest(RenameRequest.type, {
        textDocument: { uri },
        position,
        newName: '202606.08',
      });
    expect(applied(text, { title: '', edit: (await rename(at(text, '202605.30.2'))) ?? {} })).toBe(
      text.replaceAll('202605.30', '202606.08'),
    );
    await expect(rename(at(text, 'kind'))).resolves.toBeNull();
    const symbols = await client.connection.sendRequest(DocumentSymbolRequest.type, {
      textDocument: { uri },
    });
    expect(symbols?.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        '202604.01: 202604.01.3 · upgrades 1 of 2',
        '202605.30: 202605.30.2 · no known node',
      ]),
    );
  });

  it('are lenses of all configs', async () => {
    await open(`${right}---\n${right}`);
    expect((await client.lenses(uri)).map(({ range }) => range.start.line)).toEqual([8, 21]);
  });

  it('complete an entry in a block', async () => {
    const text = configMap(block('{\n  "hotfixes": {\n    \n  }\n}'));
    await open(text);
    const line = text.split('\n').findIndex((one) => /^ {8}$/.test(one));
    const [item] = await complete({ line, character: 8 });
    expect(accept(text, item as CompletionItem)).toBe(
      text.replace('\n        \n', '\n        "202604.01": "202604.01.4"\n'),
    );
  });

  it.each([
    ['single quotes', `  hotfix.json: '{ "hotfixes": { "202604.01": "" } }'\n`, `"202604.01": "`],
    [
      'double quotes',
      '  hotfix.json: "{ \\"hotfixes\\": { \\"202604.01\\": \\"\\" } }"\n',
      `\\"202604.01\\": \\"`,
    ],
  ])('complete a value in %s', async (_, data, before) => {
    const text = configMap(data);
    await open(text);
    const [item] = await complete(after(text, before));
    expect(accept(text, item as CompletionItem)).toBe(text.replace(before, `${before}202604.01.4`));
  });

  it('offer a skeleton in an empty block, not beside its key or left of what it can hold', async () => {
    const text = configMap('  hotfixes.json: |\n    \n');
    await open(text);
    const [item] = await complete({ line: text.split('\n').length - 2, character: 4 });
    expect(accept(text, item as CompletionItem)).toBe(
      configMap('  hotfixes.json: |\n    { "hotfixes": { "202604.01": "202604.01.4" } }\n'),
    );
    expect(await complete(after(text, 'json: |'))).toEqual([]);
    for (const character of [0, 2])
      expect(await complete({ line: text.split('\n').length - 2, character })).toEqual([]);
    expect(await complete({ line: text.split('\n').length - 2, character: 3 })).not.toEqual([]);
  });

  it('are the coverage and the status of the first config, or of one that nodes cannot read', async () => {
    await client.stop();
    await start({ initializationOptions: { status: true } });
    await open(`${right}---\n${faulty.replace('"\n', '",\n')}`);
    await client.pull(uri);
    const status = client.notifications.find(({ method }) => method === statusNotification);
    expect(status?.params).toMatchObject({
      uri,
      readable: false,
      summary: 'Nodes cannot read this served map: no hotfix applies.',
    });
    const coverage = await client.connection.sendRequest(coverageRequest, { uri });
    expect(coverage).toMatchObject({
      readable: true,
      bases: [{ base: '202604.01', entry: { range: { start: { line: 9 } } } }],
    });
  });
});

it('a client that says nothing about dynamic registration gets diagnostics of a manifest', async () => {
  await start({ capabilities: pulling });
  await open(faulty);
  expect(await client.rulesAt(uri)).toEqual(['malformed-version']);
});
