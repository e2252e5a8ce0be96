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

/** "1 error, 2 warnings", or "more than 10,000 findings" if some were not counted; empty if nothing was counted. */
export function countsInWords(counts: LevelCounts, isIncomplete = false): string {
  if (isIncomplete) {
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    return `more than ${(Math.floor((total - 1) / 1000) * 1000).toLocaleString('en')} findings`;
  }
  const words = levels.flatMap((level) => {
    const count = counts.get(level);
    if (count === undefined) return [];
    return `${count} ${count === 1 || level === 'information' ? level : `${level}s`}`;
  });
  return words.join(', ');
}
