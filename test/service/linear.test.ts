import { describe, expect, it, vi } from 'vitest';
import { globMatcher } from '../../server/src/glob.ts';
import { Analysis, bundledRecordNow, Catalogue, noFile, type Version } from '../../server/src/model/index.ts';
import { fixesIn, refactoringsIn } from '../../server/src/service/answers/actions.ts';
import { codeLensOf } from '../../server/src/service/answers/code-lens.ts';
import { coverageOf } from '../../server/src/service/answers/coverage.ts';
import { hoverAt } from '../../server/src/service/answers/hover.ts';
import { inlayHintsIn } from '../../server/src/service/answers/inlay-hints.ts';
import { summarize } from '../../server/src/service/answers/status.ts';
import { check } from '../../server/src/service/findings/finding.ts';
import { fixAll } from '../../server/src/service/findings/fix-all.ts';
import { cleanConfig } from '../support/clean-config.ts';
import { catalogueOf, today } from '../support/markers.ts';
import { stepsOf } from '../support/steps.ts';

const options = { levels: {}, today };
/** All images of the bundled record. */
const recorded = new Catalogue([], { bundled: bundledRecordNow() });
const few = 200;
const times = 4;
/** Sorting four times as much takes a quarter more steps per item. */
const most = times * 1.4;

const lines = (count: number, line: (i: number) => string) =>
  `{ "hotfixes": {\n${Array.from({ length: count }, (_, i) => line(i)).join(',\n')}\n} }`;

