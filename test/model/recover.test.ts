import { describe, expect, it } from 'vitest';
import { Analysis } from '../../server/src/model/index.ts';
import { fixAll } from '../../server/src/service/fix-all.ts';
import { findingsIn, today } from '../support/markers.ts';

const rulesIn = (text: string) => findingsIn(text).map(({ ruleId }) => ruleId);

describe('a string that is not closed or has a bad escape in it', () => {
  it.each([
    '{ "hotfixes": { "202604.01": "v202604.1.03\n} }',
    '{ "hotfixes": { "202604.01": "202604.01.3 }}',
    '{ "version": " \\}202604.1.03 " }',
    '{ "version": "\\u00 202604.01.3 " }',
    '{ "version": "\\u00\u0001v202604.01.3 " }',
    '{ "hotfixes": "\\x" }',
    '"\\x"',
  ])('is one fault of the syntax, and fixing all leaves it as it stands: %j', (text) => {
    expect(rulesIn(text)).toEqual(['json-syntax']);
    expect(fixAll(new Analysis(text), { levels: {}, today })).toEqual([]);
  });

  it('is spelled in a finding about a key as it stands in the file', () => {
    const text = '{ "Hotfixe\\}s": { "202604.01": "202604.01.3" } }';
    expect(rulesIn(text)).toEqual(['unknown-property', 'json-syntax']);
    expect(findingsIn(text)[0]?.message).toContain('"Hotfixe\\\\}s"');
    expect(fixAll(new Analysis(text), { levels: {}, today })).toEqual([]);
  });
});

describe('a byte-order mark before another fault', () => {
  it('is reported once, and the other fault where it is', () => {
    const text = '\uFEFF{ "version": }';
    const found = findingsIn(text).map(({ ruleId, start, end }) => [ruleId, text.slice(start, end)]);
    expect(found).toEqual([
      ['json-syntax', '\uFEFF'],
      ['json-syntax', '}'],
    ]);
  });
});
