import { afterEach, describe, expect, it } from 'vitest';
import { pulling } from '../support/lsp-client.ts';
import { client, hover, notes, start, stop, uri } from '../support/repository-client.ts';

afterEach(stop);

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
        '| Baked version | Outcome | Images |',
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

  it('lists entries that upgrade no known node after void ones, before the others', async () => {
    await start();
    const said = await hover(
      '{ "hotf|ixes": { "202602.13": "202602.13.9", "202604.13": "202604.13.0", "202604.14": "202604.14.1", "april": "x" } }',
    );
    expect(said.split('\n').flatMap((line) => /^\| (\d{6}\.\d\d|april) /.exec(line)?.[1] ?? [])).toEqual([
      '202604.13',
      'april',
      '202602.13',
      '202604.14',
    ]);
  });

  it('names images below the table where all baked versions have the same', async () => {
    const folder = `${notes}/AKSUbuntu/gen2/2204containerd`;
    await start({ files: new Map([0, 1].map((patch) => [`${folder}/202602.13.${patch}.txt`, ''])) });
    expect((await hover('{ "hotfixes": { "2026|02.13": "202602.13.1" } }')).split('\n').slice(2)).toEqual([
      '| Baked version | Outcome |',
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
