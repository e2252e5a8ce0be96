import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Analysis, Catalogue } from '../../server/src/model/index.ts';
import { rules } from '../../server/src/rules/index.ts';
import { documents } from '../support/documents.ts';
import { today } from '../support/markers.ts';

const day = fc
  .date({ min: new Date('2025-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10).replaceAll('-', ''))
  .map((digits) => `${digits.slice(0, 6)}.${digits.slice(6)}`);
const plain = fc
  .tuple(fc.uniqueArray(day, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 12 }))
  .map(([bases, patch]) => bases.sort().map((base) => [base, `${base}.${patch}`]))
  .map((entries) => JSON.stringify({ hotfixes: Object.fromEntries(entries) }, undefined, 2));

function flaggedBy(analysis: Analysis, flagsPlain: boolean): string[] {
  const flagged = new Set<string>();
  for (const rule of rules.filter((one) => Boolean(one.flagsPlain) === flagsPlain)) {
    const report = () => flagged.add(rule.id);
    const beside = { catalogue: Catalogue.empty, supportWindowMonths: 6, baseline: undefined };
    rule.check({ analysis, ...beside, today, report });
  }
  return [...flagged];
}

describe('a plain config', () => {
  it('is one that only rules with a catalogue, the day or a baseline have something to say about', () => {
    fc.assert(
      fc.property(fc.oneof(plain, documents), (text) => {
        const analysis = new Analysis(text);
        fc.pre(analysis.isPlain);
        expect(flaggedBy(analysis, false)).toEqual([]);
      }),
    );
  });

  it.each([
    ['202604.28', true],
    ['202604.30', true],
    ['202602.29', false],
    ['202604.31', false],
  ])('has only bases that are days: %s', (base, isDay) => {
    expect(new Analysis(`{ "hotfixes": { "${base}": "${base}.1" } }`).isPlain).toBe(isDay);
  });

  it.each([
    '{}',
    '{ "hotfixes": {} }',
    '{ "Hotfixes": { "202604.01": "202604.01.1" } }',
    '{ "hotfixes": { "202604.01": "202604.01.1" }, }',
    '{ "hotfixes": { "202604.01": "202604.01.1" }, "a": 1 }',
    '{ "hotfixes": { "202604.01": "202604.01.0" } }',
    '{ "hotfixes": { "202604.01": null } }',
    '{ "hotfixes": { "202604.1": "202604.1.1" } }',
    '{ "hotfixes": { "202604.01": "202604.02.1" } }',
    '{ "hotfixes": { "202604.02": "202604.02.1", "202604.01": "202604.01.1" } }',
  ])('is no other than one map with nothing but plain entries in order: %s', (text) => {
    expect(new Analysis(text).isPlain).toBe(false);
  });

  it('is every one as releases write it', () => {
    fc.assert(
      fc.property(plain, (text) => {
        expect(new Analysis(text).isPlain).toBe(true);
      }),
    );
  });
});
