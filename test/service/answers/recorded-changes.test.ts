import { beforeAll, describe, expect, it } from 'vitest';
import { Analysis, bundledRecord, Catalogue } from '../../../server/src/model/index.ts';
import { differencesBetween } from '../../../server/src/service/answers/difference.ts';
import { findingsIn } from '../../support/markers.ts';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = new Catalogue([], { bundled: await bundledRecord() });
});

describe('against a baseline, a change of a base on record', () => {
  const compare = (before: string, after: string) =>
    findingsIn(after, { catalogue, baseline: new Analysis(before).readings })
      .map(({ ruleId }) => ruleId)
      .filter((id) => ['entry-removed', 'patch-lowered'].includes(id));
  const entries = (...versions: string[]) =>
    JSON.stringify({ hotfixes: Object.fromEntries(versions.map((v) => [v.slice(0, 9), v])) });

  it.each([
    ['no node of which could apply it is no loss', '202607.09.1', [], []],
    ['that goes is one', '202607.20.3', [], ['entry-removed']],
    ['that is lowered is one', '202607.20.3', ['202607.20.2'], ['patch-lowered']],
    ['of no image on record is judged as a current controller', '202604.01.3', [], ['entry-removed']],
  ])('%s', (_, before, after, rules) => {
    expect(compare(entries(before, '202608.14.2'), entries(...after, '202608.14.2'))).toEqual(rules);
  });

  it('does not affect scripts that are applied in any case', () => {
    const scripts = (version: string) => `{ "scripts_version": "${version}" }`;
    expect(compare(scripts('202607.09.1'), '{}')).toEqual([]);
    expect(compare(scripts('202607.20.5'), scripts('202607.20.4'))).toEqual([]);
    expect(compare(scripts('202607.20.5'), '{}')).toEqual(['entry-removed']);
  });

  it('is not a difference if no node could apply it', () => {
    const readings = (text: string) => new Analysis(text).readings;
    const difference = differencesBetween(
      readings(entries('202607.09.1', '202607.20.3')),
      readings('{}'),
      catalogue,
    );
    expect(difference).toEqual([
      { baked: '202607.20.0', what: 'binary', change: 'lost', before: '202607.20.3', after: null },
    ]);
  });
});
