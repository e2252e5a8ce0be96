import { git } from './git.mjs';

/** The fetch depths to try until the merge base is found. */
const depths = ['--depth=50', '--depth=1000', '--unshallow'];

/**
 * The baseline of a pull request or a merge queue. The base in the event can be outdated, or newer than the checkout.
 */
export function baselineOf(event, root) {
  const { pull_request: pull, merge_group: group } = event;
  const named = group?.base_sha ?? pull?.base?.sha;
  if (named === undefined || root === undefined) return named;
  const parents = parentsOf(root);
  // GitHub checked out a merge of the pull request into its target. The first parent is the baseline.
  if (parents.length === 2 && parents[1] === pull?.head?.sha) return withHistory(root, parents[0]);
  const ref = pull?.base?.ref;
  const target = `refs/remotes/origin/${ref}`;
  if (ref !== undefined) bringHistory(root, target, `+refs/heads/${ref}:${target}`);
  const tip = ref === undefined ? undefined : commitOf(root, target);
  return tip ?? withHistory(root, named);
}

/** A revision. If it is a hash that a shallow clone lacks, it is fetched. */
export function withHistory(root, baseline) {
  const isHash = /^[0-9a-f]{40,64}$/.test(baseline) && !/^0+$/.test(baseline);
  if (isHash && root !== undefined && isShallow(root)) bringHistory(root, baseline, baseline);
  return baseline;
}

/**
 * Fetches the history that the merge base of HEAD and a revision needs. If that fails, the check reports what is missing. A
 * complete clone is fetched without a depth, which would cut its history off.
 */
function bringHistory(root, revision, source) {
  if (hasMergeBase(root, revision)) return;
  if (!isShallow(root)) return void fetch(root, [], [source]);
  // A parent of HEAD is the merge base.
  if (parentsOf(root).includes(revision)) return void fetch(root, ['--depth=1'], [source]);
  const head = commitOf(root, 'HEAD');
  for (const depth of depths)
    if (!fetch(root, [depth], [source, head]) || hasMergeBase(root, revision)) return;
}

/** From the commit object: a shallow clone knows the hashes of parents that it does not have. */
function parentsOf(root) {
  const [head = ''] = (git(root, 'cat-file', 'commit', 'HEAD') ?? '').split('\n\n');
  return [...head.matchAll(/^parent (\w+)$/gm)].map(([, hash]) => hash);
}

function hasMergeBase(root, revision) {
  return git(root, 'merge-base', revision, 'HEAD') !== undefined;
}

function commitOf(root, revision) {
  return git(root, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`)?.trim();
}

function fetch(root, options, sources) {
  const quietly = ['--quiet', '--no-tags', '--no-recurse-submodules'];
  return git(root, 'fetch', ...quietly, ...options, 'origin', ...sources) !== undefined;
}

function isShallow(root) {
  return git(root, 'rev-parse', '--is-shallow-repository')?.trim() === 'true';
}
