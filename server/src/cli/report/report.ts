import type { FileReport } from '../../service/findings/json-findings.ts';

/** Writes findings in one format, file by file, so that only one file is held in memory. */
export interface Reporter {
  readonly start: string;
  /** File names are relative to the root of the repository, not to the working directory. */
  readonly namesFromRoot?: true;
  /** Writes commands of a pipeline runner, and escapes those in the text of a file. */
  readonly writesCommands?: true;
  /** A long text comes in pieces. */
  file(report: FileReport): string | Iterable<string>;
  /** Reports a file or folder that could not be read. Standard error has the error too. */
  leaveOut(path: string, message: string): string;
  end(): string;
}
