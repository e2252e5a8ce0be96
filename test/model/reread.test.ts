import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Analysis, applyEdits, type Change, mergeChanges, reread } from '../../server/src/model/index.ts';
import { check } from '../../server/src/service/finding.ts';
import { summarize } from '../../server/src/service/status.ts';
import { documents } from '../support/documents.ts';
import { today } from '../support/markers.ts';
import { runs } from '../support/runs.ts';

const options = { levels: {}, today };

/** What people type, delete and paste, and halves of what cannot be halved. */
const pieces = fc.oneof(
  fc.constantFrom(
    '',
    '',
    '0',
    '1',
    '"',
    ',',
    '{',
    '}',
    ':',
    '\\',
    '\n',
    '\r',
    ' ',
    '\ud83d',
    '\ude00',
    'é',
    '//',
  ),
  fc.constantFrom(
    '"202604.01": "202604.01.7", ',
    ', "202605.30": "202605.30.1"',
    '"a": null,',
    '"b": {"c": [1]},',
  ),
  documents,
);
const edits = fc.array(fc.tuple(fc.nat(1000), fc.nat(1000), fc.boolean(), pieces), {
  minLength: 1,
  maxLength: 12,
});

function findingsOf(analysis: Analysis) {
  return check(analysis, options).map(({ fixes, ...finding }) => ({ ...finding, fixes: fixes() }));
}

/** A whole text of one map, which most edits fall into. */
const maps = fc
  .array(fc.constantFrom('01', '02', '03', '04', '05', '1', '32'), { maxLength: 9 })
  .map((days) => days.map((day) => `    "202604.${day}": "202604.${day}.3"`).join(',\r\n'))
  .map(
    (entries) => `{\r\n  "hotfixes": {\r\n${entries}\r\n  },\r\n  "scripts_version": "202604.01.2"\r\n}\r\n`,
  );

