import { afterEach, describe, expect, it } from 'vitest';
import { type CompletionItem, CompletionRequest, InsertTextFormat } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { pulling, TestClient } from '../support/lsp-client.ts';

const uri = 'file:///repo/aks-node-controller-hotfix.json';
const settings = () => ({ bakedVersions: ['202604.13.0', '202608.14.0', '202608.14.1'] });

let client: TestClient;
afterEach(() => client.stop());

const able = { snippetSupport: true, labelDetailsSupport: true };

async function complete(marked: string, completionItem: object = able): Promise<CompletionItem[]> {
  client = await TestClient.start({
    settings,
    capabilities: { ...pulling, textDocument: { ...pulling.textDocument, completion: { completionItem } } },
  });
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  await client.open(uri, text);
  const position = TextDocument.create(uri, 'json', 0, text).positionAt(offset);
  const found = await client.connection.sendRequest(CompletionRequest.type, {
    textDocument: { uri },
    position,
  });
  return Array.isArray(found) ? found : (found?.items ?? []);
}

/** The text after an item is accepted, with the caret: at `$0` of a snippet, otherwise after the inserted text. */
function chosen(marked: string, item: CompletionItem | undefined): string {
  if (!item?.textEdit || !('range' in item.textEdit)) throw new Error('Nothing is inserted.');
  const { range, newText } = item.textEdit;
  const isSnippet = item.insertTextFormat === InsertTextFormat.Snippet;
  const inserted = isSnippet ? newText.replace('$0', '|') : `${newText}|`;
  const document = TextDocument.create(uri, 'json', 0, marked.replace('|', ''));
  return TextDocument.applyEdits(document, [{ range, newText: inserted }]);
}

describe('completion', () => {
  it.each(['|', '\n|', ' |\n'])(
    'offers an empty file %j the newest hotfix as a map, with scripts and alone, or an empty map',
    async (marked) => {
      const items = await complete(marked);
      const [map, scripts, legacy, empty] = items.map((item) => chosen(marked, item).trim());
      expect(map).toBe('{\n  "hotfixes": {\n    "202608.14": "202608.14.2"|\n  }\n}');
      expect(scripts).toBe(
        '{\n  "hotfixes": {\n    "202608.14": "202608.14.2"|\n  },\n  "scripts_version": "202608.14.2"\n}',
      );
      expect(legacy).toBe('{\n  "version": "202608.14.2"|\n}');
      expect(empty).toBe('{\n  "hotfixes": {\n    |\n  }\n}');
      expect(items.slice(0, 3).map(({ labelDetails }) => labelDetails?.detail)).toEqual(
        Array.from({ length: 3 }, () => ' 202608.14.2'),
      );
    },
  );

  it.each([
    ['{ "hotfixes": { "202604.13": "202604.|" } }', '202604.13.1"'],
    ['{ "hotfixes": { "202608|" } }', '202608.14"'],
    ['{ "hotfixes": { "202604.13": "202604.|', undefined],
  ])('is kept by a client that compares all the text that is replaced: %s', async (marked, filterText) => {
    const [first] = await complete(marked);
    expect(first?.filterText).toBe(filterText);
  });

  it('offers a skeleton that nodes can read to a client without snippets', async () => {
    const items = await complete('|', {});
    expect(items.map(({ insertTextFormat }) => insertTextFormat)).not.toContain(InsertTextFormat.Snippet);
    expect(items.map(({ textEdit }) => JSON.parse(textEdit?.newText ?? ''))).toEqual([
      { hotfixes: { '202608.14': '202608.14.2' } },
      { hotfixes: { '202608.14': '202608.14.2' }, scripts_version: '202608.14.2' },
      { version: '202608.14.2' },
      { hotfixes: {} },
    ]);
  });

  it.each([
    ['{ | }', 'hotfixes', '{ "hotfixes": { | } }'],
    ['{|}', 'version', '{"version": "|"}'],
    ['{ "|" }', 'hotfixes', '{ "hotfixes": { | } }'],
    ['{ "scr|" }', 'scripts_version', '{ "scripts_version": "|" }'],
    ['{ "|" "version": "202604.13.1" }', 'hotfixes', '{ "hotfixes": { | }, "version": "202604.13.1" }'],
    ['{\n  |\n}', 'hotfixes', '{\n  "hotfixes": {\n  |\n}\n}'],
    ['{ "|": {} }', 'hotfixes', '{ "hotfixes"|: {} }'],
  ])('inserts a field with its value: %s', async (marked, label, after) => {
    const item = (await complete(marked)).find((one) => one.label === label);
    expect(chosen(marked, item)).toBe(after);
  });

  it('offers no field that is there already', async () => {
    const items = await complete('{ "Hotfixes": {}, | }');
    expect(items.map(({ label }) => label)).toEqual(['version', 'scripts_version']);
  });

  it('inserts fields as plain text where the client knows no snippets', async () => {
    const marked = '{ | }';
    const items = await complete(marked, {});
    expect(items.map((item) => chosen(marked, item).replace('|', ''))).toEqual([
      '{ "hotfixes": {} }',
      '{ "version": "" }',
      '{ "scripts_version": "" }',
    ]);
  });

  it.each([
    ['{ "hotfixes": { "|" } }', '{ "hotfixes": { "202608.14": "202608.14.2"| } }'],
    ['{ "hotfixes": { | } }', '{ "hotfixes": { "202608.14": "202608.14.2"| } }'],
    [
      '{ "hotfixes": { "20|" "202604.13": "202604.13.1" } }',
      '{ "hotfixes": { "202608.14": "202608.14.2",| "202604.13": "202604.13.1" } }',
    ],
  ])('inserts a whole entry and leaves the caret after it: %s', async (marked, after) => {
    const [item] = await complete(marked);
    expect(chosen(marked, item)).toBe(after);
    expect(item?.labelDetails?.detail).toBe(' 202608.14.2');
  });

  it.each([
    ['{ "hotfixes": { "202608.14": "|" } }', '{ "hotfixes": { "202608.14": "202608.14.2"| } }'],
    ['{ "hotfixes": { "202608.14": "2026|08" } }', '{ "hotfixes": { "202608.14": "202608.14.2"| } }'],
    ['{ "scripts_version": "|" }', '{ "scripts_version": "202608.14.2"| }'],
  ])('leaves the caret after a value, where typing goes on: %s', async (marked, after) => {
    expect(chosen(marked, (await complete(marked))[0])).toBe(after);
  });

  it('leaves the closing quote to a client that may replace nothing after its cursor', async () => {
    const marked = '{ "hotfixes": { "202608.14": "|" } }';
    const [item] = await complete(marked, {});
    expect(item?.textEdit?.newText).toBe('202608.14.2');
    expect(item?.labelDetails).toBeUndefined();
  });
});
