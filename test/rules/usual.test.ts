import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  Analysis,
  Catalogue,
  type ConfigView,
  isBase,
  isCalendarDate,
  isUsual,
  type VersionProperty,
} from '../../server/src/model/index.ts';
import { type Report, type Rule, rules } from '../../server/src/rules/index.ts';
import { documents } from '../support/documents.ts';

import { catalogueOf, readMarked, today } from '../support/markers.ts';

/** For some bases in random documents images are on record, for others that there are none, or nothing. */
const recorded = catalogueOf(['202604.01.0', '202604.01.12', '202605.30.1']);
const catalogues = [Catalogue.empty, recorded, Catalogue.part(recorded.all)];

function findings(
  analysis: Analysis,
  skips: Rule['skips'],
  seen: ConfigView,
  catalogue: Catalogue,
): unknown[] {
  return rules
    .filter((rule) => rule.skips === skips)
    .flatMap((rule) => {
      const found: unknown[] = [];
      const report = ({ fixes, ...rest }: Report) => found.push([rule.id, rest, fixes?.()]);
      const none = { baseline: undefined, payload: undefined, payloadBaseline: undefined };
      const beside = { ...none, catalogue, supportWindowMonths: 6, acceptedFor: () => undefined };
      rule.check({ analysis, seen, ...beside, today, report });
      return found;
    });
}

function expectNothingMissed(text: string): void {
  const analysis = new Analysis(text);
  for (const catalogue of catalogues) {
    const { unusual, seen } = analysis;
    const found = (skips: Rule['skips'], shown: ConfigView) => findings(analysis, skips, shown, catalogue);
    expect(found('usual', unusual)).toEqual(found('usual', seen));
    expect(found('unrecorded', analysis.recordedIn(catalogue))).toEqual(found('unrecorded', seen));
  }
}

function isFaultless({ role, key, value, base, version, spelling, comparison }: VersionProperty): boolean {
  const isSpelled = value.kind === 'string' && version === value.value && spelling === undefined;
  const isRight = isBase(key.value) && base === key.value && isCalendarDate(base) && comparison === undefined;
  return role === 'entry' && isSpelled && isRight;
}

describe('a rule that is not shown entries as releases write them', () => {
  it('finds the same in random documents', () => {
    fc.assert(fc.property(documents, expectNothingMissed));
  });

  it.each(rules.flatMap(({ id, examples }) => examples.map(({ before }) => [id, before] as const)))(
    'finds the same in the examples of %s',
    (_, before) => expectNothingMissed(readMarked(before).text),
  );
});

describe('an entry as releases write it', () => {
  it('has no fault', () => {
    fc.assert(
      fc.property(documents, (text) => {
        const { versionProperties } = new Analysis(text);
        const usual = versionProperties.filter((property) => property.role === 'entry' && isUsual(property));
        expect(usual.filter((property) => !isFaultless(property))).toEqual([]);
      }),
    );
  });

  it.each([
    ['202604.28', true],
    ['202604.30', true],
    ['202602.29', false],
    ['202604.31', false],
  ])('has a base that is a day: %s', (base, isDay) => {
    const { seen, unusual } = new Analysis(`{ "hotfixes": { "${base}": "${base}.1" } }`);
    expect([seen.entries.length, unusual.entries.length]).toEqual([1, isDay ? 0 : 1]);
  });
});
