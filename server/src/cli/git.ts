import type { ExecFileException } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CannotWork, type Terminal, tell } from './terminal.ts';

export interface GitResult {
  readonly ok: boolean;
  readonly out: Buffer;
  readonly err: string;
}

/**
 * The arguments and the environment for a git that only reads, and in which nothing in the repository's own
 * configuration runs a program: no hooks, no file-system monitor, no pager, no prompt, no fetching of what a partial
 * clone lacks.
 */
export function readOnlyGit(
  args: readonly string[],
  cwd: string,
): { args: string[]; env: NodeJS.ProcessEnv } {
  return {
    args: ['--no-pager', '-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', ...args],
    env: {
      ...(isBelowRepository(cwd) ? withoutHooksRepository(process.env) : process.env),
      GIT_TERMINAL_PROMPT: '0',
      GIT_OPTIONAL_LOCKS: '0',
      GIT_ALLOW_PROTOCOL: 'none',
      GIT_NO_LAZY_FETCH: '1',
      LC_ALL: 'C',
    },
  };
}

/** A hook of git names its repository to every git that it runs, wherever that runs; a folder in another has its own. */
function withoutHooksRepository({
  GIT_DIR,
  GIT_WORK_TREE,
  GIT_COMMON_DIR,
  GIT_INDEX_FILE,
  GIT_PREFIX,
  ...env
}: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return env;
}

export async function git(cwd: string, ...words: readonly string[]): Promise<GitResult> {
  // Loading this takes as long as checking a hundred files.
  const { execFile } = await import('node:child_process');
  const { args, env } = readOnlyGit(words, cwd);
  const options = { cwd, env, encoding: 'buffer', maxBuffer: 1 << 30 } as const;
  return new Promise((resolve) => {
    execFile('git', args, options, (error, out, err) => {
      resolve({ ok: error === null, out, err: error ? whatItSaid(error, err.toString('utf8')) : '' });
    });
  });
}

const notInstalled = 'git is not installed';

/** Warnings come before the line that says why it ended; hints after it. */
function whatItSaid({ code, message }: ExecFileException, err: string): string {
  if (code === 'ENOENT') return notInstalled;
  const lines = err.trim().split('\n');
  const telling = lines.find((line) => /^(?:fatal|error): /.test(line)) ?? lines[0];
  return telling || `git cannot be run (${code ?? firstLine(message)})`;
}

/** Why git did not answer, with what to do where that is known. */
export function whyNoAnswer({ err }: GitResult): string {
  const [, foreign] = /dubious ownership in repository at '(.*)'/.exec(err) ?? [];
  if (foreign !== undefined)
    return `git does not trust a repository of somebody else; if you do, "git config --global --add safe.directory ${inShell(foreign)}"`;
  if (/not a git repository/.test(err)) return 'this folder is in no git repository';
  if (err === notInstalled) return `${err}; install it, or name a file`;
  return lacksContent(err) ? lackedContent(err) : err;
}

/** A word that a shell takes as it is. */
function inShell(word: string): string {
  return /^[\w./:@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** A partial clone has the names of contents that it does not have. */
export function lacksContent(said: string): boolean {
  return /lazy fetching|promisor remote|could not fetch|unable to read|bad object|bad file$|missing$/.test(
    said,
  );
}

export function lackedContent(said: string): string {
  return `git lacks a content (${said}); where this is a partial clone, fetch it whole: "git fetch --refetch --no-filter"`;
}

/** What to do where a revision is missing. */
export async function whatIsNext(root: string): Promise<string> {
  const shallow = await git(root, 'rev-parse', '--is-shallow-repository');
  const isShallow = shallow.ok && shallow.out.toString('utf8').trim() === 'true';
  return isShallow
    ? 'this clone is shallow, fetch more of its history ("git fetch --unshallow")'
    : 'check its name';
}

/** What git knows below a folder, by names relative to it. */
export interface RepositoryFiles {
  /** That it tracks or would add. */
  readonly files: readonly string[];
  /** Those of them that a sparse checkout leaves out of the working tree. */
  readonly leftOut: readonly string[];
  /** Submodules and clones, into which it does not look. */
  readonly repositories: readonly string[];
}

export async function filesInRepository(
  folder: string,
  terminal: Terminal,
): Promise<RepositoryFiles | undefined> {
  if (!terminal.env['GIT_DIR'] && !isBelowRepository(folder)) return undefined;
  const words = ['ls-files', '-z', '-t', '--stage', '--cached', '--others', '--exclude-standard'];
  const listed = await git(folder, ...words);
  if (listed.ok) return readListing(listed.out.toString('utf8'));
  tell(
    terminal,
    new CannotWork(
      `files that git ignores are looked at too, since it cannot be asked: ${whyNoAnswer(listed)}.`,
    ),
  );
  return undefined;
}

/** `H 100644 <hash> 0\t<name>` for each file in the index, `S …` where it is left out, `? <name>` for what is in none. */
function readListing(listing: string): RepositoryFiles {
  const files = new Set<string>();
  const leftOut: string[] = [];
  const repositories: string[] = [];
  for (const line of listing.split('\0')) {
    const [, tag, mode, name = ''] = /^(\S) (?:(\d+) \w+ \d\t)?(.+)$/s.exec(line) ?? [];
    if (mode === '160000' || name.endsWith('/')) repositories.push(name.replace(/\/$/, ''));
    else if (name !== '') files.add(name);
    if (tag === 'S') leftOut.push(name);
  }
  return { files: [...files], leftOut, repositories };
}

function isBelowRepository(folder: string): boolean {
  if (existsSync(join(folder, '.git'))) return true;
  return dirname(folder) !== folder && isBelowRepository(dirname(folder));
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0] ?? '';
}
