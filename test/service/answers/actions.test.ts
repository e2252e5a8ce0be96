import { describe, expect, it } from 'vitest';
import { Analysis, applyEdits } from '../../../server/src/model/index.ts';
import { refactoringsIn } from '../../../server/src/service/answers/actions.ts';

function refactored(text: string): string[] {
  const everywhere = { start: 0, end: text.length };
  return refactoringsIn(new Analysis(text), everywhere).map(
    ({ title, edits }) => `${title} → ${applyEdits(text, edits)}`,
  );
}

describe('the version of a file', () => {
  it.each([
    ['{ "version": "202604.01.3" }', '{ "hotfixes": { "202604.01": "202604.01.3" } }'],
    ['{\n"version": "202604.01.3"\n}', '{\n"hotfixes": {\n"202604.01": "202604.01.3"\n}\n}'],
    [
      '{\r\n\t"Version": " v202604.1.3 "\r\n}',
      '{\r\n\t"hotfixes": {\r\n\t\t"202604.01": "202604.01.3"\r\n\t}\r\n}',
    ],
    [
      '{ "hotfixes": {},\n  "version": "202604.01.3"\n}',
      '{\n  "hotfixes": {\n    "202604.01": "202604.01.3"\n  }\n}',
    ],
    [
      '{ "note": 1,\n  "n": 2, "version": "202604.01.3" }',
      '{ "note": 1,\n  "n": 2, "hotfixes": { "202604.01": "202604.01.3" } }',
    ],
  ])('can become an entry: %j', (text, after) => {
    expect(refactored(text)).toEqual([`Move "version" into "hotfixes" as base "202604.01" → ${after}`]);
  });

  it.each([
    '{ "version": "dev" }',
    '{ "version": 7 }',
    '{ "version": "202604.01.3", "hotfixes": null }',
    '{ "version": "202604.01.3", "hotfixes": {}, "hotfixes": {} }',
    '{ "version": "202604.01.3", "VERSION": "202604.01.3" }',
    '{ "version": "202604.01.3", }',
    '{ "version": "202604.01.3", "hotfixes": { "202605.30": "202605.30.1" } }',
    '{ "scripts_version": "202604.01.3" }',
  ])('stays where it would mean something else, or what it means is unclear: %j', (text) => {
    expect(refactored(text)).toEqual([]);
  });
});
