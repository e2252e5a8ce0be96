import { quote } from '../model/index.ts';
import { defaultBranch, shortBranch } from './default-branch.ts';
import { isWrittenAsPath, kindOf } from './files.ts';
import { git, line } from './git.ts';
import { because, whyNoAnswer } from './git-problems.ts';
import {
  exactRevision,
  hashOf,
  type NoRevision,
  type Revision,
  revisionIn,
  secondOf,
} from './git-revision.ts';
import { repositoryAbove } from './repositories.ts';
import { CannotWork, type Terminal, WrongUsage, warn } from './terminal.ts';

/** Two states of a repository. */
export interface RepositorySides {
  readonly root: string;
  readonly before: Revision;
  /** The first revision as the user named it. */
  readonly name: string;
  /** Undefined for the working tree. */
  readonly after: Revision | undefined;
}

/** The states of the repository that the arguments of `diff` name; undefined if they name two files. */
export async function repositorySides(
  base: string | undefined,
  head: string | undefined,
  terminal: Terminal,
): Promise<RepositorySides | undefined> {
  const root = await rootOf(terminal);
  if (base === undefined) return sinceDefaultBranch(root, terminal);
  if (head === undefined) return sinceMergeBase(base, root, terminal);
  return root === undefined ? undefined : betweenRevisions([base, head], root, terminal);
}

/** The repository of the working directory, or the one that a git hook names. */
async function rootOf({ cwd, env }: Terminal): Promise<string | undefined> {
  const above = repositoryAbove(cwd);
  if (above !== undefined || !env['GIT_DIR']) return above;
  const top = await git(cwd, 'rev-parse', '--show-toplevel');
  return top.ok ? line(top) : undefined;
}

async function sinceDefaultBranch(root: string | undefined, terminal: Terminal): Promise<RepositorySides> {
  if (root === undefined) throw notInGit();
  const branch = await defaultBranch(root);
  const before = await revisionIn(root, branch);
  if (before === undefined || 'why' in before) throw noRevision(branch, before);
  const name = shortBranch(branch);
  if (before.note === undefined)
    terminal.err(`comparing with the merge base of ${name} and HEAD (${before.bases[0]?.slice(0, 12)})\n`);
  return { root, before, name, after: undefined };
}

async function sinceMergeBase(
  name: string,
  root: string | undefined,
  terminal: Terminal,
): Promise<RepositorySides> {
  const isPath = name === '-' || isWrittenAsPath(name);
  const kind = kindOf(`${terminal.cwd}/${name}`);
  if (isPath || (root === undefined && kind === 'file')) throw onlyOneFile(name);
  if (root === undefined) throw notInGit();
  const before = await revisionIn(root, name);
  if (before === undefined || 'why' in before) {
    if (kind === 'file' || (await hashOf(root, name)) !== undefined) throw onlyOneFile(name);
    throw noRevision(name, before);
  }
  const second = secondOf(name);
  const after = second === undefined ? undefined : await exactRevision(root, second);
  warnOfFiles([name], terminal);
  return { root, before, name, after };
}

async function betweenRevisions(
  names: readonly [string, string],
  root: string,
  terminal: Terminal,
): Promise<RepositorySides | undefined> {
  const found = await Promise.all(names.map((name) => namedRevision(root, name)));
  const [before, after] = found;
  if (before && after) {
    warnOfFiles(names, terminal);
    return { root, before, name: names[0], after };
  }
  const other = found.indexOf(undefined);
  const [missing, known] = [names[other] ?? '', names[1 - other] ?? ''];
  for (const name of before || after ? [missing] : names) await refuseUnknown(name, root, terminal);
  if (!before && !after) return undefined;
  if (isFile(known, terminal))
    throw new WrongUsage(
      `${quote(known)} is a revision and a file, and ${quote(missing)} is only a file`,
      `write "./${known}" for the file`,
    );
  throw new WrongUsage(
    `${quote(known)} is a revision, and ${quote(missing)} is a file`,
    `for the file at that revision, write "${known}:./${missing}"`,
  );
}

async function namedRevision(root: string, name: string): Promise<Revision | undefined> {
  return name === '-' || name === '' || isWrittenAsPath(name) ? undefined : exactRevision(root, name);
}

/** For a name that is not a path: a file that is missing has such a name only by a typing error. */
async function refuseUnknown(name: string, root: string, terminal: Terminal): Promise<void> {
  const isPath =
    name === '-' || name.includes(':') || isWrittenAsPath(name) || /\.(?:jsonc?|ya?ml)$/i.test(name);
  if (isPath || kindOf(`${terminal.cwd}/${name}`) !== 'nothing') return;
  const no = await revisionIn(root, name);
  if (no === undefined || 'why' in no) throw noRevision(name, no);
}

function warnOfFiles(names: readonly string[], terminal: Terminal): void {
  for (const name of names.filter((name) => isFile(name, terminal)))
    warn(
      terminal,
      `${quote(name)} is a revision and a file; using the revision`,
      `write "./${name}" for the file`,
    );
}

function isFile(name: string, { cwd }: Terminal): boolean {
  return kindOf(`${cwd}/${name}`) === 'file';
}

function onlyOneFile(name: string): WrongUsage {
  return new WrongUsage(
    `${quote(name)} is a file, and diff compares two files or a revision`,
    `name both: "hotfix-config diff OLD ${name}", where OLD is a file or REV:PATH`,
  );
}

function notInGit(): CannotWork {
  return because('cannot compare revisions', {
    why: 'this folder is not in a git repository',
    next: 'name two files: "hotfix-config diff OLD NEW"',
  });
}

function noRevision(name: string, no: NoRevision | undefined): CannotWork {
  const why = no === undefined ? whyNoAnswer({ err: 'not a git repository' }).why : no.why;
  return new CannotWork(
    `${quote(name)} is neither a file nor a git revision${why ? ` (${why})` : ''}`,
    no?.next ?? 'check the path',
  );
}
