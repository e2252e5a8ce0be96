import { describe, expect, it } from 'vitest';
import {
  type BakedVersion,
  type Base,
  Catalogue,
  daysBetween,
  isCalendarDate,
  supportedUntil,
  type Version,
} from '../../server/src/model/index.ts';

describe('a base', () => {
  it.each([
    ['202601.01', true],
    ['202612.31', true],
    ['202600.01', false],
    ['202613.01', false],
    ['202601.00', false],
    ['202604.30', true],
    ['202604.31', false],
    ['202602.28', true],
    ['202602.29', false],
    ['202402.29', true],
    ['202601.32', false],
    ['000002.29', true],
  ])('%s is a day of the calendar: %j', (base, isDay) => {
    expect(isCalendarDate(base as Base)).toBe(isDay);
  });

  it.each([
    ['202604.01', 6, '2026-10-01'],
    ['202608.31', 6, '2027-02-28'],
    ['202608.31', 1, '2026-09-30'],
    ['202612.31', 0, '2026-12-31'],
    ['999906.30', 6, '9999-12-30'],
    ['999907.30', 6, undefined],
    ['202604.31', 6, undefined],
  ])('%s is supported for %i months, until %s', (base, months, until) => {
    expect(supportedUntil(base as Base, months)).toBe(until);
  });

  it.each([
    ['202604.01', '202604.01', 0],
    ['202604.01', '202605.01', 30],
    ['202603.01', '202602.28', 1],
    ['009912.31', '010001.01', 1],
  ])('%s is so many days away from %s: %i', (a, b, days) => {
    expect(daysBetween(a as Base, b as Base)).toBe(days);
  });
});

describe('the catalogue', () => {
  const baked = (version: string, images: string[] = [], records: string[] = []): BakedVersion => ({
    version: version as Version,
    images,
    records,
  });

  it('has each version once, in ascending order, with all its images and records in theirs', () => {
    const catalogue = new Catalogue([
      baked('202605.30.1'),
      baked('202604.01.10', ['b', 'c'], ['y']),
      baked('202604.01.9'),
      baked('202604.01.10', ['a', 'b'], ['x']),
    ]);
    expect(catalogue.all).toEqual([
      baked('202604.01.9'),
      baked('202604.01.10', ['a', 'b', 'c'], ['x', 'y']),
      baked('202605.30.1'),
    ]);
    expect(catalogue.bases).toEqual(['202604.01', '202605.30']);
    expect(catalogue.of('202604.01' as Base).map(({ version }) => version)).toEqual([
      '202604.01.9',
      '202604.01.10',
    ]);
    expect(catalogue.isEmpty).toBe(false);
  });

  it('is empty where nothing is on record', () => {
    expect(Catalogue.empty.isEmpty).toBe(true);
    expect(Catalogue.empty.of('202604.01' as Base)).toEqual([]);
  });
});
