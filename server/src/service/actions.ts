import type { Analysis, Edit, Range } from '../model/index.ts';
import { propertyRange } from '../rules/edits.ts';
import type { Fix } from '../rules/index.ts';
import { moveVersionIntoMap } from '../rules/move-version.ts';
import type { Finding } from './finding.ts';

export interface OfferedFix {
  readonly finding: Finding;
  readonly fix: Fix;
}

export interface Refactoring {
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** The fixes of the findings that a selection or cursor touches. */
export function fixesIn(findings: readonly Finding[], range: Range): OfferedFix[] {
  return findings
    .filter((finding) => touches(finding, range))
    .flatMap((finding) => finding.fixes().map((fix) => ({ finding, fix })));
}

/** What can be said in another way without a fault: `version` as an entry of `hotfixes`. */
export function refactoringsIn(analysis: Analysis, range: Range): Refactoring[] {
  const onVersion = analysis.source.fields.some(
    (field) => field.name === 'version' && touches(propertyRange(field), range),
  );
  const move = onVersion && !analysis.hasEntries ? moveVersionIntoMap(analysis) : undefined;
  return move ? [move] : [];
}

function touches(a: Range, b: Range): boolean {
  return a.start <= b.end && b.start <= a.end;
}
