import { describe, expect, it } from 'vitest';
import { findingsAmong, type Surroundings } from '../support/markers.ts';

/** The title of the first fix of a rule's first finding. */
const titles: [rule: string, config: string, titles: string[], surroundings?: Surroundings][] = [
  ['json-syntax', '\uFEFF{}', ['Remove byte-order mark']],
  ['json-syntax', '{ "version": "202604.01.3", }', ['Remove trailing comma']],
  ['json-syntax', '{} // why', ['Remove comment']],
  ['json-syntax', '{} // why\n// so', ['Remove comment', 'Remove all 2 comments']],
  ['json-syntax', '{ "version": 202604.01.3 }', ['Put 202604.01.3 in quotes']],
  ['json-syntax', '{ "version": "202604.01.3" "x": 1 }', ['Insert missing comma']],
  ['json-syntax', '{}', ['Save as UTF-8'], { encoding: 'utf16le' }],
  [
    'json-syntax',
    "{ 'version': '202608.06.3' }",
    ['Use double quotes in all 2 places', 'Put version in double quotes'],
  ],
  ['wrong-type', '{ "version": 202604.01 }', ['Put 202604.01 in quotes']],
  ['malformed-base', '{ "hotfixes": { "202604.1": "202604.01.3" } }', ['Change key to "202604.01"']],
  ['malformed-version', '{ "version": "v202604.01.3" }', ['Change version to "202604.01.3"']],
  ['empty-patch', '{ "hotfixes": { "202604.01": "202604.01." } }', ['Change version to "202604.01.1"']],
  [
    'base-mismatch',
    '{ "hotfixes": { "202604.01": "202605.30.2" } }',
    ['Change version to "202604.01.2"', 'Move entry to base "202605.30"'],
  ],
  [
    'base-mismatch',
    '{ "hotfixes": { "202604.01": "202605.30.0" } }',
    ['Change version to "202604.01.1"', 'Move entry to base "202605.30" and change version to "202605.30.1"'],
  ],
  [
    'impossible-date',
    '{ "version": "202604.31.2" }',
    ['Change base to "202604.01"'],
    { known: ['202604.01.0'] },
  ],
  ['duplicate-key', '{ "version": "202604.01.2", "version": null }', ['Remove ignored duplicate']],
  ['surrounding-whitespace', '{ "version": " 202604.01.3" }', ['Trim version to "202604.01.3"']],
  [
    'shadowed-version',
    '{ "version": "202604.01.3", "hotfixes": { "202605.30": "202605.30.1" } }',
    ['Remove "version"', 'Move "version" into "hotfixes" as base "202604.01"'],
  ],
  ['unknown-property', '{ "hotfix": {} }', ['Rename to "hotfixes"', 'Remove "hotfix"']],
  ['unknown-property', '{ "note": 1 }', ['Remove "note"']],
  [
    'unknown-property',
    '{ "202604.1": "202604.01.3", "202605.30": "202605.30.1" }',
    ['Move all 2 bases into "hotfixes"', 'Move "202604.1" into "hotfixes"', 'Remove "202604.1"'],
  ],
  ['no-hotfix', '{}', ['Delete the file']],
  ['property-case', '{ "Hotfixes": {} }', ['Rename to "hotfixes"']],
  [
    'unsorted-entries',
    '{ "hotfixes": { "202605.30": "202605.30.1", "202604.01": "202604.01.3" } }',
    ['Sort entries'],
  ],
  ['entry-removed', '{}', ['Restore "202604.01.3"'], { before: '{ "version": "202604.01.3" }' }],
];

describe('a fix', () => {
  it.each(titles)('of %s in %j is called %j', (rule, config, expected, surroundings = {}) => {
    const [first] = findingsAmong(config, surroundings).filter(({ ruleId }) => ruleId === rule);
    expect(first?.fixes().map(({ title }) => title)).toEqual(expected);
  });
});