describe('a config that is read again after an edit', () => {
  it('is the config that a fresh reader sees, whatever the edits are', () => {
    fc.assert(
      fc.property(fc.oneof(maps, documents), edits, (first, list) => {
        let text = first;
        let analysis = new Analysis(text);
        for (const [at, length, isLong, inserted] of list) {
          const start = at % (text.length + 1);
          const end = Math.min(text.length, start + (isLong ? length : length % 3));
          const edited = applyEdits(text, [{ start, end, text: inserted }]);
          analysis = analysis.after({ start, oldEnd: end, newEnd: start + inserted.length }, edited);
          const fresh = new Analysis(edited);
          expect(analysis.source).toEqual(fresh.source);
          expect(findingsOf(analysis)).toEqual(findingsOf(fresh));
          expect(summarize(analysis, undefined)).toEqual(summarize(fresh, undefined));
          text = edited;
        }
      }),
      { numRuns: runs(600) },
    );
  });

  it('is read anew only where it was edited, and the same entries are there as before', () => {
    const text =
      '{ "hotfixes": { "202604.01": "202604.01.3", "202605.30": "202605.30.1", "202606.11": "" } }';
    const { source } = new Analysis(text);
    const [field] = source.fields;
    const at = text.indexOf('202605.30.1') + '202605.30.'.length;
    const again = reread(source, `${text.slice(0, at)}2${text.slice(at)}`, {
      start: at,
      oldEnd: at,
      newEnd: at + 1,
    });
    const [map] = again?.fields ?? [];
    expect(map?.entries.map(({ value }) => (value.kind === 'string' ? value.value : null))).toEqual([
      '202604.01.3',
      '202605.30.21',
      '',
    ]);
    expect(map?.entries[0]).toBe(field?.entries[0]);
    expect(map?.entries[2]).toBe(field?.entries[2]);
  });

  const two =
    '{ "version": "", "hotfixes": { "202604.01": "202604.01.3", "202605.30": "202605.30.1" }, "a": { "b": 1 } }';

  it.each([
    ['the last entry', '.1"', '.12"'],
    ['the last entry, which goes', ', "202605.30": "202605.30.1"', ''],
    ['the first entry, which goes', '"202604.01": "202604.01.3", ', ''],
    ['both entries, which go', '"202604.01": "202604.01.3", "202605.30": "202605.30.1"', ''],
    ['an entry that comes first', '"202604', '"202603.30": "202603.30.1", "202604'],
    ['an entry that comes last', '.1"', '.1", "202605.31": "202605.31.1"'],
    ['entries that come between', '", "202605', '", "202604.02": "", "202604.01": [{}], "202605'],
    ['an entry that is not plain any more', '.3"', '.0"'],
    ['the order', '"202604.01":', '"202606.01":'],
    ['white space', '", "202605', '",\r\n\t"202605'],
  ])('is read anew in %s', (_, old, inserted) => {
    const start = two.indexOf(old);
    const change = { start, oldEnd: start + old.length, newEnd: start + inserted.length };
    const text = two.replace(old, inserted);
    expect(reread(new Analysis(two).source, text, change)).toEqual(new Analysis(text).source);
  });

  it.each([
    ['a comma too many', '.1"', '.1",'],
    ['all entries, but not their commas', '"202604.01": "202604.01.3", "202605.30": "202605.30.1"', ','],
    ['a comma that is missing', '", "202605', '" "202605'],
    ['a comma before the first', '{ "202604', '{ , "202604'],
    ['a brace that closes the map', '", "202605', '" }, "c": { "202605'],
    ['a quote that has no partner', '.3"', '.3'],
    ['a key without a value', '"202604.01": ', '"202604.01"'],
    ['the brace that opens the map', '{ "202604', '[ "202604'],
    ['the brace that closes the map', '.1" }', '.1" ]'],
    ['what is outside of the map', '"version": ""', '"version": "202604.01.3"'],
    ['an object that is no map', '"b": 1', '"b": 2'],
  ])('is read as a whole after an edit of %s', (_, old, inserted) => {
    const start = two.indexOf(old);
    const change = { start, oldEnd: start + old.length, newEnd: start + inserted.length };
    const text = two.replace(old, inserted);
    const analysis = new Analysis(two);
    expect(reread(analysis.source, text, change)).toBeUndefined();
    expect(analysis.source).toEqual(new Analysis(two).source);
    expect(analysis.after(change, text).source).toEqual(new Analysis(text).source);
  });

  it('has an entry that is not plain once, whatever is typed in it', () => {
    const text = '{ "hotfixes": { "202604.01": "dev", "202605.30": "202605.30.1" } }';
    const start = text.indexOf('dev') + 3;
    const edited = applyEdits(text, [{ start, end: start, text: 'el' }]);
    const again = reread(new Analysis(text).source, edited, { start, oldEnd: start, newEnd: start + 2 });
    expect(again).toEqual(new Analysis(edited).source);
  });

  it.each([
    ['before it', { start: 2, oldEnd: 3, newEnd: 10 }, { start: 2, oldEnd: 8, newEnd: 13 }],
    ['inside it', { start: 5, oldEnd: 6, newEnd: 5 }, { start: 5, oldEnd: 8, newEnd: 5 }],
    ['across its end', { start: 5, oldEnd: 9, newEnd: 7 }, { start: 5, oldEnd: 11, newEnd: 7 }],
    ['behind it', { start: 8, oldEnd: 8, newEnd: 9 }, { start: 5, oldEnd: 10, newEnd: 9 }],
  ])('takes an edit and one %s for one', (_, second, merged) => {
    expect(mergeChanges({ start: 5, oldEnd: 8, newEnd: 6 }, second)).toEqual(merged);
  });

  it('takes several edits for one', () => {
    fc.assert(
      fc.property(maps, edits, (first, list) => {
        const analysis = new Analysis(first);
        let text = first;
        let merged: Change | undefined;
        for (const [at, length, , inserted] of list) {
          const start = at % (text.length + 1);
          const end = Math.min(text.length, start + (length % 9));
          text = applyEdits(text, [{ start, end, text: inserted }]);
          const change = { start, oldEnd: end, newEnd: start + inserted.length };
          merged = merged ? mergeChanges(merged, change) : change;
        }
        if (merged) expect(analysis.after(merged, text).source).toEqual(new Analysis(text).source);
      }),
      { numRuns: runs(500) },
    );
  });
});
