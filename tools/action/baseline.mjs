import { git } from './git.mjs';

/** How much of a history is fetched to find a merge base in, more each time. */
const depths = ['--depth=50', '--depth=1000', '--unshallow'];

/**
 * The commit that a pull request, or a group of a merge queue, is compared with. What the event calls the base is as old
 * as the last time that somebody pushed, or newer than what was checked out.
 */
export function baselineOf(event, root) {
  const { pull_request: pull, merge_group: group } = event;
  const named = group?.base_sha ?? pull?.base?.sha;
  if (named === undefined || root === undefined) return named;
  const parents = parentsOf(root);
  // GitHub merged the pull request into its target for this run: all that differs from there is of the pull request.
  if (parents.length === 2 && parents[1] === pull?.head?.sha) return withHistory(root, parents[0]);
  const ref = pull?.base?.ref;
  const target = `refs/remotes/origin/${ref}`;
  if (ref !== undefined) bringHistory(root, target, `+refs/heads/${ref}:${target}`);
  const tip = ref === undefined ? undefined : commitOf(root, target);
  return tip ?? withHistory(root, named);
}

/** A revision; one that is named by its hash is fetched, where a shallow clone lacks it. */
export function withHistory(root, baseline) {
  const isHash = /^[0-9a-f]{40,64}$/.test(baseline) && !/^0+$/.test(baseline);
  if (isHash && root !== undefined && isShallow(root)) bringHistory(root, baseline, baseline);
  return baseline;
}

/**
 * Fetches what actions/checkout left out and the merge base of HEAD and a revision needs. Where that fails the check says
 * what is missing. A whole clone keeps its history: a fetch with a depth would cut it off.
 */
function bringHistory(root, revision, source) {
  if (hasMergeBase(root, revision)) return;
  if (!isShallow(root)) return void fetch(root, [], [source]);
  // A parent of HEAD is the merge base itself.
  if (parentsOf(root).includes(revision)) return void fetch(root, ['--depth=1'], [source]);
  const head = commitOf(root, 'HEAD');
  for (const depth of depths)
    if (!fetch(root, [depth], [source, head]) || hasMergeBase(root, revision)) return;
}

/** As the commit HEAD names them: a shallow clone has their names, whether or not it has them. */
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
