import { type Level, levels } from '../../rules/rule.ts';

export type LevelCounts = ReadonlyMap<Level, number>;

/** A finding, or several that it counts. */
interface Counted {
  readonly level: Level;
  readonly omitted?: LevelCounts;
}

export function countsOf(findings: readonly Counted[], before: LevelCounts = new Map()): LevelCounts {
  const counts = new Map(before);
  for (const { level, omitted = new Map([[level, 1]]) } of findings) {
    for (const [each, count] of omitted) counts.set(each, (counts.get(each) ?? 0) + count);
  }
  return counts;
}

/** Whether a list of findings was cut off, so that its counts are minimums. */
export function isCutOff(findings: readonly Counted[]): boolean {
  return findings.at(-1)?.omitted !== undefined;
}

/** "1 error, 2 warnings", after "at least" if more may be left out; empty if nothing was counted. */
export function countsInWords(counts: LevelCounts, isLeast = false): string {
  const words = levels.flatMap((level) => {
    const count = counts.get(level);
    if (count === undefined) return [];
    return `${count} ${count === 1 || level === 'information' ? level : `${level}s`}`;
  });
  return isLeast && words.length > 0 ? `at least ${words.join(', ')}` : words.join(', ');
}
