import type { Range } from '../../model/index.ts';
import { levels } from '../../rules/index.ts';
import type { Finding } from './finding.ts';
import { countsInWords, countsOf, isCutOff } from './level-counts.ts';

/** An editor has trouble showing more, and people do not read them. */
export const mostShown = 1_000;

export interface Selected {
  /** In the order of the text. */
  readonly shown: readonly Finding[];
  readonly left: readonly Finding[];
}

/**
 * The findings to show if there are too many: by level, then by distance from the last edit, so that a new error is
 * always among them.
 */
export function mostImportant(findings: readonly Finding[], edited: Range | undefined): Selected {
  if (findings.length <= mostShown) return { shown: findings, left: [] };
  const ranked = findings
    .filter(({ omitted }) => !omitted)
    .map((finding) => ({
      finding,
      level: levels.indexOf(finding.level),
      distance: edited ? distance(finding, edited) : 0,
    }))
    .sort((a, b) => a.level - b.level || a.distance - b.distance)
    .map(({ finding }) => finding);
  const shown = new Set(ranked.slice(0, mostShown));
  return {
    shown: findings.filter((finding) => shown.has(finding)),
    left: [...ranked.slice(mostShown), ...findings.filter(({ omitted }) => omitted)],
  };
}

function distance(a: Range, b: Range): number {
  return Math.max(0, a.start - b.end, b.start - a.end);
}

/** The message about the findings that are not shown. */
export function leftOut(left: readonly Finding[]): string {
  const counts = countsInWords(countsOf(left), isCutOff(left));
  return `Not shown here, after the ${mostShown} most important findings: ${counts}. "hotfix-config check" lists more.`;
}
