import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describe as describeToModel } from '../../../client/src/language-model/description.ts';
import { changesIn, firstOf } from '../../../coverage-view/src/changes.ts';
import { pictureOf } from '../../../coverage-view/src/picture.ts';
import {
  Analysis,
  baseOf,
  binaryVerdict,
  Catalogue,
  isCalendarDate,
  isLoss,
  isVersion,
  scriptsVerdict,
  type VersionProperty,
} from '../../../server/src/model/index.ts';
import { codeLensOf } from '../../../server/src/service/answers/code-lens.ts';
import { differencesBetween } from '../../../server/src/service/answers/difference.ts';
import { explain } from '../../../server/src/service/answers/explanation.ts';
import { hoverAt } from '../../../server/src/service/answers/hover.ts';
import { inlayHintsIn } from '../../../server/src/service/answers/inlay-hints.ts';
import { outcomeOf } from '../../../server/src/service/answers/outcome.ts';
import { summarize } from '../../../server/src/service/answers/status.ts';
import { check } from '../../../server/src/service/findings/finding.ts';
import { Answering } from '../../support/coverage.ts';
import { bakedVersions, documents } from '../../support/documents.ts';
import { catalogueOf, today } from '../../support/markers.ts';
import { runs } from '../../support/runs.ts';

const unreadableIn = ['utf8bom', 'utf16le', 'utf16be'];
const encodings = fc.constantFrom(undefined, undefined, undefined, 'windows1252', ...unreadableIn);

/** For each visible entry and field, whether it is void. */
function voids(analysis: Analysis): readonly (readonly [VersionProperty, boolean])[] {
  return analysis.seen.versionProperties.map((property) => [
    property,
    outcomeOf(analysis, property, Catalogue.empty).isVoid,
  ]);
}

function entriesThatApply(analysis: Analysis): string | undefined {
  const entries = voids(analysis).filter(([property]) => property.role === 'entry');
  if (!analysis.hasEntries || !analysis.isReadable) return undefined;
  return `${entries.filter(([, isVoid]) => !isVoid).length} of ${analysis.seen.entries.length}`;
}

function hoverOn(analysis: Analysis, offset: number, catalogue: Catalogue) {
  const hover = hoverAt(analysis, offset, { catalogue, levels: {}, today }, () => []);
  if (!hover) throw new Error('Nothing is said about an entry.');
  const { paragraphs, table } = hover.explanation;
  return { first: paragraphs[0] ?? '', rows: table?.rows ?? [] };
}

function eachState(property: (analysis: Analysis, text: string, encoding: string | undefined) => void): void {
  fc.assert(
    fc.property(documents, encodings, (text, encoding) =>
      property(new Analysis(text, encoding), text, encoding),
    ),
    { numRuns: runs(120) },
  );
}

