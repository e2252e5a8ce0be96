import { afterEach, describe, expect, it } from 'vitest';
import type {
  CompletionItem,
  DidChangeWatchedFilesRegistrationOptions,
  MarkupContent,
} from 'vscode-languageserver-protocol';
import {
  CompletionRequest,
  CompletionResolveRequest,
  DefinitionRequest,
  DidChangeWatchedFilesNotification,
  HoverRequest,
  InlayHintRequest,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type ClientOptions, pulling, rangeOf, TestClient } from '../support/lsp-client.ts';

const root = 'file:///repo';
const uri = `${root}/parts/hotfix.json`;
const notes = `${root}/vhdbuilder/release-notes`;
const records = [
  `${notes}/AKSUbuntu/gen2/2204containerd/202602.13.0.txt`,
  `${notes}/AKSAzureLinuxV3/gen2arm64/202602.13.2.txt`,
  `${notes}/AKSUbuntu/gen2/2204containerd/202602.13.2.txt`,
  `${notes}/AKSUbuntu/gen2/2204containerd/202602.13.5.txt`,
  `${notes}/AKSUbuntu/gen2/2204containerd/202604.13.0.txt`,
];
const noise = [
  `${notes}/AKSWindows/2022-containerd/202602.13.9.txt`,
  `${notes}/AKSUbuntu/gen2/2204containerd/latest.txt`,
  `${notes}/AKSUbuntu/gen2/2204containerd/202602.13.7-image-list.json`,
  `${notes}/AKSUbuntu/gen2/2204containerd/202602.13.8-trivy-images-table.txt`,
];
const current = new Map([
  [`${root}/pkg/agent/datamodel/linux_sig_version.json`, '{ "version": "202608.14.0" }'],
]);
const recorded = new Map([...[...records, ...noise].map((file): [string, string] => [file, '']), ...current]);

let client: TestClient;
afterEach(() => client.stop());

async function start(options: ClientOptions = {}): Promise<TestClient> {
  client = await TestClient.start({
    folders: [root],
    files: recorded,
    capabilities: {
      ...pulling,
      textDocument: {
        ...pulling.textDocument,
        hover: { contentFormat: ['markdown', 'plaintext'] },
        completion: { completionItem: { resolveSupport: { properties: ['documentation'] } } },
      },
    },
    ...options,
  });
  return client;
}

/** Opens a text whose `|` is the cursor, and waits for the catalogue: first findings come without it. */
async function openAt(marked: string, waitForCatalogue = true) {
  const text = marked.replace('|', '');
  await client.open(uri, text);
  await client.pull(uri);
  if (waitForCatalogue) await client.until(() => client.refreshes > 0);
  const position = TextDocument.create(uri, 'json', 0, text).positionAt(marked.indexOf('|'));
  return { text, position };
}

async function hover(marked: string, waitForCatalogue = true): Promise<string> {
  const { position } = await openAt(marked, waitForCatalogue);
  const found = await client.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
  return (found?.contents as MarkupContent | undefined)?.value ?? '';
}

