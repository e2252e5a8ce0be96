import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The config after a commit: its file, or null. */
export interface Change {
  readonly commit: string;
  /** YYYY-MM-DD */
  readonly date: string;
  readonly path: string;
  readonly text: string | null;
}

/** A change, as a commit of the repository, and the commit before it. */
export interface Step {
  readonly change: Change;
  readonly hash: string;
  readonly before: { readonly change: Change | undefined; readonly hash: string };
}

/** A file with one change per line, in chronological order. */
export function readHistory(file: string): Change[] {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines
    .map((line): Change => JSON.parse(line))
    .toSorted((one, other) => one.date.localeCompare(other.date));
}

/** Creates a git repository with a commit for each change. There is one config at a time: a new path is a move. */
export function makeRepository(folder: string, changes: readonly Change[]): Step[] {
  const paths = [...new Set(changes.map(({ path }) => path))];
  git(folder, ['init', '--quiet', '--initial-branch=main']);
  // Some of the names are not configs by default.
  writeFileSync(join(folder, '.hotfixrc.json'), JSON.stringify({ files: paths }));
  let before: Step['before'] = { change: undefined, hash: commit(folder, 'No config yet', changes[0]?.date) };
  return changes.map((change) => {
    for (const path of paths) rmSync(join(folder, path), { force: true });
    if (change.text !== null) {
      mkdirSync(dirname(join(folder, change.path)), { recursive: true });
      writeFileSync(join(folder, change.path), change.text);
    }
    const hash = commit(folder, change.commit, change.date);
    const step = { change, hash, before };
    before = { change, hash };
    return step;
  });
}

function commit(folder: string, message: string, date = '2026-01-01'): string {
  const at = `${date}T12:00:00Z`;
  const env = { ...process.env, GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at };
  const identity = [
    '-c',
    'user.name=Replay',
    '-c',
    'user.email=replay@localhost',
    '-c',
    'commit.gpgSign=false',
  ];
  git(folder, ['add', '--all']);
  // Two commits with the same content upstream are separate steps.
  git(folder, [...identity, 'commit', '--quiet', '--allow-empty', '--no-verify', '-m', message], env);
  return git(folder, ['rev-parse', 'HEAD']).trim();
}

export function git(cwd: string, args: readonly string[], env = process.env): string {
  return execFileSync('git', args, { cwd, env, encoding: 'utf8' });
}
