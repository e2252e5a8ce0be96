import { createHash } from 'node:crypto';
import type { Finding } from '../../service/findings/finding.ts';

/** Fingerprints that are stable when lines above change: rule, flagged text and message, and a number if these repeat. */
export class Fingerprints {
  private readonly seen = new Map<string, number>();

  /** `file` is part of them if reports of several files are compared as one. */
  constructor(
    private readonly text: string,
    private readonly file?: string,
  ) {}

  of({ ruleId, start, end, messageId, data }: Finding): string {
    const parts = [ruleId, this.text.slice(start, end), messageId, JSON.stringify(data)];
    const flagged = [...(this.file === undefined ? [] : [this.file]), ...parts].join('\0');
    const count = this.seen.get(flagged) ?? 0;
    this.seen.set(flagged, count + 1);
    return createHash('sha256').update(`${flagged}\0${count}`).digest('hex').slice(0, 32);
  }
}