// An exclamation mark has an effect only before a bracket.
const activeMarkup = /(?<!\\)[[`*]|<|\u202e|https:\/\/|www\./;

describe('hover', () => {
  it.each([
    '{ "hotfixes": { "2026|02.13": "202602.13.5" } }',
    '{ "hotfixes": { "202602.13": "202602.13|.5" } }',
  ])('says what every known baked version of the base does: %s', async (marked) => {
    await start();
    expect(await hover(marked)).toBe(
      [
        'This entry upgrades 2 of 3 known baked versions of 202602.13 to 202602.13.5. Supported until 2026-08-13.',
        '',
        '| baked version | a node | images |',
        '| --- | --- | --- |',
        '| 202602.13.0 | upgrades to 202602.13.5 | Ubuntu 22.04 gen2 |',
        '| 202602.13.2 | upgrades to 202602.13.5 | Azure Linux v3 arm64 gen2, Ubuntu 22.04 gen2 |',
        '| 202602.13.5 | stays: already at this patch | Ubuntu 22.04 gen2 |',
      ].join('\n'),
    );
  });

  it.each([
    [
      '{ "version|": "202602.13.3" }',
      '"version" upgrades 2 of 3 known baked versions of 202602.13 to 202602.13.3.',
    ],
    ['{ "scripts_version": "202602.13.3|" }', 'upgrades the scripts of 2 of 3 known baked versions'],
    ['{ "hotfix|es": { "202602.13": "202602.13.3", "202604.13": "" } }', '1 of 2 entries apply.'],
    ['{ "hotfix|es": { "202602.13": "202602.13.3" } }', '| 202602.13 | 202602.13.3 | upgrades 2 of 3 |'],
    ['{ "hotfixes": { "|202603.01": "202603.01.2" } }', 'No known baked version has base 202603.01.'],
    ['{ "hotfixes": { "|202602.13": "202602.13." } }', 'This entry is void: it upgrades no node.'],
    ['{ "hotfixes": { "|202602.13": "202602.13.0" } }', '| 202602.13.0 | stays: already at this patch |'],
    [
      '{ "hotfixes": { "|202604.13": "v202604.13.2" } }',
      '| 202604.13.0 | stays: no package is named v202604.13.2 |',
    ],
    ['{ "hotfixes": { "|202602.30": "202602.30.1" } }', 'This entry is void: it upgrades no node.'],
    [
      '{ "hotfixes": { "|202602.13": "202602.13.3" }, }',
      'This entry is void: nodes cannot read this file (line 1).',
    ],
    ['{\r "|version": "202602.13.3",\r}', '"version" is void: nodes cannot read this file (line 2).'],
    ['{ "|version": "202602.13.3", "hotfixes": { "202604.13": "202604.13.1" } }', '"version" is void'],
  ])('of %s says: %s', async (marked, said) => {
    await start();
    expect(await hover(marked)).toContain(said);
  });

  it.each(['"hotf|ixes": { "LONG": "LONG" }', '"hotfixes": { "|202604.13": "202604.13.1-LONG" }'])(
    'is short for a long key and version: %s',
    async (entry) => {
      await start();
      const said = await hover(`{ ${entry.replaceAll('LONG', 'x'.repeat(5000))} }`);
      expect(said).toContain('xx…');
      expect(said.length).toBeLessThan(500);
    },
  );

  it('states the rule where no baked version is known', async () => {
    await start({ files: new Map() });
    expect(await hover('{ "hotfixes": { "|202604.01": "202604.01.3" } }')).toBe(
      'This entry upgrades nodes baked with 202604.01.0 to 202604.01.2. Supported until 2026-10-01.',
    );
  });

  it.each(['[x](command:evil)', '<img src=x>', '`code`', '\\u202e', 'a|b', 'https://e.x', '![i](x)'])(
    'shows %s from a file letter for letter, never as markup',
    async (value) => {
      await start();
      const text = await hover(
        `{ "hotfixes": { "202602.13": "${value}\u0001" } }`
          .replace('"202602', '"|202602')
          .replace('\u0001', ''),
      );
      expect(text).toContain('This entry is void');
      expect(text).not.toMatch(/(?<!\\)\[|<|(?<!\\)`|\u202e|https:\/\/|(?<!\\)!/);
    },
  );

  const markup = [
    '[x](command:evil)',
    '<img src=x>',
    '`code`',
    'a|b',
    '![i](x)',
    '**b**',
    'www.e.x',
    'a\nb',
    '\u202eb',
  ];

  it.each(markup)('shows %j from a key letter for letter, never as markup', async (key) => {
    await start();
    const [, , , , row = '', ...more] = (
      await hover(`{ "hotf|ixes": { ${JSON.stringify(key)}: "x" } }`)
    ).split('\n');
    expect(more).toEqual([]);
    expect(row).not.toMatch(activeMarkup);
  });

  it.each(markup)('shows %j from the name of a folder letter for letter, never as markup', async (name) => {
    const file = `${notes}/AKS${encodeURIComponent(name)}/gen2/2204containerd/202602.13.0.txt`;
    await start({ files: new Map([[file, '']]) });
    const [, , , , row = '', , images = '', ...more] = (
      await hover('{ "hotfixes": { "2026|02.13": "202602.13.5" } }')
    ).split('\n');
    expect([row, more]).toEqual(['| 202602.13.0 | upgrades to 202602.13.5 |', []]);
    expect(images).toContain('22.04 gen2');
    expect(images).not.toMatch(activeMarkup);
  });

  it.each(markup)('shows %j in a table of images letter for letter, never as markup', async (name) => {
    const file = `${notes}/AKS${encodeURIComponent(name)}/gen2/2204containerd/202602.13.0.txt`;
    const other = `${notes}/AKSUbuntu/gen2/2204containerd/202602.13.1.txt`;
    await start({ files: new Map([file, other].map((uri) => [uri, ''])) });
    const [, , , , row = '', , ...more] = (
      await hover('{ "hotfixes": { "2026|02.13": "202602.13.5" } }')
    ).split('\n');
    expect(more).toEqual([]);
    expect(row).toContain('22.04 gen2');
    expect(row).not.toMatch(activeMarkup);
  });

  it.each([
    ['{ "hotfixes": { "2026|02.13": "202603.01.1" } }', '"202603.01.1" is not a version of base "202602.13"'],
    ['{ "hotfixes": { "2026|02.13": "202602.13.1" }, }', 'nodes cannot read this file (line 1)'],
  ])('says why an entry is void although the rule is off: %s', async (marked, why) => {
    await start({ settings: () => ({ rules: { 'base-mismatch': 'off', 'json-syntax': 'off' } }) });
    expect(await hover(marked)).toContain(why);
    expect(await client.rulesAt(uri)).toEqual([]);
  });

  it('shows no nodes of another entry for one that a later one replaces', async () => {
    await start();
    const said = await hover('{ "hotfixes": { "2026|02.13": "202602.13.1", "202602.13": "202602.13.6" } }');
    expect(said).toContain('This entry is void: it upgrades no node.');
    expect(said).not.toContain('upgrades to');
  });

  it('says that a later null empties the map of an entry', async () => {
    await start();
    expect(await hover('{ "hotfixes": { "2026|02.13": "202602.13.1" }, "hotfixes": null }')).toContain(
      'This entry is void: it upgrades no node.',
    );
  });

  it('does not repeat a finding that is shown', async () => {
    await start({ settings: () => ({ rules: { 'base-mismatch': 'hint' } }) });
    const said = await hover('{ "hotfixes": { "2026|02.13": "202603.01.1" } }');
    expect(said).toContain('This entry is void: it upgrades no node.');
    expect(said).not.toContain('202603.01.1');
  });

  it.each([
    ['2026-08-13', 'Supported until 2026-08-13.'],
    ['2026-08-14', 'Support ended on 2026-08-13.'],
  ])('names the end of support, on %s', async (today, said) => {
    await start({ today });
    expect(await hover('{ "hotfixes": { "2026|02.13": "202602.13.6" } }')).toContain(said);
  });

  it('lists faulty entries first, of an entry too many the sound ones are left out', async () => {
    await start();
    const sound = Array.from(
      { length: 60 },
      (_, i) => `"${202001 + i * 100}.01": "${202001 + i * 100}.01.1"`,
    );
    const said = await hover(`{ "hotf|ixes": { ${sound.join(', ')}, "april": "x" } }`);
    expect(said).toContain('60 of 61 entries apply.\n\n50 of 61, faulty ones first:');
    expect(said.split('\n').filter((line) => line.startsWith('| '))[2]).toBe('| april | x | void |');
  });

  it('names images below the table where all baked versions have the same', async () => {
    const folder = `${notes}/AKSUbuntu/gen2/2204containerd`;
    await start({ files: new Map([0, 1].map((patch) => [`${folder}/202602.13.${patch}.txt`, ''])) });
    expect((await hover('{ "hotfixes": { "2026|02.13": "202602.13.1" } }')).split('\n').slice(2)).toEqual([
      '| baked version | a node |',
      '| --- | --- |',
      '| 202602.13.0 | upgrades to 202602.13.1 |',
      '| 202602.13.1 | stays: already at this patch |',
      '',
      'Images: Ubuntu 22.04 gen2.',
    ]);
  });

  it('has a line for each entry in plain text too, for a file with line breaks and reordering marks', async () => {
    await start({ capabilities: pulling });
    const text = await hover(
      String.raw`{ "hotf|ixes": { "a\n202602.13: 9": "1\r\n2", "b\u202e\u2028c": "3" } }`,
    );
    expect(text.split('\n')).toEqual(['0 of 2 entries apply.', 'a 202602.13: 9: 1 2: void', 'b c: 3: void']);
  });

  it('is plain text for a client that knows no Markdown', async () => {
    await start({ capabilities: pulling });
    expect(await hover('{ "hotfixes": { "|202604.13": "202604.13.2" } }')).toBe(
      'This entry upgrades 1 of 1 known baked version of 202604.13 to 202604.13.2. Supported until 2026-10-13.\n202604.13.0: upgrades to 202604.13.2\nImages: Ubuntu 22.04 gen2.',
    );
  });
});

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
    await start();
    expect(await hints(text)).toEqual(['upgrades 1 of 1', 'upgrades 2 of 3', 'no known node', 'void']);
  });

  it('are requested again when the baked versions are known', async () => {
    await start();
    await openAt(`${text}|`);
    await client.until(() => client.hintRefreshes === 1);
  });

  it('only mark void entries if no baked version is known', async () => {
    await start({ files: new Map() });
    expect(await hints(text)).toEqual(['void']);
  });

  it('can be turned off', async () => {
    await start({ settings: () => ({ inlayHints: false }) });
    expect(await hints(text)).toEqual([]);
  });
});

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
    '{ "hotfixes": { "202602.13": "202602.13.6"\n | } }',
    '{ "hotfixes": { "202602.13": "202602.13.6"\n "|" } }',
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

