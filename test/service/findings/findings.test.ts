import { describe, expect, it } from 'vitest';
import { Analysis, applyEdits, mostFindings } from '../../../server/src/model/index.ts';
import { withoutComments } from '../../../server/src/service/findings/comments.ts';
import { check } from '../../../server/src/service/findings/finding.ts';
import { fixAll } from '../../../server/src/service/findings/fix-all.ts';
import { findingsIn, today } from '../../support/markers.ts';

const rulesIn = (text: string) => findingsIn(text).map(({ ruleId }) => ruleId);

describe('what no node ever sees', () => {
  it.each([
    ['{ "version": "202604.01.3", "version": null, "hotfixes": {} }'],
    ['{ "hotfixes": { "202604.01": "202604.01.0", "202604.01": "202604.01.3" } }'],
    ['{ "hotfixes": { "april": "202604.01.3" }, "hotfixes": null, "version": "202604.01.3" }'],
    ['{ "hotfixes": null, "hotfixes": { "202604.01": "202604.01.3" } }'],
    [
      '{ "hotfixes": { "april": "" }, "hotfixes": { "may": "" }, "hotfixes": null, "version": "202604.01.3" }',
      'duplicate-key',
    ],
    [
      '{ "hotfixes": { "april": "" }, "hotfixes": null, "Hotfixes": { "202604.01": "202604.01.3" } }',
      'property-case',
    ],
  ])('is a repeat, and nothing else is said about it: %s', (text, ...others) => {
    expect(rulesIn(text)).toEqual(['duplicate-key', ...others]);
  });

  it('shadows nothing: version is read where a later null empties the map', () => {
    const text = '{ "version": "202604.01.3", "hotfixes": { "202605.30": "202605.30.1" }, "hotfixes": null }';
    expect(rulesIn(text)).not.toContain('shadowed-version');
  });
});

describe('the fix that removes a repeat', () => {
  it('is not offered while something else is being typed', () => {
    const text = '{ "hotfixes": { "202604.01": "202604.01.2", "202605.30": , "202604.01": "202604.01.3" } }';
    const repeat = findingsIn(text).find(({ ruleId }) => ruleId === 'duplicate-key');
    expect(repeat?.fixes()).toEqual([]);
  });
});

describe('what a change took from nodes', () => {
  it.each([
    ['{ "hotfixes": { "202605.30": "202605.30.1" } }', '{'],
    ['{ "note": 1, "scripts_version": "" }', '""'],
    ['{ "note": 1, "scripts_version": "202605.30.1" }', '"202605.30.1"'],
  ])('is shown at the remaining property: %s', (now, flagged) => {
    const baseline = new Analysis('{ "scripts_version": "202604.01.3" }').readings;
    const findings = check(new Analysis(now), { levels: {}, today, baseline });
    const lost = findings.filter(({ ruleId }) => ruleId === 'entry-removed');
    expect(lost.map(({ start, end }) => now.slice(start, end))).toEqual([flagged]);
  });
});

describe('the fix that restores a hotfix', () => {
  const was = '{ "hotfixes": { "202604.01": "202604.01.3", "202605.30": "202605.30.1" } }';
  function restored(now: string): string[] {
    const baseline = new Analysis(was).readings;
    const findings = check(new Analysis(now), { levels: {}, today, baseline });
    const losses = findings.filter(({ ruleId }) => ruleId === 'entry-removed' || ruleId === 'patch-lowered');
    expect(losses).not.toEqual([]);
    return losses.flatMap((loss) => loss.fixes().map(({ edits }) => applyEdits(now, edits)));
  }

  it.each(['{ "version": "202605.30.1" }', '{ "hotfixes": {}, "version": "202605.30.1" }'])(
    'takes no other hotfix away: %s',
    (now) => {
      expect(restored(now)).toEqual([]);
    },
  );

  it.each([
    '{ "hotfixes": null }',
    '{ "hotfixes": { "202604.01": "202604.01.1", "202604.01": "202604.01.2", "202605.30": "202605.30.1" } }',
    '{ "hotfixes": { "202604.1": "202604.01.3", "202605.30": "202605.30.1" } }',
  ])('leaves to the author what only the author can know: %s', (now) => {
    expect(restored(now)).toEqual([]);
  });

  it.each(['null', '', '{}'])('creates a missing map: %j', (now) => {
    const [first = ''] = restored(now);
    expect(JSON.parse(first)).toEqual({ hotfixes: { '202604.01': '202604.01.3' } });
  });
});

