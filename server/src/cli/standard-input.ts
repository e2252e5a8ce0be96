import { quote } from '../model/index.ts';
import { WrongUsage } from './terminal.ts';

/** The name to report for a path. For standard input that is `--stdin-filename`. */
export function namesFor(
  paths: readonly string[],
  stdinFilename: string | undefined,
): (path: string) => string {
  if (stdinFilename !== undefined && !paths.includes('-'))
    throw new WrongUsage(
      `--stdin-filename ${quote(stdinFilename)} needs "-" as a path`,
      'add "-" to read standard input',
    );
  return (path) => (path === '-' ? (stdinFilename ?? path) : path);
}
