import { beforeAll, describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { changes } from '../../client/src/language-model/changes.ts';
import { changesIn, doings } from '../../coverage-view/src/changes.ts';
import { pictureOf } from '../../coverage-view/src/picture.ts';
import { coverage } from '../../server/src/lsp/coverage.ts';
import {
  Analysis,
  type BakedVersion,
  bundledRecord,
  Catalogue,
  type Version,
} from '../../server/src/model/index.ts';
import { differencesBetween } from '../../server/src/service/answers/difference.ts';
import { today } from '../support/markers.ts';

const own: BakedVersion = {
  version: '202609.03.0' as Version,
  images: ['AKSUbuntu/gen2/2004gen2containerd'],
  records: [],
  generation: 'current',
};
let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = new Catalogue([own], { bundled: await bundledRecord() });
});

function compared(before: string, now: string) {
  const document = TextDocument.create('file:///fleet-hotfix.json', 'json', 1, now);
  const options = { levels: {}, catalogue, today };
  const baseline = { revision: 'HEAD', readings: new Analysis(before).readings };
  return coverage(document, { analysis: new Analysis(now), options }, baseline);
}

describe('"diff" and the comparison with HEAD', () => {
  it.each([
    ['an image whose package is not on record', '{}', '{ "hotfixes": { "202609.03": "202609.03.1" } }'],
    ['the same image that stays again', '{ "hotfixes": { "202609.03": "202609.03.1" } }', '{}'],
    ['a move into the map', '{ "version": "202607.20.3" }', '{ "hotfixes": { "202607.20": "202607.20.3" } }'],
    ['a lower patch', '{ "version": "202607.20.3" }', '{ "version": "202607.20.1" }'],
    [
      'losses and gains',
      '{ "hotfixes": { "202607.20": "202607.20.3" }, "scripts_version": "202608.06.3" }',
      '{ "hotfixes": { "202608.06": "202608.06.3" } }',
    ],
    ['scripts', '{}', '{ "scripts_version": "202609.03.2", "version": "202604.24.1" }'],
  ])('name the same baked versions for %s', (_, before, now) => {
    const [was, is] = [new Analysis(before).readings, new Analysis(now).readings];
    const inDiff = differencesBetween(was, is, catalogue).map(({ baked }) => baked);
    const { bases } = compared(before, now);
    const inEditor = bases.flatMap(({ baked }) =>
      baked.filter((one) => one.before).map((one) => one.version),
    );
    expect(inEditor).toEqual([...new Set(inDiff)].sort());
    expect(inDiff.length).toBeGreaterThan(0);
    const kinds = differencesBetween(was, is, catalogue).map(
      ({ baked, what, change }) => `${baked} ${what} ${change}`,
    );
    const inView = bases.flatMap(({ baked }) =>
      baked.flatMap(({ version, before }) => [
        ...(before?.binary ? [`${version} binary ${before.binary}`] : []),
        ...(before?.scripts ? [`${version} scripts ${before.scripts}`] : []),
      ]),
    );
    expect(inView.sort()).toEqual(kinds.sort());
  });

  it('says that it is unknown whether such an image upgrades', () => {
    const after = compared('{}', '{ "hotfixes": { "202609.03": "202609.03.1" } }');
    expect(changesIn(pictureOf(after, null)).map(doings)).toEqual([
      { before: 'stays as baked', after: 'unknown: asks for 202609.03.1' },
    ]);
    const removed = compared('{ "hotfixes": { "202609.03": "202609.03.1" } }', '{}');
    expect(changesIn(pictureOf(removed, null)).map(doings)).toEqual([
      { before: 'unknown: asks for 202609.03.1', after: 'stays as baked' },
    ]);
    expect(changes(removed).join('\n')).toContain('it asked for 202609.03.1 at HEAD; now it stays as baked');
  });
});