describe('definition', () => {
  it('leads from a base to the release notes of its baked versions', async () => {
    await start();
    const { position } = await openAt('{ "hotfixes": { "2026|02.13": "202602.13.6" } }');
    const found = await client.connection.sendRequest(DefinitionRequest.type, {
      textDocument: { uri },
      position,
    });
    expect([found].flat().map((place) => (place && 'uri' in place ? place.uri : undefined))).toEqual(
      records.slice(0, 4),
    );
  });

  it('leads from a version that is a baked one itself to the release notes of that one', async () => {
    await start();
    const { position } = await openAt('{ "hotfixes": { "202602.13": "202602.13|.5" } }');
    const found = await client.connection.sendRequest(DefinitionRequest.type, {
      textDocument: { uri },
      position,
    });
    const of5 = records.filter((record) => record.endsWith('202602.13.5.txt'));
    expect([found].flat().map((place) => (place && 'uri' in place ? place.uri : undefined))).toEqual(of5);
    expect(of5.length).toBeGreaterThan(0);
  });

  it.each([
    ['{ "hotfixes": { "2026|02.13": "202602.13.6" } }', '"202602.13"'],
    ['{ "vers|ion": "202602.13.6" }', '"version"'],
    ['{ "version": "2026|02.13.6" }', '"202602.13.6"'],
  ])('underlines the whole key or value for a client that takes links: %s', async (marked, origin) => {
    await start({
      capabilities: {
        ...pulling,
        textDocument: { ...pulling.textDocument, definition: { linkSupport: true } },
      },
    });
    const { text, position } = await openAt(marked);
    const found = await client.connection.sendRequest(DefinitionRequest.type, {
      textDocument: { uri },
      position,
    });
    expect([found].flat()).toMatchObject(
      records.slice(0, 4).map((targetUri) => ({ targetUri, originSelectionRange: rangeOf(text, origin) })),
    );
  });

  it('leads to the project file for a baked version that is written down there', async () => {
    const project = `${root}/.hotfixrc.json`;
    await start({
      files: new Map([[project, '{ "bakedVersions": ["202602.13.0"], "bakedVersionsFrom": [] }']]),
    });
    const { position } = await openAt('{ "hotfixes": { "2026|02.13": "202602.13.6" } }');
    const found = await client.connection.sendRequest(DefinitionRequest.type, {
      textDocument: { uri },
      position,
    });
    expect([found].flat()).toMatchObject([{ uri: project }]);
  });
});

