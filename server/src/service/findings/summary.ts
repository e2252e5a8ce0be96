import { type Level, levels } from '../../rules/rule.ts';
import type { Finding } from './finding.ts';
import { countsInWords, countsOf, isCutOff, type LevelCounts } from './level-counts.ts';

export function isAtLeast(level: Level, least: Level): boolean {
  return levels.indexOf(level) <= levels.indexOf(least);
}

/** Counts the findings; nothing else of a checked file is kept. */
export class Summary {
  private files = 0;
  private counts: LevelCounts = new Map();
  private isIncomplete = false;

  add(findings: readonly Finding[]): void {
    this.files++;
    this.counts = countsOf(findings, this.counts);
    this.isIncomplete ||= isCutOff(findings);
  }

  /** Whether there is a finding at or above a level. */
  reaches(least: Level): boolean {
    return [...this.counts.keys()].some((level) => isAtLeast(level, least));
  }

  /** The summary line: `1 error, 2 warnings in 3 files. 2 fixable with "hotfix-config fix".` Empty if no file was checked. */
  sentence(fixable = 0): string {
    if (this.files === 0) return '';
    const files = `${this.files} file${this.files === 1 ? '' : 's'}`;
    const next = fixable > 0 ? ` ${fixable} fixable with "hotfix-config fix".` : '';
    const counts = countsInWords(this.counts, this.isIncomplete) || 'no findings';
    return `${counts.charAt(0).toUpperCase()}${counts.slice(1)} in ${files}.${next}\n`;
  }
}
