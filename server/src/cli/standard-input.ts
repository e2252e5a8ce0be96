import { quote } from '../model/index.ts';
import { WrongUsage } from './terminal.ts';

/** What a path is called: standard input by the name that it was given. A name for what is not read is a mistake. */
export function namesFor(
  paths: readonly string[],
  stdinFilename: string | undefined,
): (path: string) => string {
  if (stdinFilename !== undefined && !paths.includes('-'))
    throw new WrongUsage(
      `--stdin-filename ${quote(stdinFilename)} names standard input, which is not read; write "-" as a path to read it.`,
    );
  return (path) => (path === '-' ? (stdinFilename ?? path) : path);
}
