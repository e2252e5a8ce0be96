import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  Analysis,
  bundledRecord,
  Catalogue,
  type FleetRecord,
  isLoss,
  isVersion,
  noFile,
} from '../../../server/src/model/index.ts';
import { codeLensOf } from '../../../server/src/service/answers/code-lens.ts';
import { differencesBetween } from '../../../server/src/service/answers/difference.ts';
import { explain } from '../../../server/src/service/answers/explanation.ts';
import { hoverAt } from '../../../server/src/service/answers/hover.ts';
import { answersFor } from '../../../server/src/service/answers/node-answers.ts';
import { Answering } from '../../support/coverage.ts';
import { today } from '../../support/markers.ts';
import { runs } from '../../support/runs.ts';

let record: FleetRecord;
let catalogue: Catalogue;
beforeAll(async () => {
  record = await bundledRecord();
  catalogue = new Catalogue([], { bundled: record });
});

// The last ones have controllers that compare.
const base = fc
  .tuple(fc.constantFrom(12, 24, 1000), fc.nat({ max: 1000 }))
  .map(([last, n]) => catalogue.bases.slice(-last).at(n % Math.min(last, catalogue.bases.length)) ?? '');
const patch = fc.oneof(fc.nat({ max: 30 }).map(String), fc.constantFrom('', '03', '1-rc.1'));
const version = fc.tuple(base, patch).map((parts) => parts.join('.'));
const field = fc.oneof(
  { weight: 5, arbitrary: version },
  { weight: 1, arbitrary: fc.constantFrom('', 'dev', 'latest', 7, null) },
);
const configs = fc
  .record(
    {
      hotfixes: fc.oneof(
        { weight: 8, arbitrary: fc.dictionary(base, version, { maxKeys: 6 }) },
        { weight: 1, arbitrary: fc.constantFrom(null, [], 7) },
      ),
      version: field,
      scripts_version: field,
    },
    { requiredKeys: [] },
  )
  .map((config) => JSON.stringify(config));

/** What `explain` says that nodes of a baked version ask for, where at least one image can install it. */
function upgradesIn(analysis: Analysis): Map<string, string> {
  const { verdicts } = explain(
    { analysis },
    catalogue.all.map(({ version }) => version),
    catalogue,
  );
  return new Map(
    verdicts.flatMap(({ baked, recorded }) => {
      const asks = recorded?.binary.asks ?? null;
      const installs = recorded?.images.some((image) => image.installs !== false) ?? false;
      return asks !== null && installs ? [[baked, asks] as const] : [];
    }),
  );
}

describe('for images on record, one answer is given', () => {
  it('by explain, diff, picture and node lists', () => {
    const labels = catalogue.all.map(({ version }) => ({ node: null, label: version }));
    fc.assert(
      fc.property(configs, (text) => {
        const analysis = new Analysis(text);
        const explained = upgradesIn(analysis);
        const differing = differencesBetween(noFile, analysis.readings, catalogue)
          .filter(({ what, baked }) => what === 'binary' && catalogue.get(baked))
          .map(({ baked, after }) => [baked, after] as const);
        expect(new Map<string, unknown>(differing)).toEqual(explained);
        const covered = new Answering([], record).coverage(text).bases.flatMap(({ baked }) => baked);
        expect(new Map(covered.flatMap(({ version, to }) => (to ? [[version, to]] : [])))).toEqual(explained);
        for (const { outcome, to, version } of covered)
          if (outcome === 'upgrades' || outcome === 'unclear')
            expect([version, to]).not.toEqual([version, '']);
        for (const { baked, binary } of answersFor(labels, analysis.readings, catalogue))
          if (binary.installs) expect(explained.get(baked ?? '')).toBe(binary.asks);
      }),
      { numRuns: runs(20) },
    );
  });

  it('by lens and diff about losses, and by lens and picture about upgrades', () => {
    fc.assert(
      fc.property(configs, configs, (earlier, text) => {
        const [before, now] = [new Analysis(earlier).readings, new Analysis(text)];
        const options = { catalogue, today, before, revision: 'main' };
        const { title = '' } = codeLensOf(now, options) ?? {};
        const count = (words: RegExp) =>
          [...title.matchAll(words)].reduce((sum, [, found]) => sum + Number(found), 0);
        const losses = differencesBetween(before, now.readings, catalogue).filter(({ change }) =>
          isLoss(change),
        );
        expect(count(/(\d+) (?:lost|lowered)\b/g)).toBe(new Set(losses.map(({ baked }) => baked)).size);
        const covered = new Answering([], record).coverage(text).bases.flatMap(({ baked }) => baked);
        const upgrading = covered.filter(({ outcome }) => outcome === 'upgrades');
        expect(count(/^(\d+) upgrades?\b/g)).toBe(upgrading.length);
      }),
      { numRuns: runs(20) },
    );
  });

  it('by explain and the hover on an entry', () => {
    fc.assert(
      fc.property(configs, (text) => {
        const analysis = new Analysis(text);
        const explained = upgradesIn(analysis);
        for (const property of analysis.seen.versionProperties.filter(({ role }) => role === 'entry')) {
          const options = { catalogue, levels: {}, today };
          const hover = hoverAt(analysis, property.value.start + 1, options, () => []);
          const rows = hover?.explanation.table?.rows ?? [];
          const upgrading = rows.flatMap(([baked = '', does = '']) =>
            /^upgrades to /.test(does) ? [baked] : [],
          );
          for (const baked of upgrading) expect(explained.get(baked)).toBe(property.trimmed);
          if (upgrading.length > 0) expect(isVersion(property.trimmed)).toBe(true);
        }
      }),
      { numRuns: runs(20) },
    );
  });
});
