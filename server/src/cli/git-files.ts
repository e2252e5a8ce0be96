import { isUtf8 } from 'node:buffer';
import { realpathSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { quote } from '../model/index.ts';
import { type GitResult, git, timeLimit } from './git.ts';
import { whyNoAnswer } from './git-problems.ts';
import { repositoryAbove } from './repositories.ts';
import { type ErrorOutput, warn } from './terminal.ts';

/** The files that git lists below a folder, with names relative to it. */
export interface RepositoryFiles {
  /** Tracked files, and new ones that are not ignored or in `node_modules`. */
  readonly files: readonly string[];
  /** Files that a sparse checkout leaves out of the working tree. */
  readonly leftOut: readonly string[];
  /** Submodules and nested clones, with the commit of a submodule. Their files are not listed. */
  readonly repositories: ReadonlyMap<string, string | undefined>;
  /** Names that are not valid UTF-8, decoded for display. Such a file cannot be opened by its name. */
  readonly unreadable: readonly string[];
}

export async function filesInRepository(
  folder: string,
  terminal: ErrorOutput,
): Promise<RepositoryFiles | undefined> {
  const real = realpathSync(folder);
  const root = repositoryAbove(real);
  if (root === undefined && !terminal.env['GIT_DIR']) return undefined;
  // Started inside a folder, git may treat it as a bare repository. The root has `.git`, which comes first.
  const below = root === undefined ? '' : relative(root, real).replaceAll(sep, '/');
  const slow = setTimeout(
    () => terminal.err(`waiting for git to list the files of ${quote(folder)}\n`),
    timeLimit() / 24,
  );
  const listed = await listFiles(root ?? real, below === '' ? [] : [below]).finally(() => clearTimeout(slow));
  if (listed.ok) return readListing(listed.out, below === '' ? '' : `${below}/`);
  const { why, next } = whyNoAnswer(listed);
  warn(terminal, `checking git-ignored files too: ${why}`, next);
  return undefined;
}

/** Installed packages, if they are not tracked: their files are not of this repository, even where git does not ignore them. */
const inPackages = /(?:^|\/)node_modules\//;

/** More do not fit into a command line, and git compares each with every file. */
const mostPaths = 500;

/** Lists tracked and new files at or below some names; all files if there are none. */
export function listFiles(root: string, names: readonly string[]): Promise<GitResult> {
  const words = ['ls-files', '-z', '-t', '--stage', '--cached', '--others', '--exclude-standard'];
  return git(root, ...words, '--', ...(names.length > mostPaths ? [] : names));
}

/** `H 100644 <hash> 0\t<name>` for each file in the index, `S …` if a sparse checkout leaves it out, `? <name>` for a new file. */
export function readListing(listing: Buffer, prefix = ''): RepositoryFiles {
  const files = new Set<string>();
  const leftOut: string[] = [];
  const repositories = new Map<string, string | undefined>();
  const unreadable: string[] = [];
  for (const { text, isReadable } of linesOf(listing)) {
    const [, tag, mode, hash, whole = ''] = /^(\S) (?:(\d+) (\w+) \d\t)?(.+)$/s.exec(text) ?? [];
    if (!whole.startsWith(prefix) || (tag === '?' && inPackages.test(whole))) continue;
    const name = whole.slice(prefix.length);
    if (mode === '160000' || name.endsWith('/')) repositories.set(name.replace(/\/$/, ''), hash);
    else if (!isReadable) unreadable.push(name);
    else if (name !== '') files.add(name);
    if (tag === 'S') leftOut.push(name);
  }
  return { files: [...files], leftOut, repositories, unreadable };
}

export interface NamedLine {
  readonly text: string;
  readonly bytes: Buffer;
  /** Whether it is valid UTF-8. */
  readonly isReadable: boolean;
}

/** Lines that end with NUL. A name may be invalid UTF-8. */
export function linesOf(output: Buffer): NamedLine[] {
  const allReadable = isUtf8(output);
  const lines: NamedLine[] = [];
  for (let start = 0; start < output.length; ) {
    const nul = output.indexOf(0, start);
    const bytes = output.subarray(start, nul < 0 ? output.length : nul);
    lines.push({ text: bytes.toString('utf8'), bytes, isReadable: allReadable || isUtf8(bytes) });
    start += bytes.length + 1;
  }
  return lines;
}
