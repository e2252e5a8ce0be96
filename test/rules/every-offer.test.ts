import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Analysis, applyEdits, isVersion } from '../../server/src/model/index.ts';
import { refactoringsIn } from '../../server/src/service/answers/actions.ts';
import { type CheckOptions, check } from '../../server/src/service/findings/finding.ts';
import { fixAll } from '../../server/src/service/findings/fix-all.ts';
import { bakedVersions, brokenDocuments, commentedDocuments, documents } from '../support/documents.ts';
import { catalogueOf, today } from '../support/markers.ts';
import { runs } from '../support/runs.ts';

const known = fc.constantFrom(
  [],
  ['202604.02.0', '202605.29.3'],
  ['202604.01.5', '202607.21.0'],
  bakedVersions.filter((version) => isVersion(version) && !version.startsWith('202606')),
);
const levels = { 'retired-base': 'hint' } as const;

interface Offer {
  readonly title: string;
  readonly result: string;
}

/** The results of each fix, each refactoring and fix all, except commands of the editor. */
function offersIn(analysis: Analysis, options: CheckOptions): Offer[] {
  const { text } = analysis.source;
  const fixes = check(analysis, options).flatMap(({ ruleId, fixes }) =>
    fixes()
      .filter(({ saveAsUtf8, deletesFile }) => !(saveAsUtf8 || deletesFile))
      .map(({ title, edits }) => ({ title: `${ruleId}: ${title}`, edits })),
  );
  const all = fixAll(analysis, options).edits;
  return [
    ...fixes,
    ...refactoringsIn(analysis, { start: 0, end: text.length }),
    ...(all.length > 0 ? [{ title: 'fix all', edits: all }] : []),
  ].map(({ title, edits }) => ({ title, result: applyEdits(text, edits) }));
}

function errorsIn(analysis: Analysis, options: CheckOptions): string[] {
  return check(analysis, options).flatMap(({ level, ruleId, message }) =>
    level === 'error' ? [`${ruleId}: ${message()}`] : [],
  );
}

function expectGoodOffers(analysis: Analysis, options: CheckOptions): void {
  const before = errorsIn(analysis, options);
  for (const { title, result } of offersIn(analysis, options)) {
    expect(result, title).not.toBe(analysis.source.text);
    const after = errorsIn(new Analysis(result), options);
    expect(after.length, `${title}: ${result}: ${after.join('; ')}`).toBeLessThanOrEqual(before.length);
  }
}

describe('every fix that is offered', () => {
  it.each([
    ['as people write it', documents],
    ['with comments', commentedDocuments],
    ['that is broken', brokenDocuments],
  ])('changes a config %s, and adds no error', (_, texts) => {
    fc.assert(
      fc.property(texts, known, fc.constantFrom(today, '2027-01-01'), (text, versions, day) => {
        const options = { levels, today: day, catalogue: catalogueOf(versions) };
        expectGoodOffers(new Analysis(text), options);
      }),
      { numRuns: runs(60) },
    );
  });

  it('also against a baseline', () => {
    fc.assert(
      fc.property(documents, documents, known, (text, former, versions) => {
        const { readings } = new Analysis(former);
        const options = { levels, today, catalogue: catalogueOf(versions), baseline: readings };
        const analysis = new Analysis(text);
        // An unreadable file has lost everything. The details appear when it is readable.
        fc.pre(analysis.isReadable);
        expectGoodOffers(analysis, options);
      }),
      { numRuns: runs(60) },
    );
  });
});