describe('a comment that is never closed', () => {
  it('is named, and nothing is dropped with it', () => {
    const [finding, ...others] = findingsIn('/* why\n{ "hotfixes": { "202604.01": "202604.01.3" } }');
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ messageId: 'unclosed-comment', data: { text: '/*' } });
    expect(finding?.fixes()).toEqual([]);
  });

  it('or thousands that are, do not fill the memory, and the list says that it is cut off', () => {
    expect(findingsIn('/*'.repeat(200_000)).length).toBeLessThanOrEqual(mostFindings + 1);
    const found = findingsIn('/**/'.repeat(200_000));
    expect(found).toHaveLength(mostFindings + 1);
    expect(found.at(-1)).toMatchObject({ messageId: 'not-listed', level: 'error' });
  });
});

describe('a misspelled version of another base', () => {
  it('is not said to pass the comparison', () => {
    const findings = findingsIn('{ "hotfixes": { "202604.10": "202604.1.2" } }');
    expect(findings.map(({ ruleId }) => ruleId).toSorted()).toEqual(['base-mismatch', 'malformed-version']);
    const misspelled = findings.find(({ ruleId }) => ruleId === 'malformed-version');
    expect(misspelled).toMatchObject({ level: 'error', messageId: 'misspelled' });
  });
});

describe('a version that is not written as releases write it, of patch 0', () => {
  it.each([
    '{ "hotfixes": { "202604.01": "202604.01.0-rc" } }',
    '{ "hotfixes": { "202604.01": "202604.01-rc" } }',
    '{ "version": "202604" }',
  ])('is said to upgrade nothing, not to pass the comparison: %s', (text) => {
    const [finding, ...others] = findingsIn(text);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ ruleId: 'malformed-version', level: 'error', messageId: 'patch-zero' });
  });
});

describe('a number or a truth value where a text belongs', () => {
  it.each(['202604.01', 'true'])(
    'is said to lack its quotes, for the message shows it in some: %s',
    (value) => {
      const [finding] = findingsIn(`{ "version": ${value} }`);
      expect(finding).toMatchObject({ messageId: 'bare', data: { found: value } });
    },
  );
});

describe('an entry without a version whose key is not a base', () => {
  it('has two faults, also if the key is a misspelled base', () => {
    const found = findingsIn('{ "hotfixes": { "202604.1": "" } }');
    expect(found.map(({ ruleId }) => ruleId)).toEqual(['malformed-base', 'empty-value']);
    expect(found[1]).toMatchObject({ messageId: 'malformed-key', data: { key: '202604.1' } });
  });

  it('has two faults, and neither hides the other', () => {
    const found = findingsIn('{ "hotfixes": { "april": "" } }');
    expect(found.map(({ ruleId }) => ruleId)).toEqual(['malformed-base', 'empty-value']);
    expect(found[1]).toMatchObject({ messageId: 'malformed-key', data: { key: 'april' } });
  });
});

describe('a value of a wrong type before another fault', () => {
  it.each([
    ['{ "hotfixes": { "202604.01": 7, } }', ['wrong-type', 'json-syntax']],
    ['{ "version": true, }', ['wrong-type', 'json-syntax']],
    ['{ "version": [1], }', ['wrong-type', 'json-syntax']],
    ['{ "version": true/* why */ }', ['wrong-type', 'json-syntax']],
    ['{ "version": 202604.01.3 }', ['json-syntax']],
    ['{ "version": 202604.01.3, }', ['json-syntax', 'json-syntax']],
  ])('is a finding, if it is not a part of that fault: %s', (text, rules) => {
    expect(rulesIn(text)).toEqual(rules);
  });
});

describe('fixing all of thousands of faults of the syntax', () => {
  it('leaves none for a second time', () => {
    const text = `{"x":[${'[1,],'.repeat(mostFindings - 2)}1],"version":"202604.01.3",}`;
    const fixed = fixAll(new Analysis(text), { levels: {}, today }).analysis.source.text;
    expect(JSON.parse(fixed).version).toBe('202604.01.3');
  });

  it('removes as many comments on request', () => {
    const text = `{\n${'// why\n'.repeat(mostFindings)}"version": "202604.01.3" }`;
    expect(withoutComments(new Analysis(text))).toBe('{\n"version": "202604.01.3" }');
  });
});

describe('fixing all of a map that is out of order', () => {
  it('takes one of any size', () => {
    const bases = Array.from({ length: 140_000 }, (_, i) => `"n${String(900_000 - i)}": "202604.01.3"`);
    const analysis = new Analysis(`{ "hotfixes": {${bases.join(',')}} }`);
    expect(() => fixAll(analysis, { levels: {}, today })).not.toThrow();
  });
});
