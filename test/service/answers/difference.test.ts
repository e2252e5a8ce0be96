import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Analysis, binaryVerdict, Catalogue, scriptsVerdict } from '../../../server/src/model/index.ts';
import { differencesBetween } from '../../../server/src/service/answers/difference.ts';
import { bakedVersions, documents } from '../../support/documents.ts';
import { runs } from '../../support/runs.ts';

it('All configs that differ for nodes have a difference', () => {
  fc.assert(
    fc.property(documents, documents, (before, after) => {
      const [a, b] = [new Analysis(before).readings, new Analysis(after).readings];
      const differs = bakedVersions.some((baked) =>
        [binaryVerdict, scriptsVerdict].some((judge) => {
          const [was, is] = [judge(a.current, baked), judge(b.current, baked)];
          return was.upgrade !== is.upgrade || (was.upgrade && was.resolved !== is.resolved);
        }),
      );
      if (differs) expect(differencesBetween(a, b, Catalogue.empty)).not.toEqual([]);
    }),
    { numRuns: runs(500) },
  );
});
