import { describe, expect, it } from 'vitest';
import { Analysis, applyEdits } from '../../../server/src/model/index.ts';
import { addHotfixes, candidatesOf } from '../../../server/src/service/answers/candidates.ts';
import { catalogueOf } from '../../support/markers.ts';

const catalogue = catalogueOf([
  '202601.01.0',
  { version: '202604.01.0', controller: 'map' },
  '202605.30.0',
  '202605.30.4',
  '202606.15.1',
]);
const offered = (text: string, today = '2026-09-01') =>
  candidatesOf(new Analysis(text), { catalogue, today });

describe('the bases that a hotfix can be added for', () => {
  it('are those inside the support window, newest first, with their next patch', () => {
    expect(offered('{}').map(({ base, next, supportedUntil }) => [base, next, supportedUntil])).toEqual([
      ['202606.15', '202606.15.2', '2026-12-15'],
      ['202605.30', '202605.30.5', '2026-11-30'],
      ['202604.01', '202604.01.1', '2026-10-01'],
    ]);
  });

  it('name the reason why one cannot get it', () => {
    const why = offered('{ "hotfixes": { "202605.30": "202605.30.1" } }').map((one) => [one.base, one.why]);
    expect(why).toEqual([
      ['202606.15', undefined],
      ['202605.30', 'already listed'],
      ['202604.01', expect.stringContaining('controller')],
    ]);
  });

  it('are none after the last support window', () => {
    expect(offered('{}', '2027-01-01')).toEqual([]);
  });
});

describe('added hotfixes', () => {
  const added = (text: string, ...bases: string[]) => {
    const result = addHotfixes(new Analysis(text), bases, catalogue);
    return 'problem' in result ? result.problem : applyEdits(text, [result.edit]);
  };

  it.each([
    ['an empty file', ''],
    ['a config without a map', '{}'],
    ['an empty map', '{\n  "hotfixes": {}\n}\n'],
  ])('are in the order of their bases in %s', (_, text) => {
    expect(JSON.parse(added(text, '202606.15', '202605.30'))).toEqual({
      hotfixes: { '202605.30': '202605.30.5', '202606.15': '202606.15.2' },
    });
    expect(added(text, '202606.15', '202605.30', '202605.30').indexOf('202605.30')).toBeLessThan(
      added(text, '202606.15', '202605.30').indexOf('202606.15'),
    );
  });

  it('are between the entries that are there, with the indentation of the file', () => {
    const text =
      '{\n\t"hotfixes": {\n\t\t"202601.01": "202601.01.1",\n\t\t"202607.01": "202607.01.1"\n\t}\n}\n';
    expect(added(text, '202606.15')).toBe(
      text.replace('\t\t"202607', '\t\t"202606.15": "202606.15.2",\n\t\t"202607'),
    );
  });

  it('are none where a base is listed', () => {
    const text = '{ "hotfixes": { "202605.30": "202605.30.1" } }';
    expect(added(text, '202605.30')).toBe(text);
  });

  it.each(['{ "hotfixes": { }', '{ "hotfixes": [] }', '[]', '{ "hotfixes": {}, "hotfixes": {} }'])(
    'are refused in a config with errors: %s',
    (text) => {
      expect(added(text, '202605.30')).toContain('Correct the errors');
    },
  );
});
