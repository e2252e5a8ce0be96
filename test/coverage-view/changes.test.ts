import { describe, expect, it } from 'vitest';
import { changesIn, changesSentence, doings } from '../../coverage-view/src/changes.ts';
import { pictureOf } from '../../coverage-view/src/picture.ts';
import { Answering } from '../support/coverage.ts';

const server = new Answering([
  { version: '202604.01.0' },
  { version: '202604.01.1' },
  { version: '202604.01.2' },
  { version: '202605.30.0' },
]);

function compared(before: string, now: string) {
  const coverage = server.comparison(before, now);
  const changes = changesIn(pictureOf(coverage, null));
  const rows = changes.map((change) => {
    const { before: was, after } = doings(change);
    return `${change.marks.map(({ version }) => version).join(' ')}: ${was} -> ${after}`;
  });
  return { rows, sentence: changesSentence(changes, coverage) };
}

describe('the table of changes', () => {
  it.each([
    [
      '{ "hotfixes": { "202604.01": "202604.01.2" } }',
      '{}',
      ['202604.01.0 202604.01.1: upgrades to 202604.01.2 -> stays as baked'],
      '2 baked versions behave differently than at HEAD.',
    ],
    [
      '{}',
      '{ "hotfixes": { "202604.01": "202604.01.3" } }',
      ['202604.01.0 202604.01.1 202604.01.2: stays as baked -> upgrades to 202604.01.3'],
      '3 baked versions behave differently than at HEAD.',
    ],
    [
      '{ "scripts_version": "202605.30.1" }',
      '{ "scripts_version": "202605.30.2", "version": "202604.01.1" }',
      [
        '202604.01.0: stays as baked -> upgrades to 202604.01.1',
        '202605.30.0: scripts upgrade to 202605.30.1 -> scripts upgrade to 202605.30.2',
      ],
      '2 baked versions behave differently than at HEAD.',
    ],
    [
      '{ "version": "202604.01.1" }',
      '{ "hotfixes": { "202604.01": "202604.01.1" } }',
      [],
      'No change in node behavior since HEAD.',
    ],
    [
      '{ "hotfixes": { "202606.11": "202606.11.2" } }',
      '{ "hotfixes": { "202606.11": "202606.11.3" } }',
      ['202606.11.0: upgrades to 202606.11.2 -> upgrades to 202606.11.3'],
      '1 base without a known image behaves differently than at HEAD.',
    ],
    [
      '{ "hotfixes": { "202606.11": "202606.11.2" } }',
      '{}',
      ['202606.11.0: upgrades to 202606.11.2 -> stays as baked'],
      '1 base without a known image behaves differently than at HEAD.',
    ],
  ])('from %s to %s', (before, now, rows, sentence) => {
    expect(compared(before, now)).toEqual({ rows, sentence });
  });
});
