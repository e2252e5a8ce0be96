import { type Level, levels } from '../rules/rule.ts';
import type { Finding } from './finding.ts';

export type LevelCounts = ReadonlyMap<Level, number>;

export function countsOf(findings: readonly Finding[], before: LevelCounts = new Map()): LevelCounts {
  const counts = new Map(before);
  for (const { level } of findings) counts.set(level, (counts.get(level) ?? 0) + 1);
  return counts;
}

/** "1 error, 2 warnings"; empty where nothing was counted. */
export function countsInWords(counts: LevelCounts): string {
  const words = levels.flatMap((level) => {
    const count = counts.get(level);
    if (count === undefined) return [];
    return `${count} ${count === 1 || level === 'information' ? level : `${level}s`}`;
  });
  return words.join(', ');
}
