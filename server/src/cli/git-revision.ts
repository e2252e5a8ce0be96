import { realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { quote } from '../model/index.ts';
import { type GitResult, git, line } from './git.ts';
import { lackedContent, lacksContent, whyNoAnswer } from './git-problems.ts';
import { CannotWork, WrongUsage } from './terminal.ts';

/** The commits that a working tree is compared with. */
export interface Revision {
  /** None where nothing was committed yet. */
  readonly bases: readonly string[];
  /** Where there are several bases: the revision that was named, which decides where they differ. */
  readonly tip: string;
  /** What whoever reads the result must know. */
  readonly note?: string;
}

/** A repository has no such revision: why, and what to do. */
export interface NoRevision {
  readonly why: string;
  readonly next: string;
  readonly inRepository: boolean;
}

/**
 * The merge base of a revision and HEAD: what a branch changed, not what its base gained meanwhile. `A...B` names both
 * sides. Undefined where the folder is not the root of a repository.
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
  if (!about.ok) throw new CannotWork(`git cannot be asked for ${quote(name)}: ${whyNoAnswer(about)}.`);
  const [isShallow, mergeHead = '', ...top] = line(about).split('\n');
  // A broken `.git` is passed over, and the repository above answers.
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
      note: `HEAD has no commit yet; configs are compared with ${quote(from)} itself`,
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
      note: `${them} have several merge bases; where these differ, configs are compared with ${quote(from)} itself`,
    };
  if (common.status !== 1) throw new CannotWork(`git cannot compare ${them}: ${whyNoAnswer(common)}.`);
  const cutOff =
    isShallow === 'true' ? ` in this shallow clone ("git fetch --unshallow" brings its history)` : '';
  return {
    bases: [tip],
    tip,
    note: `${them} have no merge base${cutOff}; configs are compared with ${quote(from)} itself`,
  };
}

/** Of `A...B`; none where only one revision is named. */
function sidesOf(name: string): { readonly left?: string; readonly right?: string } {
  const dots = name.indexOf('...');
  return dots < 0 ? {} : { left: name.slice(0, dots), right: name.slice(dots + 3) };
}

const fetchMore = 'this clone is shallow, fetch more of its history ("git fetch --unshallow")';

/** What to do where a revision is missing. */
export async function whatIsNext(root: string): Promise<string> {
  const shallow = await git(root, 'rev-parse', '--is-shallow-repository');
  return shallow.ok && line(shallow) === 'true' ? fetchMore : 'check its name';
}

const nullHash: NoRevision = {
  why: 'it is the null hash, which git and GitHub write where a branch is new',
  next: 'name the branch that it started from, such as origin/main',
  inRepository: true,
};

function missing(name: string, left: string | undefined, side: string, isShallow: boolean): NoRevision {
  const why = left === undefined ? '' : `git does not know ${quote(side)}`;
  if (left === undefined && name.includes('..'))
    return {
      why: 'it is a range of commits',
      next: `write ${quote(name.replace('..', '...'))} for its merge base`,
      inRepository: true,
    };
  return { why, next: isShallow ? fetchMore : 'check its name', inRepository: true };
}

function isHead(name: string): boolean {
  return name === 'HEAD' || name === '@';
}

/** The hash of the commit that a name leads to. */
function commitOf(root: string, name: string): Promise<string | undefined> {
  return hashOf(root, `${name}^{commit}`);
}

/** The hash of what a name leads to; a name that can be two things is refused. */
export async function hashOf(root: string, name: string): Promise<string | undefined> {
  const found = await git(root, 'rev-parse', '--verify', '--end-of-options', name);
  if (lacksContent(found.err)) throw new CannotWork(`${lackedContent(found.err)}.`);
  if (!found.ok) return undefined;
  const [, ambiguous] = /refname '(.*)' is ambiguous/.exec(found.err) ?? [];
  if (ambiguous !== undefined) await refuseAmbiguous(root, ambiguous);
  return line(found);
}

/**
 * Git takes a tag before a branch and a branch before a remote one. Who opens a pull request names its branch: checked
 * out as `origin/main` that would be compared with itself.
 */
async function refuseAmbiguous(root: string, name: string): Promise<void> {
  // These win, and no branch takes their place.
  if (isHead(name) || /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(name)) return;
  const refs = ['refs/', 'refs/tags/', 'refs/heads/', 'refs/remotes/'].map((prefix) => prefix + name);
  const known = new Map<string, string>();
  for (const ref of [...refs, `refs/remotes/${name}/HEAD`]) {
    const found = await git(root, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`);
    if (found.ok) known.set(ref, line(found));
  }
  // A name can be the beginning of a hash, too.
  if (known.size > 1 && new Set(known.values()).size === 1) return;
  const full = [...known.keys()].map((ref) => quote(ref)).join(' or ');
  throw new WrongUsage(`${quote(name)} can be more than one commit; write ${full}.`);
}

async function isUnborn(root: string): Promise<boolean> {
  const branch = await git(root, 'symbolic-ref', '--quiet', 'HEAD');
  return branch.ok && !(await git(root, 'show-ref', '--verify', '--quiet', line(branch))).ok;
}

/** In the middle of a merge, the commits that HEAD is merged with. */
async function mergedHeads(file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.split('\n').filter((hash) => /^[0-9a-f]+$/.test(hash));
}

/** As the commit names them: a shallow clone has the names of commits that it does not have. */
async function parentsOf(root: string, commit: string): Promise<string[]> {
  const raw: GitResult = await git(root, 'cat-file', 'commit', commit);
  const [head = ''] = raw.out.toString('utf8').split('\n\n');
  return [...head.matchAll(/^parent (\w+)$/gm)].flatMap(([, hash = '']) => hash);
}
