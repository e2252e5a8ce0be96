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

/**
 * The merge base of a revision and HEAD, to find what a branch changed, not what its base gained. `A...B` names both
 * sides. Undefined if the folder is not the root of a repository.
 */
export async function revisionIn(root: string, name: string): Promise<Revision | NoRevision | undefined> {
  const about = await git(
    root,
    'rev-parse',
    '--is-shallow-repository',
    '--git-path',
    'MERGE_HEAD',
    '--show-toplevel',
  );
  if (/not a git repository/.test(about.err)) return undefined;
  if (!about.ok) throw because(`cannot find revision ${quote(name)}`, whyNoAnswer(about));
  const [isShallow, mergeHead = '', ...top] = line(about).split('\n');
  // Git skips a broken `.git` and uses the repository above.
  if (realpathSync(top.join('\n')) !== realpathSync(root)) return undefined;
  if (/^0+$/.test(name) && name.length >= 40) return nullHash;
  const { left, right } = sidesOf(name);
  const [from, to] = [left === undefined ? name : left || 'HEAD', right || 'HEAD'];
  const tip = await commitOf(root, from);
  if (tip === undefined && isHead(name) && (await isUnborn(root))) return { bases: [], tip: '' };
  const other = from === to ? tip : await commitOf(root, to);
  const isMissing = tip === undefined || (other === undefined && !isHead(to));
  if (isMissing) return missing(name, left, tip === undefined ? from : to, isShallow === 'true');
  if (other === undefined)
    return {
      bases: [tip],
      tip,
      note: `HEAD has no commit yet; comparing with ${quote(from)} itself`,
    };
  if (tip === other) return { bases: [tip], tip };
  const merged = isHead(to) ? await mergedHeads(resolve(root, mergeHead)) : [];
  const common = await git(root, 'merge-base', '--all', tip, other, ...merged);
  const bases = common.out
    .toString('utf8')
    .split('\n')
    .filter((hash) => hash !== '');
  const them = `${quote(from)} and ${quote(to)}`;
  if (bases.length === 1 || (bases.length === 0 && (await parentsOf(root, other)).includes(tip)))
    return { bases: [bases[0] ?? tip], tip };
  if (bases.length > 1)
    return {
      bases,
      tip,
      note: `${them} have several merge bases; where these differ, comparing with ${quote(from)} itself`,
    };
  if (common.status !== 1) throw because(`cannot compare ${them}`, whyNoAnswer(common));
  const cutOff = isShallow === 'true' ? ' in this shallow clone' : '';
  return {
    bases: [tip],
    tip,
    note: `${them} have no merge base${cutOff}; comparing with ${quote(from)} itself`,
    ...(isShallow === 'true' && { hint: unshallow }),
  };
}

/** The sides of `A...B`; empty for a single revision. */
function sidesOf(name: string): { readonly left?: string; readonly right?: string } {
  const dots = name.indexOf('...');
  return dots < 0 ? {} : { left: name.slice(0, dots), right: name.slice(dots + 3) };
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

function missing(name: string, left: string | undefined, side: string, isShallow: boolean): NoRevision {
  const why = left === undefined ? '' : `unknown revision ${quote(side)}`;
  if (left === undefined && name.includes('..'))
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

/** The hash of a commit. */
function commitOf(root: string, name: string): Promise<string | undefined> {
  return hashOf(root, `${name}^{commit}`);
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
