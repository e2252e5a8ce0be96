import { isUtf8 } from 'node:buffer';
import { realpathSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { type GitResult, git } from './git.ts';
import { whyNoAnswer } from './git-problems.ts';
import { repositoryAbove } from './repositories.ts';
import { CannotWork, type Terminal, tell } from './terminal.ts';

/** What git knows below a folder, by names relative to it. */
export interface RepositoryFiles {
  /** That it tracks or would add. */
  readonly files: readonly string[];
  /** Those of them that a sparse checkout leaves out of the working tree. */
  readonly leftOut: readonly string[];
  /** Submodules and clones, into which it does not look, with the commit of a submodule. */
  readonly repositories: ReadonlyMap<string, string | undefined>;
  /** Names that are not UTF-8, as far as they can be shown: no such file can be read by its name. */
  readonly unreadable: readonly string[];
}

export async function filesInRepository(
  folder: string,
  terminal: Pick<Terminal, 'env' | 'err'>,
): Promise<RepositoryFiles | undefined> {
  const real = realpathSync(folder);
  const root = repositoryAbove(real);
  if (root === undefined && !terminal.env['GIT_DIR']) return undefined;
  // Asked from inside a folder, git may take that for a repository; `.git` at the root comes first.
  const below = root === undefined ? '' : relative(root, real).replaceAll(sep, '/');
  const listed = await listFiles(root ?? real, below === '' ? [] : [below]);
  if (listed.ok) return readListing(listed.out, below === '' ? '' : `${below}/`);
  tell(
    terminal,
    new CannotWork(
      `files that git ignores are looked at too, since it cannot be asked: ${whyNoAnswer(listed)}.`,
    ),
  );
  return undefined;
}

/** More would not fit into a command, and git compares each with every file. */
const mostPaths = 500;

/** What git tracks or would add, at or below some names; everywhere where there are none. */
export function listFiles(root: string, names: readonly string[]): Promise<GitResult> {
  const words = ['ls-files', '-z', '-t', '--stage', '--cached', '--others', '--exclude-standard'];
  return git(root, ...words, '--', ...(names.length > mostPaths ? [] : names));
}

/** `H 100644 <hash> 0\t<name>` for each file in the index, `S …` where it is left out, `? <name>` for what is in none. */
export function readListing(listing: Buffer, prefix = ''): RepositoryFiles {
  const files = new Set<string>();
  const leftOut: string[] = [];
  const repositories = new Map<string, string | undefined>();
  const unreadable: string[] = [];
  for (const { text, isReadable } of linesOf(listing)) {
    const [, tag, mode, hash, whole = ''] = /^(\S) (?:(\d+) (\w+) \d\t)?(.+)$/s.exec(text) ?? [];
    if (!whole.startsWith(prefix)) continue;
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
  /** Whether it is UTF-8. */
  readonly isReadable: boolean;
}

/** What git ends with a NUL each; a name need not be UTF-8. */
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
