import { type Level, levels } from '../../rules/rule.ts';
import type { Finding } from '../../service/findings/finding.ts';
import { countsInWords, countsOf, type LevelCounts } from '../../service/findings/level-counts.ts';

export function isAtLeast(level: Level, least: Level): boolean {
  return levels.indexOf(level) <= levels.indexOf(least);
}

/** Counts what was found: all that is kept of a file that was checked. */
export class Summary {
  private files = 0;
  private counts: LevelCounts = new Map();

  add(findings: readonly Finding[]): void {
    this.files++;
    this.counts = countsOf(findings, this.counts);
  }

  /** Whether anything was found at a level or above it. */
  reaches(least: Level): boolean {
    return [...this.counts.keys()].some((level) => isAtLeast(level, least));
  }

  /** "1 error, 2 warnings in 3 files.", as a line, with what mends `mendable` of them; empty where nothing could be checked. */
  sentence(mendable = 0): string {
    if (this.files === 0) return '';
    const files = `${this.files} file${this.files === 1 ? '' : 's'}`;
    const next = mendable > 0 ? `; "hotfix-config fix" mends ${mendable} of them` : '';
    return `${countsInWords(this.counts) || 'Nothing found'} in ${files}${next}.\n`;
  }
}