describe('the catalogue', () => {
  it('does not delay findings, which are updated when it has been read', async () => {
    await start();
    await client.open(uri, '{ "hotfixes": { "202603.01": "202603.01.2" } }');
    expect(await client.rulesAt(uri)).toEqual([]);
    await client.until(() => client.refreshes === 1);
    expect(await client.rulesAt(uri)).toEqual(['unknown-base']);
  });

  it('is another one for another folder', async () => {
    const other = 'file:///other/hotfix.json';
    await start({
      folders: [root, 'file:///other'],
      files: new Map([...recorded, ['file:///other/vhdbuilder/release-notes/x/202603.01.0.txt', '']]),
    });
    const text = '{ "hotfixes": { "202603.01": "202603.01.2" } }';
    await client.open(uri, text);
    await client.open(other, text);
    await client.pull(uri);
    await client.pull(other);
    await client.until(() => client.refreshes === 2);
    expect(await client.rulesAt(uri)).toEqual(['unknown-base']);
    expect(await client.rulesAt(other)).toEqual([]);
  });

  it('is read through the client, from the paths in the project file', async () => {
    await start({
      initializationOptions: { clientFiles: true },
      files: new Map([
        ...recorded,
        [
          `${root}/parts/.hotfixrc.json`,
          '{ "bakedVersionsFrom": ["images/list.json", "../up", "images/broken.json"] }',
        ],
        [`${root}/parts/images/list.json`, '[{ "version": "202603.01.0", "images": ["mine"] }]'],
        [`${root}/parts/images/broken.json`, '[7'],
      ]),
    });
    expect(await hover('{ "hotfixes": { "|202603.01": "202603.01.2" } }')).toContain(
      '| 202603.01.0 | upgrades to 202603.01.2 |\n\nImages: mine.',
    );
    const log = JSON.stringify(client.notifications);
    expect(log).toContain('images/broken.json');
    expect(log).toContain('../up');
  });

  it.each([
    ['a few', ['images/list.json', './notes [old]', '../up', '.']],
    ['as many and as deep as it takes', Array.from({ length: 100 }, (_, i) => `${i}/${'a/'.repeat(490)}x`)],
  ])('is watched with the same three patterns for any settings: %s', async (_, paths) => {
    await start({
      capabilities: {
        ...pulling,
        workspace: { ...pulling.workspace, didChangeWatchedFiles: { dynamicRegistration: true } },
      },
      files: new Map([[`${root}/.hotfixrc.json`, JSON.stringify({ bakedVersionsFrom: paths })]]),
    });
    await openAt('{ "hotfixes": { "202603.01": "202603.01.2" } }|');
    const watched = client.registered
      .filter(({ method }) => method === DidChangeWatchedFilesNotification.method)
      .flatMap(({ options }) => (options as DidChangeWatchedFilesRegistrationOptions).watchers)
      .map(({ globPattern, kind = 7 }) => `${globPattern} ${kind}`);
    // Of names, creation and deletion; of lists, also changes of their content.
    expect(watched).toEqual(['**/.hotfixrc.json 7', '**/*.json 2', '** 5']);
  });

  it('is searched again only after events for its possible paths and for project files', async () => {
    const paths = ['images/list.json', './notes [old]'];
    const files = new Map([[`${root}/.hotfixrc.json`, JSON.stringify({ bakedVersionsFrom: paths })]]);
    await start({ files, initializationOptions: { clientFiles: true } });
    await openAt('{ "hotfixes": { "202603.01": "202603.01.2" } }|');
    await client.until(() => client.refreshes > 0);
    const refreshesAfter = async (path: string) => {
      const before = client.refreshes;
      await client.changeFile(`${root}/${path}`);
      // The server's reactions to an event come before its later messages.
      await client.pull(uri);
      return client.refreshes - before;
    };
    for (const path of ['src/x.ts', 'list.jsonc', 'dist/deep/y.json', 'notes/202604.01.0.txt'])
      expect(await refreshesAfter(path), path).toBe(0);
    for (const path of [
      'images',
      'images/list.json',
      'notes%20%5Bold%5D/gen2/202604.01.0.txt',
      'x/.hotfixrc.json',
    ])
      expect(await refreshesAfter(path), path).toBeGreaterThan(0);
  });

  it('reports no unknown base during the search, even with versions in settings', async () => {
    let answer = () => {};
    const asked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await start({
      files: new Map([...recorded, [`${root}/.hotfixrc.json`, '{ "bakedVersions": ["202602.13.7"] }']]),
      initializationOptions: { clientFiles: true },
      searched: () => asked,
    });
    const marked = '{ "hotfixes": { "2026|04.13": "202604.13.1", "202602.13": "202602.13.6" } }';
    const rule = 'This entry upgrades nodes baked with 202604.13.0. Supported until 2026-10-13.';
    expect(await hover(marked, false)).toBe(rule);
    expect(await client.rulesAt(uri)).toEqual(['unsorted-entries']);
    // Versions in settings are known all the same.
    const written = '{ "hotfixes": { "2026|02.13": "202602.13.6" } }';
    expect(await hover(written, false)).toContain('| 202602.13.7 | stays: already at a higher patch |');
    expect(await client.rulesAt(uri)).toEqual([]);
    answer();
    await client.until(() => client.refreshes > 0);
    expect(await hover(marked, false)).toContain('upgrades 1 of 1 known baked version of 202604.13');
    expect(await client.rulesAt(uri)).toEqual(['unsorted-entries']);
  });

  it('keeps the known versions during the next search', async () => {
    const files = new Map(recorded);
    await start({ files });
    await openAt('{ "hotfixes": { "202603.01": "202603.01.2" } }|');
    const refreshes = client.refreshes;
    await client.changeFile(`${notes}/AKSUbuntu/gen2/2204containerd/202604.13.1.txt`);
    await client.until(() => client.refreshes > refreshes);
    expect(await client.rulesAt(uri)).toEqual(['unknown-base']);
  });

  it('knows of a file that came while it was being looked for', async () => {
    const files = new Map(recorded);
    let answer = () => {};
    const asked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await start({ files, initializationOptions: { clientFiles: true }, searched: () => asked });
    await client.open(uri, '{ "hotfixes": { "202603.01": "202603.01.2" } }');
    await client.pull(uri);
    await client.until(() => client.searches === 1);
    files.set(`${notes}/AKSUbuntu/gen2/2204containerd/202603.01.0.txt`, '');
    await client.changeFile(`${notes}/AKSUbuntu/gen2/2204containerd/202603.01.0.txt`);
    await client.pull(uri);
    // One after another: if files keep changing, none would ever end.
    expect(client.searches).toBe(1);
    answer();
    await client.until(() => client.searches === 2);
    await client.until(() => client.refreshes > 2);
    expect(await client.rulesAt(uri)).toEqual([]);
  });

  it('follows files that come', async () => {
    const files = new Map(recorded);
    await start({ files });
    await openAt('{ "hotfixes": { "202603.01": "202603.01.2" } }|');
    expect(await client.rulesAt(uri)).toEqual(['unknown-base']);
    files.set(`${notes}/AKSUbuntu/gen2/2204containerd/202603.01.0.txt`, '');
    const refreshes = client.refreshes;
    await client.changeFile(`${notes}/AKSUbuntu/gen2/2204containerd/202603.01.0.txt`);
    await client.until(() => client.refreshes > refreshes);
    await client.pull(uri);
    await client.until(() => client.refreshes > refreshes + 1);
    expect(await client.rulesAt(uri)).toEqual([]);
  });
});

