import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { textsIn } from '../../scripts/generate/client-strings.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const strings = (path: string): Readonly<Record<string, string>> => JSON.parse(read(path));

/** The same word in both languages. */
const shared = ['Image', 'Images: {0}'];

const pairs = [
  { of: 'the manifest', english: strings('package.nls.json'), german: strings('package.nls.de.json') },
  {
    of: 'the client and its picture',
    english: strings('l10n/bundle.l10n.json'),
    german: strings('l10n/bundle.l10n.de.json'),
  },
];

/** What a translation must not lose: places for values, links to commands, code and names in bold. */
function fixedParts(text: string): string[] {
  return (text.match(/\{\d+\}|\(command:[^)]*\)|`[^`]*`|\*\*[^*]*\*\*|Default: \w+|Standard: \w+/g) ?? [])
    .map((part) => part.replace('Standard', 'Default'))
    .filter((part) => part !== 'Default: on' && part !== 'Default: an')
    .sort();
}

describe.each(pairs)('the German of $of', ({ english, german }) => {
  it('is there for each English text, and for nothing else', () => {
    expect(Object.keys(german)).toEqual(Object.keys(english));
  });

  it.each(Object.keys(english))('says %j in German, with what must stay', (key) => {
    const [text, translated = ''] = [english[key] ?? '', german[key]];
    if (!shared.includes(text)) expect(translated).not.toBe(text);
    expect(fixedParts(translated)).toEqual(fixedParts(text));
  });
});

describe('the manifest', () => {
  const manifest: Record<string, unknown> = JSON.parse(read('package.json'));
  const keys = [...read('package.json').matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key);

  it('takes every text from the strings, and uses each of them', () => {
    expect([...new Set(keys)].sort()).toEqual(Object.keys(strings('package.nls.json')).sort());
  });

  it('has no text of its own but the name, and what only a language model reads', () => {
    const names = new Set([
      'displayName',
      'description',
      'title',
      'label',
      'category',
      'markdownDescription',
    ]);
    const written: string[] = [];
    const visit = (value: unknown, name: string) => {
      if (name === 'inputSchema') return;
      if (typeof value === 'string' && names.has(name) && !/^%.+%$/.test(value)) written.push(value);
      if (typeof value !== 'object' || value === null) return;
      for (const [key, inner] of Object.entries(value)) visit(inner, Array.isArray(value) ? name : key);
    };
    visit(manifest, '');
    expect([...new Set(written)]).toEqual(['Hotfix Config']);
  });
});

describe('the walkthrough', () => {
  it('has each page in German too, with the same picture and the same settings', () => {
    const pages = readdirSync(join(root, 'docs/walkthrough'));
    const english = pages.filter((page) => !page.endsWith('.nls.de.md'));
    expect(pages.filter((page) => page.endsWith('.nls.de.md'))).toEqual(
      english.map((page) => page.replace('.md', '.nls.de.md')),
    );
    const fixed = (page: string) => read(`docs/walkthrough/${page}`).match(/\]\([^)]*\)|```.+?```/gs);
    for (const page of english) expect(fixed(page.replace('.md', '.nls.de.md'))).toEqual(fixed(page));
  });
});

describe('the search for texts in the sources', () => {
  it('finds those that are written out', () => {
    const source = `l10n.t('One'); l10n.t(\n  "It's {0}",\n  2); l10n.nodes('It\\'s {0}', three);`;
    expect(textsIn('a.ts', source)).toEqual(['One', "It's {0}", "It's {0}"]);
  });

  it.each(['l10n.t(message)', 'l10n.t(`One`)', 'l10n.t({ message: "One" })'])('refuses %s', (call) => {
    expect(() => textsIn('a.ts', `\n${call};`)).toThrow('a.ts:2: a translated text must be one string');
  });
});
