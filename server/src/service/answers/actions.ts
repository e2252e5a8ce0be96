import { type Analysis, type Edit, firstIndex, type Range } from '../../model/index.ts';
import { propertyRange } from '../../rules/edits.ts';
import type { Fix } from '../../rules/index.ts';
import { moveVersionIntoMap } from '../../rules/move-version.ts';
import type { Finding } from '../findings/finding.ts';
import { mostImportant } from '../findings/most-important.ts';

export interface OfferedFix {
  /** What it fixes: several findings if they offer the same edits under the same title. */
  readonly findings: readonly Finding[];
  readonly fix: Fix;
  /** It is selected itself, not only another part of its entry. */
  readonly isSelected: boolean;
}

export interface Refactoring {
  readonly title: string;
  readonly edits: readonly Edit[];
}

/**
 * The fixes of the findings in a range, of too many the most important ones; first those of findings that a selection or
 * cursor touches.
 */
export function fixesIn(findings: readonly Finding[], range: Range, selected: Range): OfferedFix[] {
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
  const all = [...offered.values()].map((one) => ({
    ...one,
    isSelected: one.findings.some((finding) => touches(finding, selected)),
  }));
  return [...all.filter(({ isSelected }) => isSelected), ...all.filter(({ isSelected }) => !isSelected)];
}

/** Changes that fix nothing: `version` as an entry of `hotfixes`. */
export function refactoringsIn(analysis: Analysis, range: Range): Refactoring[] {
  const onVersion = analysis.source.fields.some(
    (field) => field.role === 'pointer' && touches(propertyRange(field), range),
  );
  const move = onVersion && !analysis.hasEntries ? moveVersionIntoMap(analysis) : undefined;
  return move ? [move] : [];
}

/** A range with the whole of each entry and field that it touches: their fixes are offered anywhere on them. */
export function withProperties({ source }: Analysis, range: Range): Range {
  let { start, end } = range;
  for (const field of source.fields) {
    const all = field.entries.length > 0 ? field.entries : [field];
    // They are in the order of the text. An editor asks at each move of the cursor.
    const first = all[firstIndex(all, ({ value }) => value.end >= range.start)];
    const last = all[firstIndex(all, ({ key }) => key.start > range.end) - 1];
    if (!first || !last || first.key.start > range.end || last.value.end < range.start) continue;
    start = Math.min(start, first.key.start);
    end = Math.max(end, last.value.end);
  }
  return { start, end };
}

/** For findings in the order of the text: the furthest end up to each of them. */
const reaches = new WeakMap<readonly Finding[], readonly number[]>();

/** The findings that a range touches. A client asks at each move of the cursor, so not every one is examined. */
export function touching(findings: readonly Finding[], range: Range): Finding[] {
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
