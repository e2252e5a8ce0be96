import type { Event } from './event.ts';
import { git } from './git.ts';

/** The fetch depths to try until the merge base is found. */
const depths = ['--depth=50', '--depth=1000', '--unshallow'];

/**
 * The baseline of a pull request or a merge queue. The base in the event can be outdated, or newer than the checkout.
 */
export function baselineOf(event: Event, root: string | undefined): string | undefined {
  const { pull_request: pull, merge_group: group } = event;
  const named = group?.base_sha ?? pull?.base?.sha;
  if (named === undefined || root === undefined) return named;
  const parents = parentsOf(root);
  // GitHub checked out a merge of the pull request into its target. The first parent is the baseline.
  const [target, head] = parents;
  if (target !== undefined && parents.length === 2 && head === pull?.head?.sha)
    return withHistory(root, target);
  const ref = pull?.base?.ref;
  if (ref === undefined) return withHistory(root, named);
  const branch = `refs/remotes/origin/${ref}`;
  bringHistory(root, branch, `+refs/heads/${ref}:${branch}`);
  return commitOf(root, branch) ?? withHistory(root, named);
}

/** A revision. If it is a hash that a shallow clone lacks, it is fetched. */
export function withHistory(root: string | undefined, baseline: string): string {
  const isFetched = isHash(baseline) && !/^0+$/.test(baseline);
  if (isFetched && root !== undefined && isShallow(root)) bringHistory(root, baseline, baseline);
  return baseline;
}

export function isHash(baseline: string): boolean {
  return /^[0-9a-f]{40,64}$/.test(baseline);
}

/**
 * Fetches the history that the merge base of HEAD and a revision needs. If that fails, the check reports what is missing. A
 * complete clone is fetched without a depth, which would cut its history off.
 */
function bringHistory(root: string, revision: string, source: string): void {
  if (hasMergeBase(root, revision)) return;
  if (!isShallow(root)) {
    fetch(root, [], [source]);
    return;
  }
  // A parent of HEAD is the merge base.
  if (parentsOf(root).includes(revision)) {
    fetch(root, ['--depth=1'], [source]);
    return;
  }
  const head = commitOf(root, 'HEAD') ?? 'HEAD';
  for (const depth of depths)
    if (!fetch(root, [depth], [source, head]) || hasMergeBase(root, revision)) return;
}

/** From the commit object: a shallow clone knows the hashes of parents that it does not have. */
function parentsOf(root: string): string[] {
  const [head = ''] = (git(root, 'cat-file', 'commit', 'HEAD') ?? '').split('\n\n');
  return [...head.matchAll(/^parent (\w+)$/gm)].map(([, hash = '']) => hash);
}

function hasMergeBase(root: string, revision: string): boolean {
  return git(root, 'merge-base', revision, 'HEAD') !== undefined;
}

export function commitOf(root: string, revision: string): string | undefined {
  return git(root, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`)?.trim();
}

function fetch(root: string, options: readonly string[], sources: readonly string[]): boolean {
  const quietly = ['--quiet', '--no-tags', '--no-recurse-submodules'];
  return git(root, 'fetch', ...quietly, ...options, 'origin', ...sources) !== undefined;
}

function isShallow(root: string): boolean {
  return git(root, 'rev-parse', '--is-shallow-repository')?.trim() === 'true';
}
