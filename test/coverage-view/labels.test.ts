import { describe, expect, it } from 'vitest';
import { markLabel, signWords, targetLabel, totalsSentence } from '../../coverage-view/src/labels.ts';
import { cellWith, pictureOf } from '../../coverage-view/src/picture.ts';
import { Answering } from '../support/coverage.ts';

const server = new Answering(
  ['202512.06.0', '202604.01.0', '202604.01.3', '202605.30.0'].map((version) => ({ version })),
);

function found(text: string, version: string) {
  const answer = cellWith(server.coverage(text), version);
  if (!answer) throw new Error(`${version} is not in the picture`);
  return answer;
}

const entry = (base: string, value: string) => `{ "hotfixes": { "${base}": "${value}" } }`;

describe('a mark says', () => {
  it.each([
    [entry('202604.01', '202604.01.3'), '202604.01.0', '202604.01.0: upgrades to 202604.01.3'],
    [entry('202604.01', '202604.01.3'), '202604.01.3', '202604.01.3: already there'],
    [entry('202604.01', '202604.01.3'), '202605.30.0', '202605.30.0: not listed'],
    [entry('202604.01', '202604.01.0'), '202604.01.0', '202604.01.0: void entry'],
    [
      entry('202604.01', 'v202604.01.3'),
      '202604.01.0',
      '202604.01.0: void entry; it asks for v202604.01.3, but no package has this name',
    ],
    [entry('202606.19', '202606.19.1'), '202606.19.0', 'Base 202606.19: no known image has it'],
    ['{', '202604.01.0', '202604.01.0: unreadable'],
    ['{}', '202512.06.0', '202512.06.0: not listed; out of support since 2026-06-06'],
    [
      '{ "scripts_version": "202604.01.3" }',
      '202604.01.0',
      '202604.01.0: not listed; scripts upgrade to 202604.01.3',
    ],
  ])('of %s, baked %s', (text, version, label) => {
    const { mark, cell } = found(text, version);
    expect(markLabel(mark, cell)).toBe(label);
  });
});

describe('a base with an entry shows', () => {
  it.each([
    ['202604.01.3', '→ 3'],
    ['202604.01.18446744073709551615', '→ 18446744073709551615'],
    ['202605.30.1', '→ ✕'],
    ['202604.01.', '→ ✕'],
    ['', '→ ✕'],
  ])('of %j: %s', (value, label) => {
    expect(targetLabel(found(entry('202604.01', value), '202604.01.0').cell)).toBe(label);
  });

  it('nothing if there is none', () => {
    expect(targetLabel(found('{}', '202604.01.0').cell)).toBe('');
  });
});

describe('the totals in a sentence', () => {
  it.each([
    [entry('202604.01', '202604.01.3'), 'Of 4 baked versions: 1 upgrades, 1 already there, 2 not listed.'],
    ['{', 'Of 4 baked versions: 4 unreadable.'],
    [
      '{ "hotfixes": { "202606.19": "202606.19.1" }, "scripts_version": "202604.01.1" }',
      'Of 4 baked versions: 4 not listed, scripts of 1 upgrade, 1 base without a known image.',
    ],
  ])('of %s', (text, sentence) => {
    expect(totalsSentence(pictureOf(server.coverage(text), null).totals)).toBe(sentence);
  });

  it('has a name for each sign that no other has', () => {
    const names = Object.values(signWords).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
