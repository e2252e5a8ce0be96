import { afterEach, describe, expect, it } from 'vitest';
import type { CompletionItem, MarkupContent } from 'vscode-languageserver-protocol';
import { CompletionRequest, CompletionResolveRequest } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { rangeOf } from '../support/lsp-client.ts';
import { client, openAt, start, stop, uri } from '../support/repository-client.ts';

afterEach(stop);

describe('completion', () => {
  async function complete(marked: string): Promise<{ label: string; after: string; item: CompletionItem }[]> {
    const { text, position } = await openAt(marked);
    const found = await client.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri },
      position,
    });
    const items = Array.isArray(found) ? found : (found?.items ?? []);
    return items.map((item) => ({
      item,
      label: item.label,
      after: TextDocument.applyEdits(TextDocument.create(uri, 'json', 0, text), [
        ...(item.additionalTextEdits ?? []),
        item.textEdit as {
          range: typeof position extends never ? never : ReturnType<typeof rangeOf>;
          newText: string;
        },
      ]),
    }));
  }

  it('is asked for at a quote and a dot', async () => {
    await start();
    expect(client.result.capabilities.completionProvider?.triggerCharacters).toEqual(['"', '.']);
  });

  it('offers known bases that are not listed, newest first, each with its next patch', async () => {
    await start();
    const found = await complete('{ "hotfixes": { "202604.13": "202604.13.2", | } }');
    expect(found.map(({ label }) => label)).toEqual(['202608.14', '202602.13']);
    expect(found[1]?.after).toBe(
      '{ "hotfixes": { "202604.13": "202604.13.2", "202602.13": "202602.13.6" } }',
    );
  });

  it.each([
    ['{ "hotfixes": { "|" } }', '{ "hotfixes": { "202608.14": "202608.14.1" } }'],
    ['{ "hotfixes": { "2026|', '{ "hotfixes": { "202608.14": "202608.14.1"'],
    ['{ "hotfixes": { "2026|": "202604.13.2" } }', '{ "hotfixes": { "202608.14": "202604.13.2" } }'],
    ['{ "hotfixes": { "202608.14|.2": "" } }', '{ "hotfixes": { "202608.14": "" } }'],
    [
      '{ "hotfixes": { | "202604.13": "202604.13.2" } }',
      '{ "hotfixes": { "202608.14": "202608.14.1", "202604.13": "202604.13.2" } }',
    ],
  ])('puts the entry where one types: %s', async (marked, after) => {
    await start();
    expect((await complete(marked))[0]?.after).toBe(after);
  });

  it.each([
    '{ "hotfixes": { "202602.13": "202602.13.6" // "x"\n | } }',
    '{ "hotfixes": { "202602.13"\n | } }',
    '{ "hotfixes": { "202602.13": "202602.13.6"| } }',
    '{ "hotfixes": { "202602.13": [|] } }',
    '{ "hotfixes": { "202602.13":| "202602.13.6" } }',
    '{ "version":|\n "202602.13.6" }',
    '{ "hotfixes": { "202602.13": | null } }',
    '{ "hotfixes": { "202602.13": | 7 } }',
    '{ "hotfixes": { /* "| */ } }',
    '{ "hotfixes": {\n // for 202602.|\n } }',
    '{ "hotfixes": {\n // see "|\n "202604.13": "202604.13.2" } }',
    '{ "hotfixes": { /* see "|',
  ])('offers nothing where nothing can be inserted: %s', async (marked) => {
    await start();
    expect(await complete(marked)).toEqual([]);
  });

  it.each([
    [
      '{ "hotfixes": { |"202604.13": "202604.13.2" } }',
      '{ "hotfixes": { "202608.14": "202608.14.1","202604.13": "202604.13.2" } }',
    ],
    ['{ "hotfixes": { /* " */ "|" } }', '{ "hotfixes": { /* " */ "202608.14": "202608.14.1" } }'],
    [
      '{ "hotfixes": { "202602.13": "|" "202604.13": "202604.13.2" } }',
      '{ "hotfixes": { "202602.13": "202602.13.6", "202604.13": "202604.13.2" } }',
    ],
    [
      '{ "hotfixes": { "202602.13": |"202604.13": "202604.13.2" } }',
      '{ "hotfixes": { "202602.13": "202602.13.6","202604.13": "202604.13.2" } }',
    ],
    [
      '{ "hotfixes": { "202602.13": "|"\n"202604.13": "202604.13.2" } }',
      '{ "hotfixes": { "202602.13": "202602.13.6",\n"202604.13": "202604.13.2" } }',
    ],
    [
      '{ "hotfixes": { "202602.13": "202602.13.6"\n | } }',
      '{ "hotfixes": { "202602.13": "202602.13.6",\n "202608.14": "202608.14.1" } }',
    ],
    [
      '{ "hotfixes": { "202602.13": "202602.13.6" \r\n\r\n\t"2026|" } }',
      '{ "hotfixes": { "202602.13": "202602.13.6", \r\n\r\n\t"202608.14": "202608.14.1" } }',
    ],
    ['{ "hotfixes": { }\n | }', '{ "hotfixes": { },\n "version": "" }'],
  ])('inserts a missing comma, and ignores quotes of other strings: %s', async (marked, after) => {
    await start();
    expect((await complete(marked))[0]?.after).toBe(after);
  });

  it.each([
    '{ "hotfixes": { "202602.13": |"202602.13." } }',
    '{ "hotfixes": { "202602.13": |null } }',
    '{ "hotfixes": { "202602.13": null| } }',
    '{ "hotfixes": { "202602.13": 2026| } }',
    '{ "hotfixes": { "202602.13": 202602.1|3.2 } }',
    '{ "hotfixes": { "202602.13": v202602| } }',
  ])('replaces a value, and a word without quotes: %s', async (marked) => {
    await start();
    const after = '{ "hotfixes": { "202602.13": "202602.13.6" } }';
    expect((await complete(marked))[0]?.after).toBe(after);
  });

  it.each(['{ "hotfixes": { 2026| } }', '{ "hotfixes": { v202608.14|.2 } }'])(
    'makes an entry of a word without quotes: %s',
    async (marked) => {
      await start();
      expect((await complete(marked))[0]?.after).toBe('{ "hotfixes": { "202608.14": "202608.14.1" } }');
    },
  );

  it('offers no base that is listed below the entry that is begun', async () => {
    await start();
    const listed = '"202604.13": "202604.13.2", "202608.14": "202608.14.2"';
    for (const begun of ['"|"', '"2026|"', '2026|']) {
      const found = await complete(`{ "hotfixes": { ${begun} ${listed} } }`);
      expect(found.map(({ label }) => label)).toEqual(['202602.13']);
      expect(found[0]?.after).toBe(`{ "hotfixes": { "202602.13": "202602.13.6", ${listed} } }`);
    }
  });

  it('offers for a value the next patch, then what the file names already for that base', async () => {
    await start();
    const found = await complete(
      '{ "scripts_version": "202602.13.9", "hotfixes": { "202602.13": "202602.|" } }',
    );
    expect(found.map(({ label }) => label)).toEqual(['202602.13.10', '202602.13.9']);
    expect(found[0]?.after).toBe(
      '{ "scripts_version": "202602.13.9", "hotfixes": { "202602.13": "202602.13.10" } }',
    );
  });

  it('offers for "version" the next patch of the newest bases', async () => {
    await start();
    const found = await complete('{ "version": "|" }');
    expect(found.map(({ label }) => label)).toEqual(['202608.14.1', '202604.13.1', '202602.13.6']);
    const order = found.map(({ item }) => item.sortText ?? '');
    expect(order).toEqual(order.toSorted());
    expect(new Set(order).size).toBe(3);
  });

  it('offers for "version" its own base first', async () => {
    await start();
    const found = await complete('{ "version": "202602.13.|1" }');
    expect(found.map(({ label }) => label)).toEqual(['202602.13.6', '202608.14.1', '202604.13.1']);
  });

  it('explains an item only when it is resolved', async () => {
    await start();
    const [, second] = await complete('{ "hotfixes": { "202604.13": "202604.13.2", | } }');
    expect(second?.item.documentation).toBeUndefined();
    const resolved = await client.connection.sendRequest(
      CompletionResolveRequest.type,
      second?.item ?? { label: '' },
    );
    expect((resolved.documentation as MarkupContent).value).toContain(
      'This entry upgrades 3 of 3 known baked versions of 202602.13 to 202602.13.6.',
    );
  });

  it.each([
    ['{ "version": "202602.|" }', '"version" upgrades 3 of 3 known baked versions'],
    [
      '{ "scripts_version": "202602.|" }',
      '"scripts_version" upgrades the scripts of 3 of 3 known baked versions',
    ],
  ])('says of %s what that field does', async (marked, said) => {
    await start();
    const found = await complete(marked);
    const item = found.find(({ label }) => label === '202602.13.6')?.item ?? { label: '' };
    const resolved = await client.connection.sendRequest(CompletionResolveRequest.type, item);
    expect((resolved.documentation as MarkupContent).value).toContain(said);
  });

  it('has no answer for other fields', async () => {
    await start();
    expect(await complete('{ "hotfixes": {}, "note": "|" }')).toEqual([]);
  });
});