describe('rules that know the catalogue', () => {
  const projectFile = `${root}/.hotfixrc.json`;
  const known = (...versions: string[]) =>
    new Map([[projectFile, JSON.stringify({ bakedVersions: versions, bakedVersionsFrom: [] })]]);

  it.each([
    ['a day that does not exist', '{ "hotfixes": { "202602.30": "202602.30.1" } }', ['impossible-date']],
    ['a version of another base', '{ "hotfixes": { "202602.13": "202604.13.1" } }', ['base-mismatch']],
    ['patch 0', '{ "hotfixes": { "202602.13": "202602.13.0" } }', ['never-upgrades']],
  ])('leave %s to the rule for that fault', async (_, text, rules) => {
    await start({ files: known('202602.13.0', '202602.13.3', '202604.13.1') });
    await openAt(`${text}|`);
    expect(await client.rulesAt(uri)).toEqual(rules);
  });

  it('offer three known bases for an unknown one, the nearest by its letters first, then by its day', async () => {
    await start({ files: known('202602.24.0', '202602.12.0', '202612.13.0', '202603.22.0', '202611.01.0') });
    const { text } = await openAt('{ "hotfixes": { "202602.13": "202602.13.1" } }|');
    const actions = await client.actions(uri, rangeOf(text, '202602.13'), ['quickfix']);
    expect(actions.map(({ title }) => title).filter((title) => title.includes('base'))).toEqual([
      'Change base to "202602.12"',
      'Change base to "202612.13"',
      'Change base to "202602.24"',
    ]);
  });

  it('take what the settings of the editor name instead of what AgentBaker records', async () => {
    await start({
      files: new Map([...recorded, [`${root}/images.json`, '["202603.01.0"]']]),
      settings: () => ({ bakedVersionsFrom: ['images.json'] }),
    });
    expect(await hover('{ "hotfixes": { "|202603.01": "202603.01.2" } }')).toContain('1 of 1');
  });
});

