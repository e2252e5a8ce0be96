import { type Level, levels } from '../../rules/rule.ts';
import type { Finding } from '../../service/finding.ts';

/** Counts what was found: all that is kept of a file that was checked. */
export class Summary {
  private files = 0;
  private readonly counts = new Map<Level, number>();

  add(findings: readonly Finding[]): void {
    this.files++;
    for (const { level } of findings) this.counts.set(level, (this.counts.get(level) ?? 0) + 1);
  }

  /** Whether anything was found at a level or above it. */
  reaches(least: Level): boolean {
    return levels.slice(0, levels.indexOf(least) + 1).some((level) => this.counts.has(level));
  }

  /** "1 error, 2 warnings in 3 files.", as a line; empty where nothing could be checked. */
  sentence(): string {
    if (this.files === 0) return '';
    const files = `${this.files} file${this.files === 1 ? '' : 's'}`;
    const counts = levels.flatMap((level) => {
      const count = this.counts.get(level);
      if (count === undefined) return [];
      return `${count} ${count === 1 || level === 'information' ? level : `${level}s`}`;
    });
    return counts.length === 0 ? `Nothing found in ${files}.\n` : `${counts.join(', ')} in ${files}.\n`;
  }
}
