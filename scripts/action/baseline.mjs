import { git } from './git.mjs';

/**
 * Fetches a commit that a shallow clone, as actions/checkout makes it, does not hold. Where that fails the check says
 * what is missing. A whole clone is left alone: a fetch with a depth would cut its history off.
 */
export function fetchIfCutOff(baseline) {
  if (!/^[0-9a-f]{40,64}$/.test(baseline ?? '')) return;
  if (git('cat-file', '-e', `${baseline}^{commit}`) !== undefined) return;
  if (git('rev-parse', '--is-shallow-repository')?.trim() !== 'true') return;
  git('fetch', '--quiet', '--no-tags', '--no-recurse-submodules', '--depth=1', 'origin', baseline);
}
