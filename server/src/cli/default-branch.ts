import { git, line } from './git.ts';
import { because, whyNoAnswer } from './git-problems.ts';
import { CannotWork } from './terminal.ts';

/** In the order of preference. A local branch can be behind. */
const candidates = ['refs/remotes/origin', 'refs/heads'].map((place) => [`${place}/main`, `${place}/master`]);

/**
 * The branch that a change goes to, as a full name, because the author of a branch chooses its short name. The user's
 * `init.defaultBranch` says nothing about this repository.
 */
export async function defaultBranch(root: string): Promise<string> {
  const named = await git(root, 'symbolic-ref', '--quiet', 'refs/remotes/origin/HEAD');
  if (!named.ok && named.status !== 1) throw because('cannot find the default branch', whyNoAnswer(named));
  const known = await branchesOf(root);
  if (named.ok && known.has(line(named))) return line(named);
  for (const names of candidates) {
    const [first, second] = names.filter((name) => known.has(name));
    if (first === undefined) continue;
    if (second === undefined || known.get(first) === known.get(second)) return first;
    throw new CannotWork(
      `this repository has no default branch: ${shortBranch(first)} and ${shortBranch(second)} differ, and there is no origin/HEAD`,
      `name one: "hotfix-config diff ${shortBranch(first)}"`,
    );
  }
  throw new CannotWork(
    'this repository has no default branch: there is no origin/HEAD, main or master',
    'name a revision: "hotfix-config diff REV"; to get a branch that this clone lacks, run "git fetch origin BRANCH"',
  );
}

/** As a user writes it. */
export function shortBranch(name: string): string {
  return name.replace(/^refs\/(?:remotes|heads)\//, '');
}

/** The hashes of branches by their full names. */
async function branchesOf(root: string): Promise<ReadonlyMap<string, string>> {
  const listed = await git(
    root,
    'for-each-ref',
    '--format=%(objectname) %(refname)',
    'refs/remotes/origin',
    ...candidates.flat(),
  );
  if (!listed.ok) throw because('cannot list the branches', whyNoAnswer(listed));
  const lines = line(listed).split('\n');
  return new Map(
    lines.map((text): [string, string] => [text.slice(text.indexOf(' ') + 1), text.split(' ', 1)[0] ?? '']),
  );
}
