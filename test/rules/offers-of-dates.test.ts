import { describe, expect, it } from 'vitest';
import { dateMeant } from '../../server/src/model/index.ts';
import { offersOf } from '../support/offers.ts';

describe('a date', () => {
  it.each([
    ['2026-07-29', '202607.29', undefined],
    ['20260729', '202607.29', undefined],
    ['2026/07/29', '202607.29', undefined],
    ['2026.07.29.3', '202607.29', '3'],
    ['v20260729', '202607.29', undefined],
    ['v0.20260729.12', '202607.29', '12'],
  ])('%s means a base', (text, base, patch) => {
    expect(dateMeant(text)).toEqual({ base, patch });
  });

  it.each(['2026-13-29', '2026-07-32', '2026-0729', '202607.29', '2026-7-29', '26-07-29', '2026-07-29.03'])(
    '%s is none',
    (text) => {
      expect(dateMeant(text)).toBeUndefined();
    },
  );
});

describe('a finding of malformed-base offers', () => {
  const offers = (text: string) => offersOf('malformed-base', { it: '', text, offers: [] });

  it('the base of a date, that of the version, and to remove the entry', () => {
    expect(offers('{ "hotfixes": { "2026-07-29": "202607.28.3" } }')).toEqual([
      '→ { "hotfixes": { "202607.29": "202607.28.3" } }',
      '→ { "hotfixes": { "202607.28": "202607.28.3" } }',
      '→ { "hotfixes": {} }',
    ]);
  });

  it('the base of the version for a key that is anything else', () => {
    expect(offers('{ "hotfixes": { "july": "202607.29.3" } }')).toEqual([
      '→ { "hotfixes": { "202607.29": "202607.29.3" } }',
      '→ { "hotfixes": {} }',
    ]);
  });

  it('no base for a key that hides another entry', () => {
    const text = '{ "hotfixes": { "july": "202607.28.3", "july": "202607.29.3" } }';
    expect(offers(text)).toEqual([]);
  });

  it('a base in quotes for an empty key', () => {
    expect(offers('{ "hotfixes": { "": "202607.29.3" } }')[0]).toBe(
      '→ { "hotfixes": { "202607.29": "202607.29.3" } }',
    );
  });

  it('only to remove an entry whose base is listed', () => {
    const listed = '"202607.29": "202607.29.3"';
    expect(offers(`{ "hotfixes": { "2026-07-29": "202607.29.2", ${listed} } }`)).toEqual([
      `→ { "hotfixes": { ${listed} } }`,
    ]);
    expect(offers(`{ "hotfixes": { "v202607.29": "202607.29.2", ${listed} } }`)).toEqual([
      `→ { "hotfixes": { ${listed} } }`,
    ]);
  });
});

describe('a finding of malformed-version offers', () => {
  const offers = (text: string, known: string[] = []) =>
    offersOf('malformed-version', { it: '', text, offers: [], known });

  it('the version of a date with a patch', () => {
    expect(offers('{ "version": "2026-07-29.3" }')).toEqual(['→ { "version": "202607.29.3" }']);
    expect(offers('{ "hotfixes": { "202607.29": "v0.20260729.3" } }')).toEqual([
      '→ { "hotfixes": { "202607.29": "202607.29.3" } }',
    ]);
  });

  it('the next patch for a date without one', () => {
    expect(offers('{ "version": "2026-07-29" }', ['202607.29.4'])).toEqual([
      '→ { "version": "202607.29.5" }',
    ]);
  });

  it('nothing for the date of another base', () => {
    expect(offers('{ "hotfixes": { "202607.28": "2026-07-29.3" } }')).toEqual([]);
  });
});
