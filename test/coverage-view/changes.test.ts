import { describe, expect, it } from 'vitest';
import { changesIn, changesSentence, doings } from '../../coverage-view/src/changes.ts';
import { markLabel, wordsOf } from '../../coverage-view/src/labels.ts';
import { cellWith, pictureOf } from '../../coverage-view/src/picture.ts';
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
    return `${wordsOf(change.before).join(', ')} ${change.marks.map(({ version }) => version).join(' ')}: ${was} -> ${after}`;
  });
  return { rows, sentence: changesSentence(changes, coverage) };
}

describe('the table of changes', () => {
  it.each([
    [
      '{ "hotfixes": { "202604.01": "202604.01.2" } }',
      '{}',
      ['lost 202604.01.0 202604.01.1: upgrades to 202604.01.2 -> stays as baked'],
      '2 baked versions behave differently than at HEAD: 2 lost.',
    ],
    [
      '{}',
      '{ "hotfixes": { "202604.01": "202604.01.3" } }',
      ['new 202604.01.0 202604.01.1 202604.01.2: stays as baked -> upgrades to 202604.01.3'],
      '3 baked versions behave differently than at HEAD: 3 new.',
    ],
    [
      '{ "scripts_version": "202605.30.1" }',
      '{ "scripts_version": "202605.30.2", "version": "202604.01.1" }',
      [
        'new 202604.01.0: stays as baked -> upgrades to 202604.01.1',
        'scripts changed 202605.30.0: scripts upgrade to 202605.30.1 -> scripts upgrade to 202605.30.2',
      ],
      '2 baked versions behave differently than at HEAD: 1 new, 1 changed.',
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
      ['changed 202606.11.0: upgrades to 202606.11.2 -> upgrades to 202606.11.3'],
      '1 base without a known image behaves differently than at HEAD: 1 changed.',
    ],
    [
      '{ "hotfixes": { "202606.11": "202606.11.2" } }',
      '{}',
      ['lost 202606.11.0: upgrades to 202606.11.2 -> stays as baked'],
      '1 base without a known image behaves differently than at HEAD: 1 lost.',
    ],
    [
      '{ "hotfixes": { "202605.30": "202605.30.4", "202606.11": "202606.11.3" }, "scripts_version": "202605.30.4" }',
      '{ "hotfixes": { "202604.01": "202604.01.3", "202605.30": "202605.30.1", "202606.11": "202606.11.1" } }',
      [
        'lowered, scripts lost 202605.30.0: upgrades to 202605.30.4; scripts upgrade to 202605.30.4 -> upgrades to 202605.30.1; scripts stay',
        'lowered 202606.11.0: upgrades to 202606.11.3 -> upgrades to 202606.11.1',
        'new 202604.01.0 202604.01.1 202604.01.2: stays as baked -> upgrades to 202604.01.3',
      ],
      '4 baked versions and 1 base without a known image behave differently than at HEAD: 1 lost, 1 lowered, 3 new.',
    ],
  ])('from %s to %s', (before, now, rows, sentence) => {
    expect(compared(before, now)).toEqual({ rows, sentence });
  });
});

it('A mark says what its node lost', () => {
  const coverage = server.comparison('{ "hotfixes": { "202604.01": "202604.01.3" } }', '{}');
  const found = cellWith(coverage, '202604.01.0');
  expect(found && markLabel(found.mark, found.cell)).toContain('lost: before, it upgraded to 202604.01.3');
});
