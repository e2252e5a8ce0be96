import { realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { quote } from '../model/index.ts';
import { type GitResult, git, line } from './git.ts';
import { because, lackedContent, lacksContent, whyNoAnswer } from './git-problems.ts';
import { WrongUsage } from './terminal.ts';

/** The commits to compare the working tree with. */
export interface Revision {
  /** Empty if there is no commit yet. */
  readonly bases: readonly string[];
  /** The named revision. It decides where several bases differ. */
  readonly tip: string;
  /** A warning for the reader of the result. */
  readonly note?: string;
  readonly hint?: string;
}

/** Why a repository does not have the revision, and what to do. */
export interface NoRevision {
  readonly why: string;
  readonly next: string;
  readonly inRepository: boolean;
}

/** What `--baseline` names: both sides of `A...B`, or a revision and HEAD. */
interface Sides {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly isRange: boolean;
}

interface Repository {
  readonly root: string;
  readonly isShallow: boolean;
  readonly mergeHead: string;
}

/** The commits of both sides, and their merge bases if these are known. */
interface Commits {
  readonly tip: string | undefined;
  readonly other: string | undefined;
  readonly bases?: readonly string[];
}

/**
 * The merge base of a revision and HEAD, to find what a branch changed, not what its base gained. `A...B` names both
 * sides. Undefined if the folder is not the root of a repository.
 */
export async function revisionIn(root: string, name: string): Promise<Revision | NoRevision | undefined> {
  const sides = sidesOf(name);
  const asked = await askAbout(root, sides);
  if (asked === undefined) return undefined;
  if (/^0+$/.test(name) && name.length >= 40) return nullHash;
  const { repository } = asked;
  const commits = asked.commits ?? (await commitsOf(root, sides));
  const { tip, other } = commits;
  if (tip === undefined && isHead(name) && (await isUnborn(root))) return { bases: [], tip: '' };
  if (tip === undefined) return missing(sides, sides.from, repository.isShallow);
  if (other === undefined) {
    if (!isHead(sides.to)) return missing(sides, sides.to, repository.isShallow);
    return { bases: [tip], tip, note: `HEAD has no commit yet; comparing with ${quote(sides.from)} itself` };
  }
  if (tip === other) return { bases: [tip], tip };
  const merged = isHead(sides.to) ? await mergedHeads(repository.mergeHead) : [];
  const known = merged.length === 0 ? commits.bases : undefined;
  const bases = known ?? (await mergeBases(root, sides, [tip, other, ...merged]));
  return comparedWith(bases, { tip, other }, sides, repository);
}

/** A commit itself, not its merge base with another. */
export async function exactRevision(root: string, name: string): Promise<Revision | undefined> {
  const tip = await hashOf(root, `${name}^{commit}`);
  if (tip !== undefined) return { bases: [tip], tip };
  return isHead(name) && (await isUnborn(root)) ? { bases: [], tip: '' } : undefined;
}

/** The second revision of `A...B`. `A...` and other names are compared with the working tree. */
export function secondOf(name: string): string | undefined {
  const { isRange, to } = sidesOf(name);
  return isRange && !name.endsWith('...') ? to : undefined;
}

/**
 * What git knows about the repository and, unless a name is missing or ambiguous, about both sides. In one process,
 * because starting git takes most of the time.
 */
async function askAbout(
  root: string,
  { name, from, to }: Sides,
): Promise<{ repository: Repository; commits: Commits | undefined } | undefined> {
  const about = ['--is-shallow-repository', '--git-path', 'MERGE_HEAD', '--show-toplevel'];
  const range = `${from}^{commit}...${to}^{commit}`;
  const asked = await git(root, 'rev-parse', ...about, endOfOptions, range);
  if (/not a git repository/.test(asked.err)) return undefined;
  const [isShallow, mergeHead = '', ...rest] = line(asked).split('\n');
  const end = rest.indexOf(endOfOptions);
  if (end < 0) throw because(`cannot find revision ${quote(name)}`, whyNoAnswer(asked));
  // Git skips a broken `.git` and uses the repository above.
  if (realpathSync(rest.slice(0, end).join('\n')) !== realpathSync(root)) return undefined;
  const repository = { root, isShallow: isShallow === 'true', mergeHead: resolve(root, mergeHead) };
  const [other, tip, ...bases] = rest.slice(end + 1).map((hash) => hash.replace('^', ''));
  const isAnswered = asked.ok && asked.err === '';
  return { repository, commits: isAnswered ? { tip, other, bases } : undefined };
}

/** `git rev-parse` repeats it in its output. */
const endOfOptions = '--end-of-options';

async function commitsOf(root: string, { from, to }: Sides): Promise<Commits> {
  const tip = await hashOf(root, `${from}^{commit}`);
  return { tip, other: from === to ? tip : await hashOf(root, `${to}^{commit}`) };
}

async function mergeBases(root: string, { from, to }: Sides, commits: readonly string[]): Promise<string[]> {
  const common = await git(root, 'merge-base', '--all', ...commits);
  if (!common.ok && common.status !== 1)
    throw because(`cannot compare ${quote(from)} and ${quote(to)}`, whyNoAnswer(common));
  return line(common)
    .split('\n')
    .filter((hash) => hash !== '');
}

async function comparedWith(
  bases: readonly string[],
  { tip, other }: { readonly tip: string; readonly other: string },
  { from, to }: Sides,
  { root, isShallow }: Repository,
): Promise<Revision> {
  const [base, ...others] = bases;
  const them = `${quote(from)} and ${quote(to)}`;
  const itself = `comparing with ${quote(from)} itself`;
  if (others.length > 0)
    return { bases, tip, note: `${them} have several merge bases; where these differ, ${itself}` };
  if (base !== undefined || (await parentsOf(root, other)).includes(tip))
    return { bases: [base ?? tip], tip };
  const cutOff = isShallow ? ' in this shallow clone' : '';
  const note = `${them} have no merge base${cutOff}; ${itself}`;
  return { bases: [tip], tip, note, ...(isShallow && { hint: unshallow }) };
}

function sidesOf(name: string): Sides {
  const dots = name.indexOf('...');
  if (dots < 0) return { name, from: name, to: 'HEAD', isRange: false };
  return { name, from: name.slice(0, dots) || 'HEAD', to: name.slice(dots + 3) || 'HEAD', isRange: true };
}

const unshallow = 'to get the whole history, run "git fetch --unshallow"';
const fetchMore = `this clone is shallow; ${unshallow}`;

/** The hint for a missing revision. */
export async function whatIsNext(root: string): Promise<string> {
  const shallow = await git(root, 'rev-parse', '--is-shallow-repository');
  return shallow.ok && line(shallow) === 'true' ? fetchMore : 'check the name';
}

const nullHash: NoRevision = {
  why: 'the null hash of a new branch',
  next: 'name the branch that it started from, such as origin/main',
  inRepository: true,
};

function missing({ name, isRange }: Sides, side: string, isShallow: boolean): NoRevision {
  const why = isRange ? `unknown revision ${quote(side)}` : '';
  if (!isRange && name.includes('..'))
    return {
      why: 'a range of commits',
      next: `write ${quote(name.replace('..', '...'))} for the merge base`,
      inRepository: true,
    };
  return { why, next: isShallow ? fetchMore : 'check the name', inRepository: true };
}

function isHead(name: string): boolean {
  return name === 'HEAD' || name === '@';
}

/** The hash of a named object. Throws if the name is ambiguous. */
export async function hashOf(root: string, name: string): Promise<string | undefined> {
  const found = await git(root, 'rev-parse', '--verify', '--end-of-options', name);
  if (lacksContent(found.err)) throw because(`cannot find revision ${quote(name)}`, lackedContent(found.err));
  if (!found.ok) return undefined;
  const [, ambiguous] = /refname '(.*)' is ambiguous/.exec(found.err) ?? [];
  if (ambiguous !== undefined) await refuseAmbiguous(root, ambiguous);
  return line(found);
}

/**
 * Git prefers a tag to a branch and a branch to a remote branch. The author of a pull request chooses the branch name: a
 * branch named `origin/main` would be compared with itself.
 */
async function refuseAmbiguous(root: string, name: string): Promise<void> {
  // These are never branch names.
  if (isHead(name) || /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(name)) return;
  const refs = ['refs/', 'refs/tags/', 'refs/heads/', 'refs/remotes/'].map((prefix) => prefix + name);
  const known = new Map<string, string>();
  for (const ref of [...refs, `refs/remotes/${name}/HEAD`]) {
    const found = await git(root, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`);
    if (found.ok) known.set(ref, line(found));
  }
  // All names lead to the same commit.
  if (known.size > 1 && new Set(known.values()).size === 1) return;
  const full = [...known.keys()].map((ref) => quote(ref)).join(' or ');
  throw new WrongUsage(`ambiguous revision ${quote(name)}`, `write ${full}`);
}

async function isUnborn(root: string): Promise<boolean> {
  const branch = await git(root, 'symbolic-ref', '--quiet', 'HEAD');
  return branch.ok && !(await git(root, 'show-ref', '--verify', '--quiet', line(branch))).ok;
}

/** During a merge: the commits that are merged into HEAD. */
async function mergedHeads(file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.split('\n').filter((hash) => /^[0-9a-f]+$/.test(hash));
}

/** From the commit object: a shallow clone knows the hashes of parents that it does not have. */
async function parentsOf(root: string, commit: string): Promise<string[]> {
  const raw: GitResult = await git(root, 'cat-file', 'commit', commit);
  const [head = ''] = raw.out.toString('utf8').split('\n\n');
  return [...head.matchAll(/^parent (\w+)$/gm)].flatMap(([, hash = '']) => hash);
}
