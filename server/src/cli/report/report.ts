import type { FileReport } from '../../service/json-findings.ts';

/** Puts what was found into one format, file by file, so that no more than one is held. */
export interface Reporter {
  readonly start: string;
  file(report: FileReport): string;
  /** `complete`: every file could be checked. */
  end(complete: boolean): string;
}