describe('rules that know a clock', () => {
  it('hint at a base past its support window, and no day earlier', async () => {
    for (const [today, rules] of [
      ['2026-08-13', []],
      ['2026-08-14', ['retired-base']],
    ] as const) {
      await start({ files: new Map(), today, settings: () => ({ rules: { 'retired-base': 'hint' } }) });
      await client.open(uri, '{ "hotfixes": { "202602.13": "202602.13.6" } }');
      expect(await client.rulesAt(uri)).toEqual(rules);
      if (today === '2026-08-13') await client.stop();
    }
  });

  it('use the months in the project file', async () => {
    const project = new Map([
      [
        `${root}/.hotfixrc.json`,
        '{ "supportWindowMonths": 7, "bakedVersionsFrom": [], "rules": { "retired-base": "hint" } }',
      ],
    ]);
    await start({ files: project, today: '2026-09-13' });
    await client.open(uri, '{ "hotfixes": { "202602.13": "202602.13.6" } }');
    expect(await client.rulesAt(uri)).toEqual([]);
  });

  it('do not offer to remove the last entry if nodes would then use "version"', async () => {
    await start({
      files: new Map(),
      today: '2026-12-31',
      settings: () => ({ rules: { 'retired-base': 'hint' } }),
    });
    const entry = '"hotfixes": { "202602.13": "202602.13.6" }';
    for (const [text, titles] of [
      [`{ ${entry} }`, ['Remove "202602.13"']],
      [`{ ${entry}, "version": "202611.01.1" }`, []],
    ] as const) {
      await client.open(uri, text);
      const actions = await client.actions(uri, rangeOf(text, '202602.13'), ['quickfix']);
      expect(actions.map(({ title }) => title).filter((title) => title.includes('202602'))).toEqual(titles);
      await client.close(uri);
    }
  });
});
