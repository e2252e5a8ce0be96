import { beforeAll, describe, expect, it } from 'vitest';
import { Analysis, bundledRecord, Catalogue } from '../../server/src/model/index.ts';
import { summarize } from '../../server/src/service/answers/status.ts';
import { answersWith } from '../support/answers.ts';
import { findingsIn } from '../support/markers.ts';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = new Catalogue([], { bundled: await bundledRecord() });
});

const { hoverOn, hintsOf } = answersWith(() => catalogue);
const statusOf = (text: string) => summarize(new Analysis(text), catalogue).summary;

describe('a "version" that images of 202604.24.0 install without a comparison', () => {
  it.each([
    ['of a base without images', '{ "version": "202604.25.1" }', 'unknown-base'],
    ['that is baked already', '{ "version": "202606.08.1" }', 'unreachable-base'],
    ['that is baked already in images that compare', '{ "version": "202608.06.1" }', 'already-baked'],
    ['with patch 0', '{ "version": "202607.29.0" }', 'never-upgrades'],
    ['of a day that does not exist', '{ "version": "202606.31.2" }', 'impossible-date'],
    [
      'next to a map',
      '{ "version": "202604.24.1", "hotfixes": { "202607.20": "202607.20.3" } }',
      'shadowed-version',
    ],
    ['of a base without support', '{ "version": "202511.11.1" }', 'retired-base'],
  ])('%s is not said to upgrade no node', (_, text, ruleId) => {
    const found = findingsIn(text, { catalogue, levels: { 'retired-base': 'information' } });
    expect(
      found.filter((one) => one.ruleId === ruleId).map(({ messageId, data }) => [messageId, data['other']]),
    ).toEqual([['installed-elsewhere', '202604.24.0']]);
  });

  it('may go once those images have no support either', () => {
    const levels = { 'retired-base': 'information' } as const;
    const found = findingsIn('{ "version": "202511.11.1" }', { catalogue, levels, today: '2026-10-25' });
    expect(found.filter(({ ruleId }) => ruleId === 'retired-base').map(({ messageId }) => messageId)).toEqual(
      ['retired'],
    );
  });

  it.each([
    ['{ "version": "202605.14.2" }', '"version" applies only to 202604.24.0', 'upgrades only 202604.24.0'],
    ['{ "version": "202608.06.1" }', '"version" applies only to 202604.24.0', 'upgrades only 202604.24.0'],
    ['{ "version": "202604.24.0" }', '"version" applies only to 202604.24.0', 'upgrades only 202604.24.0'],
    ['{ "version": "202607.20.3" }', '"version" applies', 'upgrades 1 of 1, and 202604.24.0'],
    ['{ "version": "202604.24.2" }', '"version" applies', 'upgrades 1 of 1'],
    ['{ "version": "v202605.14.2" }', '"version" does not apply', 'void'],
  ])('has the same answer in status and hint: %s', (text, status, hint) => {
    expect(statusOf(text)).toBe(`Nodes can read this file; ${status}.`);
    expect(hintsOf(text)).toEqual([hint]);
  });

  it('applies there if a map shadows it for all others', () => {
    const text = '{ "version": "202604.24.3", "hotfixes": { "202608.06": "202608.06.3" } }';
    expect(statusOf(text)).toBe(
      'Nodes can read this file; 1 of 1 entry applies, "version" applies only to 202604.24.0.',
    );
    expect(hintsOf(text)).toEqual(['upgrades only 202604.24.0', 'upgrades 1 of 1']);
    const hover = hoverOn(text, '"version"');
    expect(hover?.paragraphs[0]).toContain('"version" is void for nodes that compare versions.');
    expect(hover?.table?.rows).toEqual([['202604.24.0', 'upgrades to 202604.24.3']]);
  });

  it('applies there in a file that only current controllers cannot read', () => {
    const text = '{ "version": "202605.30.2", "scripts_version": [] }';
    expect(statusOf(text)).toBe(
      'Current controllers cannot read this file; "version" applies only to 202604.24.0.',
    );
    expect(hintsOf(text)).toEqual(['upgrades only 202604.24.0']);
    expect(hoverOn(text, '"version"')?.paragraphs[0]).toContain(
      'is void for current controllers: they cannot read this file (line 1).',
    );
    const [finding] = findingsIn(text, { catalogue }).filter(({ ruleId }) => ruleId === 'wrong-type');
    expect(finding?.related.map(({ messageId }) => messageId)).toEqual(['installed-elsewhere']);
  });

  it.each(['{ "version": "202605.30.2", }', '{ "version": 7, "scripts_version": "202607.20.1" }'])(
    'applies nowhere in a file that no controller can read: %s',
    (text) => {
      expect(statusOf(text)).toBe('Nodes cannot read this file: no hotfix applies.');
      expect(hintsOf(text)).toEqual([]);
    },
  );

  it('leaves the scripts to the binary that it installs', () => {
    const text = '{ "version": "202604.24.1", "scripts_version": "202604.24.1" }';
    expect(statusOf(text)).toBe('Nodes can read this file; "version" applies, "scripts_version" may apply.');
    expect(hintsOf(text)).toEqual(['upgrades 1 of 1', 'unknown for 1 of 1']);
  });
});

describe('an entry that all known images of its base have already', () => {
  it('does not apply in status, hint and hover', () => {
    const text = '{ "hotfixes": { "202608.06": "202608.06.1", "202607.20": "202607.20.3" } }';
    expect(statusOf(text)).toBe('Nodes can read this file; 1 of 2 entries apply.');
    expect(hintsOf(text)).toEqual(['upgrades 0 of 1', 'upgrades 1 of 1']);
    expect(hoverOn(text, '"hotfixes"')?.paragraphs).toEqual(['1 of 2 entries apply.']);
  });
});

describe('a "version" that replaces another one', () => {
  it.each([
    ['202604.24.5', '202604.24.3', ['binary']],
    ['202604.24.5', '202607.20.3', []],
  ])('is lower only if images of 202604.24.0 had the same base: %s, then %s', (before, after, expected) => {
    const baseline = new Analysis(`{ "version": "${before}" }`).readings;
    const found = findingsIn(`{ "version": "${after}" }`, { catalogue, baseline });
    expect(
      found.filter(({ ruleId }) => ruleId === 'patch-lowered').map(({ messageId }) => messageId),
    ).toEqual(expected);
  });
});