describe.each([
  ['with a record', bakedVersions],
  ['without one', []],
])('one answer is given, %s,', (_, known) => {
  const catalogue = catalogueOf(known);

  it('about each entry by hover and hints', () => {
    eachState((analysis, text) => {
      const hints = new Map(
        inlayHintsIn(analysis, { start: 0, end: text.length }, catalogue).map((hint) => [
          hint.offset,
          hint.label,
        ]),
      );
      for (const property of analysis.versionProperties) {
        const { isVoid, known, upgrading } = outcomeOf(analysis, property, catalogue);
        const { first, rows } = hoverOn(analysis, property.value.start + 1, catalogue);
        expect(/ is void: /.test(first)).toBe(isVoid);
        const saysUpgrades = rows.filter(([, does]) => does?.startsWith('upgrades to ')).length;
        expect(saysUpgrades).toBe(isVoid ? 0 : upgrading);
        const count = known.length === 0 ? 'no known node' : `upgrades ${upgrading} of ${known.length}`;
        const label = isVoid ? 'void' : catalogue.isEmpty ? undefined : count;
        expect(hints.get(property.value.end)).toBe(analysis.isReadable ? label : undefined);
      }
    });
  });

  it('about how many entries apply by status, hover and language-model tool', () => {
    eachState((analysis, text, encoding) => {
      const { summary, readable } = summarize(analysis);
      const applying = entriesThatApply(analysis);
      expect(readable).toBe(analysis.config !== null);
      expect(/\d+ of \d+/.exec(summary)?.[0]).toBe(applying);
      const maps = analysis.source.fields.filter(({ name }) => name === 'hotfixes');
      const [map] = maps;
      if (map && maps.length === 1 && map.entries.length > 0) {
        const { first } = hoverOn(analysis, map.key.start + 1, catalogue);
        expect(/\d+ of \d+/.exec(first)?.[0]).toBe(applying);
      }
      const coverage = new Answering(known.map((version) => ({ version }))).coverage(text, encoding);
      const description = describeToModel({
        name: 'x',
        hasUnsavedChanges: false,
        coverage,
        nodeSteps: null,
        isCompared: false,
      });
      expect([coverage.summary, coverage.readable]).toEqual([summary, readable]);
      expect(description).toContain(summary);
      expect(coverage.problem === null).toBe(readable);
    });
  });

  it('about each base by picture, language-model tool and explain', () => {
    eachState((analysis, text, encoding) => {
      const coverage = new Answering(known.map((version) => ({ version }))).coverage(text, encoding);
      for (const { base, entry, baked } of coverage.bases) {
        if (!entry) continue;
        const { verdicts, readable } = explain({ analysis }, [`${base}.0`]);
        const binary = verdicts[0]?.binary;
        const upgrades = binary?.upgrade && isVersion(binary.resolved) && isCalendarDate(base as never);
        expect(readable).toBe(analysis.isReadable);
        expect(entry.isVoid).toBe(!upgrades);
        if (entry.isVoid) expect(baked.filter(({ outcome }) => outcome === 'upgrades')).toEqual([]);
      }
    });
  });

  it('about how many baked versions upgrade by lens, picture and explain', () => {
    eachState((analysis, text, encoding) => {
      const { title = '' } = codeLensOf(analysis, { catalogue, today }) ?? {};
      const count = Number(/^(\d+) upgrades?\b/.exec(title)?.[1] ?? 0);
      const coverage = new Answering(known.map((version) => ({ version }))).coverage(text, encoding);
      const drawn = coverage.bases.flatMap(({ baked }) => baked.map(({ outcome }) => outcome));
      expect(count).toBe(drawn.filter((outcome) => outcome === 'upgrades').length);
      const { verdicts } = explain({ analysis }, known);
      const upgrading = verdicts.filter(
        ({ binary: { upgrade, resolved }, baked }) =>
          upgrade && isVersion(resolved) && isCalendarDate(baseOf(baked as never)),
      );
      expect(count).toBe(upgrading.length);
      if (known.length === 0) expect(title).toBe('');
    });
  });

  it('about how many lost a hotfix by lens, picture and diff', () => {
    fc.assert(
      fc.property(documents, documents, (earlier, text) => {
        const [before, now] = [new Analysis(earlier), new Analysis(text)];
        const options = { catalogue, today, before: before.readings, revision: 'HEAD' };
        const { title = '', isLoss: hasLoss = false } = codeLensOf(now, options) ?? {};
        const counts = [...title.matchAll(/(\d+) (?:lost|lowered)\b/g)].map(([, count]) => Number(count));
        const sum = counts.reduce((total, count) => total + count, 0);
        const coverage = new Answering(known.map((version) => ({ version }))).comparison(earlier, text);
        const marks = changesIn(pictureOf(coverage, null)).flatMap((change) =>
          isLoss(firstOf(change.before)) ? change.marks : [],
        );
        if (now.source.root?.kind === 'object') expect(sum).toBe(marks.length);
        expect([hasLoss, / against HEAD$/.test(title)]).toEqual([sum > 0, sum > 0]);
        const inDiff = differencesBetween(before.readings, now.readings, catalogue);
        const lost = new Set(inDiff.filter(({ change }) => isLoss(change)).map(({ baked }) => baked));
        const onRecord = marks.filter(({ sign }) => sign !== 'unknown').map(({ version }) => version);
        expect(onRecord.sort()).toEqual([...lost].filter((baked) => catalogue.get(baked)).sort());
      }),
      { numRuns: runs(120) },
    );
  });

  it('about the file in findings and all other answers', () => {
    eachState((analysis, _text, encoding) => {
      const found = check(analysis, { levels: {}, today }).some(
        ({ ruleId, level, messageId }) =>
          level === 'error' && ['json-syntax', 'wrong-type'].includes(ruleId) && messageId !== 'garbled',
      );
      expect(found).toBe(analysis.config === null);
      if (encoding && unreadableIn.includes(encoding)) expect(analysis.config).toBeNull();
      for (const version of known) {
        const [binary, scripts] = [
          binaryVerdict(analysis.config, version),
          scriptsVerdict(analysis.config, version),
        ];
        const [{ binary: b, scripts: s } = {}] = explain({ analysis }, [version]).verdicts;
        expect([b?.upgrade, s?.upgrade]).toEqual([binary.upgrade, scripts.upgrade]);
      }
    });
  });
});

describe('a base that is not a valid date', () => {
  it.each([
    '{"hotfixes":{"202611.31":"202611.31.1"}}',
    '{"hotfixes":{"202613.01":"202613.01.1"}}',
    '{"hotfixes":{"202602.29":"202602.29.4"}}',
  ])('applies to no node in all answers: %s', (text) => {
    const analysis = new Analysis(text);
    expect(summarize(analysis).summary).toBe('Nodes can read this file; 0 of 1 entry applies.');
    const map = hoverOn(analysis, 2, Catalogue.empty);
    expect(map.first).toBe('0 of 1 entry applies.');
    expect(map.rows[0]?.[2]).toBe('void');
    expect(hoverOn(analysis, text.indexOf('20'), Catalogue.empty).first).toContain('is void');
    expect(new Answering([]).coverage(text).bases[0]?.entry?.isVoid).toBe(true);
  });

  it('applies to no node in a field either', () => {
    const analysis = new Analysis('{"version":"202602.30.1","scripts_version":"202602.30.1"}');
    expect(summarize(analysis).summary).toBe(
      'Nodes can read this file; "version" does not apply, "scripts_version" does not apply.',
    );
  });
});
