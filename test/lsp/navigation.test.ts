import { afterEach, describe, expect, it } from 'vitest';
import {
  type ClientCapabilities,
  DocumentHighlightRequest,
  type DocumentSymbol,
  DocumentSymbolRequest,
  PrepareRenameRequest,
  type Range,
  ReferencesRequest,
  RenameRequest,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { pulling, TestClient } from '../support/lsp-client.ts';

const root = 'file:///repo';
const uri = `${root}/hotfix.json`;
const textDocument = { uri };
const off = '{ "bundledRecord": false }';
let client: TestClient;
afterEach(() => client.stop());

async function openAt(marked: string, files: Record<string, string> = {}, capabilities?: ClientCapabilities) {
  const text = marked.replace('|', '');
  client = await TestClient.start({
    folders: [root],
    files: new Map(Object.entries({ [`${root}/.hotfixrc.json`]: off, [uri]: '{}', ...files })),
    ...(capabilities && { capabilities }),
  });
  await client.open(uri, text);
  const document = TextDocument.create(uri, 'json', 0, text);
  return { text, document, position: document.positionAt(marked.indexOf('|')) };
}

describe('a rename of a base', () => {
  const renamed = async (marked: string, newName: string) => {
    const { document, position } = await openAt(marked);
    const edit = await client.connection.sendRequest(RenameRequest.type, { textDocument, position, newName });
    return edit && TextDocument.applyEdits(document, edit.changes?.[uri] ?? []);
  };

  it.each([
    ['from its key', '{ "hotfixes": { "2026|04.01": "202604.01.3" }, "scripts_version": "202604.01.7" }'],
    ['from its value', '{ "hotfixes": { "202604.01": "202604|.01.3" }, "scripts_version": "202604.01.7" }'],
    ['from a field', '{ "hotfixes": { "202604.01": "202604.01.3" }, "scripts_version": "2026|04.01.7" }'],
  ])('changes key, value and fields %s', async (_, marked) => {
    expect(await renamed(marked, '202605.30')).toBe(
      '{ "hotfixes": { "202605.30": "202605.30.3" }, "scripts_version": "202605.30.7" }',
    );
  });

  it('leaves other bases alone, and spells what was misspelled', async () => {
    expect(
      await renamed(
        '{ "hotfixes": { "202604|.1": " v202604.1.03", "202606.01": "202604.01.2" } }',
        '202605.30',
      ),
    ).toBe('{ "hotfixes": { "202605.30": " 202605.30.3", "202606.01": "202605.30.2" } }');
  });

  it.each([
    ['dev', 'is not a base'],
    ['202605.30', 'already listed'],
  ])('to %s is refused with the reason', async (newName, why) => {
    const { position } = await openAt(
      '{ "hotfixes": { "2026|04.01": "202604.01.3", "202605.30": "202605.30.1" } }',
    );
    await expect(
      client.connection.sendRequest(RenameRequest.type, { textDocument, position, newName }),
    ).rejects.toThrow(why);
  });

  it('begins with the base under the cursor, without the patch', async () => {
    const { document, position } = await openAt('{ "hotfixes": { "202604.01": "202604.01|.3" } }');
    const found = await client.connection.sendRequest(PrepareRenameRequest.type, { textDocument, position });
    const { range, placeholder } = found as { range: Range; placeholder: string };
    expect([document.getText(range), placeholder]).toEqual(['202604.01', '202604.01']);
  });

  it.each(['{ "hot|fixes": { "202604.01": "202604.01.3" } }', '{ "note": "2026|04.01.3" }'])(
    'does not begin elsewhere: %s',
    async (marked) => {
      const { position } = await openAt(marked);
      expect(
        await client.connection.sendRequest(PrepareRenameRequest.type, { textDocument, position }),
      ).toBeNull();
    },
  );
});

const both =
  '{ "hotfixes": { "202604.01": "202604.01.3", "202605.30": "202605.30.1" }, "version": "202604.01.2" }';
const marked = both.replace('"202604.01":', '"2026|04.01":');

it('highlights are the keys and versions of a base', async () => {
  const { document, position } = await openAt(marked);
  const found = await client.connection.sendRequest(DocumentHighlightRequest.type, {
    textDocument,
    position,
  });
  expect(found?.map(({ range }) => [document.offsetAt(range.start), document.getText(range)])).toEqual(
    [...both.matchAll(/202604\.01/g)].map(({ index }) => [index, '202604.01']),
  );
});

it('references are in the other configs of the workspace, too: open ones as in the editor', async () => {
  const files = {
    [`${root}/b/fleet-hotfix.json`]: '\n{ "version": "202604.01.9" }',
    [`${root}/c/hotfix.json`]: '{ "version": "202605.30.9" }',
    [`${root}/d/hotfix.json`]: '{ "version": "202604.01.9" }',
    [`${root}/notes.json`]: '{ "version": "202604.01.9" }',
  };
  const { position } = await openAt(marked, files);
  await client.open(`${root}/c/hotfix.json`, '{ "version": "202604.01.9" }');
  await client.open(`${root}/d/hotfix.json`, '{}');
  const found = await client.connection.sendRequest(ReferencesRequest.type, {
    textDocument,
    position,
    context: { includeDeclaration: true },
  });
  expect(found?.map((one) => [one.uri, one.range.start])).toEqual([
    [uri, { line: 0, character: 17 }],
    [uri, { line: 0, character: 30 }],
    [uri, { line: 0, character: 86 }],
    [`${root}/b/fleet-hotfix.json`, { line: 1, character: 14 }],
    [`${root}/c/hotfix.json`, { line: 0, character: 14 }],
  ]);
});

describe('the outline', () => {
  const text =
    '{ "hotfixes": { "202604.01": "202604.01.3", "april": "202605.30.1", "": "202606.01.1" }, "note": 1 }';

  it('names each entry with its version and what it does', async () => {
    await openAt(
      `|${text}`,
      {},
      {
        ...pulling,
        textDocument: {
          ...pulling.textDocument,
          documentSymbol: { hierarchicalDocumentSymbolSupport: true },
        },
      },
    );
    const found = await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
    const shown = ({ name, detail, children = [] }: DocumentSymbol): unknown[] => [
      name,
      detail,
      ...children.map(shown),
    ];
    expect(((found ?? []) as DocumentSymbol[]).map(shown)).toEqual([
      [
        'hotfixes',
        '1 of 3 entries apply',
        ['202604.01', '202604.01.3 · applies'],
        ['april', '202605.30.1 · void'],
        ['""', '202606.01.1 · void'],
      ],
      ['note', ''],
    ]);
  });

  it('is a flat list for a client that does not nest', async () => {
    await openAt('|{ "hotfixes": { "202604.01": "202604.01.3" } }');
    expect(await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument })).toMatchObject([
      { name: 'hotfixes: 1 of 1 entry applies', location: { uri } },
      { name: '202604.01: 202604.01.3 · applies', location: { uri } },
    ]);
  });
});