const kinds: Readonly<Record<string, (size: number) => string>> = {
  'as releases write it': cleanConfig,
  'in descending order': (size) => cleanConfig(size).split(',\n').reverse().join(',\n'),
  'with one key again and again': (size) => lines(size, (i) => `"202604.01": "202604.01.${i + 1}"`),
  'with a fault in every entry': (size) => cleanConfig(size).replace(/: "2/g, ': " v3'),
  'with keys and values that need mending': (size) =>
    lines(size, (i) => `"2026${String((i % 12) + 1).padStart(2, '0')}.${(i % 9) + 1}": "v202604.1.0${i}"`),
  'with keys of one base that have a patch': (size) =>
    lines(size, (i) => `"202604.01.${i + 1}": "202604.01.${i + 1}"`),
  'with fields again and again': (size) =>
    `{ ${Array.from({ length: size }, (_, i) => `"version": "202604.01.${i}", "hotfixes": {}`).join(', ')} }`,
  'with keys that objects have by themselves': (size) =>
    lines(size, (i) => `"${['__proto__', 'constructor', 'toString'][i % 3]}": "202604.01.${i}"`),
  // Fewer: of more than a thousand syntax faults, the later ones are fixed in later rounds.
  'with comments and commas too many': (size) => `{ ${'/* why */ "a": [1,], // so\n'.repeat(size / 4)} }`,
  'full of escapes and white space': (size) =>
    lines(size, (i) => `"\\u0020202604.01": "202604.\\u00301.${i}${' '.repeat(20)}"`),
  'of nothing but retired bases': (size) =>
    lines(size, (i) => {
      const base = `${1000 + Math.floor(i / 12)}${String(1 + (i % 12)).padStart(2, '0')}.01`;
      return `"${base}": "${base}.1"`;
    }),
  'on one line, of nothing but brackets': (size) => `{ "a": ${'[{"b":'.repeat(size)}`,
  'that is broken half way': (size) => cleanConfig(size).slice(0, size * 15),
};

function lookAt(text: string): void {
  const analysis = new Analysis(text);
  for (const finding of check(analysis, options)) finding.fixes();
  fixAll(analysis, options);
  summarize(analysis);
  const catalogue = Catalogue.empty;
  coverageOf(analysis, { catalogue, today });
  codeLensOf(analysis, { catalogue: recorded, today, before: noFile, revision: 'HEAD' });
  inlayHintsIn(analysis, { start: 0, end: text.length }, catalogue);
  summarize(analysis, recorded);
  inlayHintsIn(analysis, { start: 0, end: text.length }, recorded);
}

describe('the work that a config takes', () => {
  it.each(Object.entries(kinds))('grows no faster than the config: one %s', async (_, configOf) => {
    const [small, large] = [configOf(few), configOf(few * times)];
    // Work that is done once belongs to neither.
    lookAt(small);
    const [less, more] = [await stepsOf(() => lookAt(small)), await stepsOf(() => lookAt(large))];
    expect(less).toBeGreaterThan(10);
    expect(more / less).toBeLessThan(most);
  });

  it.each([
    ['duplicates of one key', (i: number) => `"202604.01": "202604.01.${i + 1}"`],
    ['misspellings of one key', (i: number) => `"${' '.repeat(i + 1)}202604.01": "202604.01.${i + 1}"`],
    ['fields beside them', (i: number) => `"202605.30": "202604.01.${i + 1}"`],
  ])('grows no faster than a config of %s and the record of their base together', async (_, line) => {
    const hintsOf = (size: number) => {
      const text = lines(size, line);
      const versions = Array.from({ length: size }, (_, i) => `202604.01.${i}`);
      return { text, catalogue: catalogueOf(versions) };
    };
    const look = ({ text, catalogue }: ReturnType<typeof hintsOf>) => {
      const analysis = new Analysis(text);
      inlayHintsIn(analysis, { start: 0, end: text.length }, catalogue);
      hoverAt(analysis, 3, { ...options, catalogue }, () => []);
      coverageOf(analysis, { catalogue, today });
      summarize(analysis);
    };
    const [small, large] = [hintsOf(few), hintsOf(few * times)];
    look(small);
    const [less, more] = [await stepsOf(() => look(small)), await stepsOf(() => look(large))];
    expect(less).toBeGreaterThan(10);
    expect(more / less).toBeLessThan(most);
  });

  it('is constant for the actions at one range, for any number of faults', async () => {
    const configOf = (size: number) =>
      lines(size, (i) => `"202604.${1 + (i % 9)}": "v202604.0${1 + (i % 9)}.${i + 1}"`);
    const ask = (size: number) => {
      const analysis = new Analysis(configOf(size));
      const findings = check(analysis, options);
      const at = { start: analysis.source.text.length / 2, end: analysis.source.text.length / 2 };
      const look = () => {
        fixesIn(findings, at, at);
        refactoringsIn(analysis, at);
      };
      look();
      return stepsOf(look);
    };
    const [less, more] = [await ask(few), await ask(few * times)];
    expect(more / less).toBeLessThan(1.4);
  });

  it('does not grow with the folders in a path for a glob with only a file name', async () => {
    const matches = globMatcher(`**/${'*a'.repeat(40)}b.json`);
    const name = `${'a'.repeat(80)}.json`;
    const look = (folders: number) => () => void matches(`${'folder/'.repeat(folders)}${name}`);
    look(1)();
    expect(await stepsOf(look(400))).toBe(await stepsOf(look(1)));
  });

  it('grows no faster than the glob, even if it is ambiguous', async () => {
    const path = `folder/${'a'.repeat(200)}`;
    const look = (stars: number) => () => void globMatcher(`folder/${'*a'.repeat(stars)}b`)(path);
    look(1)();
    const [less, more] = [await stepsOf(look(100)), await stepsOf(look(400))];
    expect(more / less).toBeLessThan(most);
  });

  it.each([
    ['many parts of any length', '*a'.repeat(10)],
    ['a long text', `*${'a'.repeat(199)}b`],
    ['many alternatives', `*{${'a,ab,aab,'.repeat(19)}b}`],
  ])('for a name, does not grow with the glob if many names are similar: %s', async (_, glob) => {
    const names = Array.from({ length: 20 }, (_, i) => `${'a'.repeat(200 + i)}.json`);
    const matches = globMatcher(glob);
    matches(names.at(-1) ?? '');
    expect(await stepsOf(() => void names.map(matches))).toBeLessThan(20 * 225 * 3);
  });

  it('grows no faster than the images of one baked version', () => {
    // The engine's own work does not count as steps. The sorted items are counted instead.
    const sort = vi.spyOn(Array.prototype, 'sort');
    const images = Array.from({ length: few }, (_, i) => `AKSUbuntu/${String(i).padStart(4, '0')}`);
    const version = '202604.01.0' as Version;
    const { all } = new Catalogue(images.map((image) => ({ version, images: [image], records: [image] })));
    const sorted = sort.mock.contexts.reduce<number>((sum, list) => sum + (list as unknown[]).length, 0);
    sort.mockRestore();
    expect(all).toEqual([{ version, images, records: images }]);
    expect(sorted).toBeLessThan(3 * few);
  });

  it('is counted, so that work for every pair of entries would show', async () => {
    const pairs = (text: string) => {
      const { versionProperties } = new Analysis(text);
      for (const property of versionProperties)
        for (const other of versionProperties) if (property !== other) summarize(new Analysis(''));
    };
    const [less, more] = [
      await stepsOf(() => pairs(cleanConfig(20))),
      await stepsOf(() => pairs(cleanConfig(80))),
    ];
    expect(more / less).toBeGreaterThan(most);
  });
});
