import type { Uri } from 'vscode';
import type { Commit, Ref, Repository } from './api.ts';
import { openedGit } from './built-in.ts';
import { pathAtHead } from './head-baselines.ts';

/** Why there is no commit to compare with, and what a user can do about it. */
interface NoCommit {
  readonly problem: string;
  readonly help: string;
}

/** The repository of a document with at least one commit. */
export async function repositoryOf(document: Uri, name: string): Promise<Repository | NoCommit> {
  const git = await openedGit();
  if (!git)
    return {
      problem: 'Git is turned off or missing, or the workspace is not trusted.',
      help: 'To compare with a commit, turn on "git.enabled" and trust the workspace.',
    };
  const repository = document.scheme === 'file' ? git.getRepository(document) : null;
  if (!repository)
    return {
      problem: `"${name}" is not in an open git repository.`,
      help: 'To compare with a commit, open the folder of its repository.',
    };
  if (!repository.state.HEAD?.commit)
    return {
      problem: 'This repository has no commits yet.',
      help: 'To compare with a commit, commit first.',
    };
  return repository;
}

/** The bytes of a document at a commit; undefined if it did not exist. */
export async function contentAt(commit: string, document: Uri): Promise<Uint8Array | undefined> {
  const repository = await repositoryOf(document, '');
  if ('problem' in repository) return undefined;
  return repository.buffer(commit, pathAtHead(repository, document)).catch(() => undefined);
}

/** The commit of a revision as users write it; undefined if there is none. */
export async function commitOf(repository: Repository, revision: string): Promise<string | undefined> {
  // Git reads the first as an option, and the others as more than one commit or as a file.
  if (/^-|\.\.|[\s:]/.test(revision)) return undefined;
  const commit = await repository.getCommit(revision).catch(() => undefined);
  return commit?.hash;
}

const mostCommits = 30;

export function commitsWith(repository: Repository, document: Uri): Promise<readonly Commit[]> {
  const path = pathAtHead(repository, document);
  return repository.log({ path, maxEntries: mostCommits }).catch(() => []);
}

export interface NamedCommit {
  readonly name: string;
  readonly commit: string;
}

export interface Names {
  /** The latest commit first. */
  readonly branches: readonly NamedCommit[];
  readonly tags: readonly NamedCommit[];
  /** The branch that changes go to, if it can be found. */
  readonly defaultBranch: NamedCommit | undefined;
}

export async function namesIn(repository: Repository): Promise<Names> {
  const refs = await repository.getRefs({ sort: 'committerdate' }).catch((): Ref[] => []);
  const named = (types: readonly Ref['type'][]) =>
    refs.flatMap(({ type, name, commit }) =>
      types.includes(type) && name !== undefined && commit ? [{ name, commit }] : [],
    );
  const branches = named([0, 1]).filter(({ name }) => !name.endsWith('/HEAD'));
  return { branches, tags: named([2]), defaultBranch: defaultOf(branches, named([1])) };
}

/** In the order of the command line: a local branch can be behind. */
function defaultOf(
  branches: readonly NamedCommit[],
  remote: readonly NamedCommit[],
): NamedCommit | undefined {
  const usual = ['origin/main', 'origin/master', 'main', 'master'].flatMap(
    (usualName) => branches.find(({ name }) => name === usualName) ?? [],
  );
  const head = remote.find(({ name }) => name === 'origin/HEAD');
  if (!head) return usual[0];
  // The API names only its commit.
  const isAtHead = ({ name, commit }: NamedCommit) => commit === head.commit && name.startsWith('origin/');
  return [...usual, ...branches].find(isAtHead) ?? head;
}
