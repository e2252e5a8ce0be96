import { type Level, levels } from '../../rules/rule.ts';

export type LevelCounts = ReadonlyMap<Level, number>;

/** A finding, or several that it counts. */
interface Counted {
  readonly level: Level;
  readonly standsFor?: LevelCounts;
}

export function countsOf(findings: readonly Counted[], before: LevelCounts = new Map()): LevelCounts {
  const counts = new Map(before);
  for (const { level, standsFor = new Map([[level, 1]]) } of findings) {
    for (const [each, count] of standsFor) counts.set(each, (counts.get(each) ?? 0) + count);
  }
  return counts;
}

/** "1 error, 2 warnings"; empty if nothing was counted. */
export function countsInWords(counts: LevelCounts): string {
  const words = levels.flatMap((level) => {
    const count = counts.get(level);
    if (count === undefined) return [];
    return `${count} ${count === 1 || level === 'information' ? level : `${level}s`}`;
  });
  return words.join(', ');
}
