import type { FileReport } from '../../service/findings/json-findings.ts';

/** Puts what was found into one format, file by file, so that no more than one is held. */
export interface Reporter {
  readonly start: string;
  /** Whether its reader looks for files from the root of the repository, wherever the check was started. */
  readonly namesFromRoot?: true;
  /** It writes commands of a runner, and lets none be written by a file. */
  readonly writesCommands?: true;
  file(report: FileReport): string;
  /** A file or folder that could not be read, and why; standard error tells of it too. */
  leaveOut?(path: string, message: string): void;
  end(): string;
}
