import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  Analysis,
  baseOf,
  binaryVerdict,
  isCalendarDate,
  isVersion,
  scriptsVerdict,
  type Verdict,
  type Version,
} from '../../../server/src/model/index.ts';
import { coverageOf } from '../../../server/src/service/answers/coverage.ts';
import { stepsOf } from '../../../server/src/service/answers/node-steps.ts';
import { bakedVersions, documents } from '../../support/documents.ts';
import { catalogueOf, today } from '../../support/markers.ts';
import { runs } from '../../support/runs.ts';

const catalogue = catalogueOf(bakedVersions);

function outcomes(text: string): string[] {
  const { bases } = coverageOf(new Analysis(text), { catalogue: catalogueOf(known), today });
  return bases.flatMap(({ baked }) => baked.map(({ version, outcome }) => `${version} ${outcome}`));
}
const known = ['202604.01.0', '202604.01.3', '202605.30.0', '202607.20.1'];

describe('the coverage of a config', () => {
  it('says for every known baked version what a node does', () => {
    const config = '{ "hotfixes": { "202604.01": "202604.01.3", "202605.30": "202604.01.9" } }';
    expect(outcomes(config)).toEqual([
      '202604.01.0 upgrades',
      '202604.01.3 already-there',
      '202605.30.0 void',
      '202607.20.1 not-listed',
    ]);
  });

  it.each([
    ['{ "version": "202604.01.2" }', ['upgrades', 'already-there', 'not-listed', 'not-listed']],
    ['{', ['unreadable', 'unreadable', 'unreadable', 'unreadable']],
    ['{}', ['not-listed', 'not-listed', 'not-listed', 'not-listed']],
  ])('of %s', (config, expected) => {
    expect(outcomes(config).map((line) => line.split(' ')[1])).toEqual(expected);
  });

  it('names bases that only the config knows, and which are past their support window', () => {
    const analysis = new Analysis('{ "hotfixes": { "202512.06": "202512.06.1" } }');
    const { bases } = coverageOf(analysis, { catalogue: catalogueOf(known), today });
    expect(bases[0]).toMatchObject({
      base: '202512.06',
      supportedUntil: '2026-06-06',
      retired: true,
      baked: [],
    });
    expect(bases.filter(({ retired }) => retired)).toHaveLength(1);
  });
});

describe('a version that no package can have', () => {
  it.each([
    '{ "version": "202604.01.9+b" }',
    '{ "version": "v202604.01.9" }',
    '{ "hotfixes": { "202604.01": "202604.01.9-x" } }',
  ])('is void, and the entry of its base: %s', (text) => {
    const analysis = new Analysis(text);
    const { bases } = coverageOf(analysis, { catalogue: catalogueOf(known), today });
    const [base] = bases;
    expect(base?.entry?.isVoid).toBe(true);
    expect(base?.baked.map(({ outcome }) => outcome)).toEqual(['void', 'void']);
    const { isVoid, steps } = stepsOf(analysis, '202604.01.0', 'binary');
    expect(isVoid).toBe(true);
    expect(steps.at(-1)?.text).toContain('there is none, since releases write versions otherwise');
  });

  it('applies scripts, which have no package', () => {
    const analysis = new Analysis('{ "scripts_version": "v202604.01.9" }');
    const { bases } = coverageOf(analysis, { catalogue: catalogueOf(known), today });
    expect(bases[0]?.baked.map(({ scriptsTo }) => scriptsTo)).toEqual(['v202604.01.9', 'v202604.01.9']);
    const { isVoid, steps } = stepsOf(analysis, '202604.01.0', 'scripts');
    expect([isVoid, steps.filter(({ text }) => text.includes('package'))]).toEqual([false, []]);
  });
});

describe('picture and nodeSteps', () => {
  it('give the model’s answer for every baked version', () => {
    fc.assert(
      fc.property(documents, (text) => {
        const analysis = new Analysis(text);
        const { config } = analysis;
        const { bases } = coverageOf(analysis, { catalogue, today });
        for (const { version, to, scriptsTo, ...seen } of bases.flatMap(({ baked }) => baked)) {
          const [binary, scripts] = [binaryVerdict(config, version), scriptsVerdict(config, version)];
          // No release can have a package with this name.
          const inVain = ({ upgrade, resolved }: Verdict) => upgrade && !isVersion(resolved);
          const isDay = isCalendarDate(baseOf(version as Version));
          expect(seen.outcome === 'upgrades').toBe(binary.upgrade && !inVain(binary) && isDay);
          expect([to, scriptsTo]).toEqual([
            binary.upgrade ? binary.resolved : '',
            scripts.upgrade ? scripts.resolved : '',
          ]);
          for (const [what, verdict] of [
            ['binary', binary],
            ['scripts', scripts],
          ] as const) {
            const { upgrade, isVoid, steps } = stepsOf(analysis, version, what);
            expect([upgrade, isVoid]).toEqual([verdict.upgrade, what === 'binary' && inVain(verdict)]);
            expect(steps.every(({ passed }) => passed)).toBe(upgrade);
          }
        }
      }),
      { numRuns: runs(100) },
    );
  });
});

describe('the nodeSteps of a baked version', () => {
  const steps = (text: string, baked: string) =>
    stepsOf(new Analysis(text), baked, 'binary').steps.map(({ text, passed, range }) => [
      passed,
      text,
      range && [range.start, range.end],
    ]);

  it('list what was read, which entry matched and the result of the comparison', () => {
    const config = '{ "hotfixes": { "202604.01": "202604.01.3" } }';
    expect(steps(config, '202604.01.0')).toEqual([
      [true, 'The file is strict JSON of the right types: the node reads it.', null],
      [true, '"hotfixes" has entries: the node ignores "version".', [2, 12]],
      [
        true,
        'It looks up "202604.01", the first two parts of "202604.01.0", and finds "202604.01.3".',
        [16, 27],
      ],
      [
        true,
        '"202604.01.3" from the entry of base "202604.01" has the same base and a higher patch.',
        [29, 42],
      ],
    ]);
  });

  it.each([
    ['{ "hotfixes": { "202604.01": "" } }', '202604.01.0', 'The entry of base "202604.01" is empty.'],
    [
      '{ "hotfixes": { "202604.01": "x" } }',
      '202605.30.0',
      'It looks up "202605.30", the first two parts of "202605.30.0": it is not listed.',
    ],
    [
      '{ "hotfixes": { "202604.01": "x" } }',
      'dev',
      'Baked version "dev" does not have three parts, so it has no base.',
    ],
    ['{}', '202604.01.0', '"version" is empty or missing.'],
    ['[', '202604.01.0', 'The file cannot be read: 1:2: '],
  ])('ends at %s for %s', (config, baked, last) => {
    const [passed, text] = steps(config, baked).at(-1) ?? [];
    expect(passed).toBe(false);
    expect(text).toContain(last);
  });
});
