import { quote } from '../model/index.ts';
import { CannotWork } from './terminal.ts';

/** Why something failed, and what to do if that is known. */
export interface Cause {
  readonly why: string;
  readonly next?: string | undefined;
}

const whole = 'if this is a partial clone, run "git fetch --refetch --no-filter"';
export const notInstalled = 'git is not installed';
const noRepository = 'this folder is not in a git repository';

/** `what` completes the error message; the cause follows. */
export function because(what: string, { why, next }: Cause, separator = ': '): CannotWork {
  return new CannotWork(`${what}${separator}${why}`, next);
}

export function tookTooLong(milliseconds: number): string {
  return `git did not answer within ${milliseconds / 1000} s`;
}

const waits = 'git waits for ';

/** For a named pipe or a device in place of a file. */
export function waitsFor(path: string): string {
  return `${waits}${quote(path)}, which is not a regular file`;
}

/** Why git did not answer. */
export function whyNoAnswer({ err }: { readonly err: string }): Cause {
  const [, foreign] = /dubious ownership in repository at '(.*)'/.exec(err) ?? [];
  if (foreign !== undefined)
    return {
      why: 'git does not trust this repository: another user owns it',
      next: `to trust it, run "git config --global --add safe.directory ${inShell(foreign)}"`,
    };
  if (/not a git repository/.test(err)) return { why: noRepository };
  if (err === notInstalled) return missingGit;
  if (err.startsWith('git did not answer')) return lateGit(err);
  if (err.startsWith(waits)) return { why: err, next: 'remove it, or replace it with a file' };
  return lacksContent(err) ? lackedContent(err) : { why: err };
}

export const missingGit: Cause = { why: notInstalled, next: 'install git, or name a file' };

export function lateGit(why: string): Cause {
  return {
    why,
    next: 'look for a named pipe in place of a file such as .gitignore, or set HOTFIX_CONFIG_GIT_TIMEOUT to more seconds',
  };
}

/** Quotes a word for a shell if needed. */
function inShell(word: string): string {
  return /^[\w./:@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** Whether git lacks an object whose hash it knows, as in a partial clone. */
export function lacksContent(said: string): boolean {
  return /lazy fetching|promisor remote|could not fetch|unable to read|bad object|bad file$|missing$/.test(
    said,
  );
}

export function lackedContent(said: string): Cause {
  return { why: `git does not have the content (${said})`, next: whole };
}
