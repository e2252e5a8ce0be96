import { type Analysis, type Edit, firstIndex, type Range } from '../../model/index.ts';
import { propertyRange } from '../../rules/edits.ts';
import type { Fix } from '../../rules/index.ts';
import { moveVersionIntoMap } from '../../rules/move-version.ts';
import type { Finding } from '../findings/finding.ts';
import { mostImportant } from '../findings/most-important.ts';

export interface OfferedFix {
  /** What it mends, more than one thing where each asks for the same edits under the same name. */
  readonly findings: readonly Finding[];
  readonly fix: Fix;
}

export interface Refactoring {
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** The fixes of the findings that a selection or cursor touches, the most important of those where they are too many. */
export function fixesIn(findings: readonly Finding[], range: Range): OfferedFix[] {
  const { shown } = mostImportant(touching(findings, range), undefined);
  const offered = new Map<string, { findings: Finding[]; fix: Fix }>();
  for (const finding of shown) {
    for (const fix of finding.fixes()) {
      const same = JSON.stringify(fix);
      const known = offered.get(same);
      if (known) known.findings.push(finding);
      else offered.set(same, { findings: [finding], fix });
    }
  }
  return [...offered.values()];
}

/** What can be said in another way without a fault: `version` as an entry of `hotfixes`. */
export function refactoringsIn(analysis: Analysis, range: Range): Refactoring[] {
  const onVersion = analysis.source.fields.some(
    (field) => field.role === 'pointer' && touches(propertyRange(field), range),
  );
  const move = onVersion && !analysis.hasEntries ? moveVersionIntoMap(analysis) : undefined;
  return move ? [move] : [];
}

/** Of findings in the order of the text, how far each and those before it reach. */
const reaches = new WeakMap<readonly Finding[], readonly number[]>();

/** A client asks at every move of the cursor: not every finding is looked at. */
function touching(findings: readonly Finding[], range: Range): Finding[] {
  const reach = reaches.get(findings) ?? reachOf(findings);
  reaches.set(findings, reach);
  const first = firstIndex(reach, (end) => end >= range.start);
  const after = firstIndex(findings, ({ start }) => start > range.end);
  return findings.slice(first, after).filter((finding) => touches(finding, range));
}

function reachOf(findings: readonly Finding[]): number[] {
  let most = 0;
  return findings.map(({ end }) => {
    most = Math.max(most, end);
    return most;
  });
}

function touches(a: Range, b: Range): boolean {
  return a.start <= b.end && b.start <= a.end;
}
