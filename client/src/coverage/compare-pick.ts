import { type QuickPickItem, QuickPickItemKind, Uri, window, workspace } from 'vscode';
import type { Repository } from '../git/api.ts';
import { commitOf, commitsWith, type NamedCommit, namesIn, repositoryOf } from '../git/revisions.ts';
import { pickOrType, plain } from '../pick-or-type.ts';
import { type Comparison, withCommit, withFile, withHead } from './comparison.ts';
import { nameOf } from './configs.ts';

const title = 'Compare Coverage With';

interface Way extends QuickPickItem {
  choose(): Promise<Comparison | undefined>;
}

/** Lets the user choose what a config is compared with; undefined if canceled, or after a message. */
export async function pickComparison(uri: string): Promise<Comparison | undefined> {
  const document = Uri.parse(uri);
  const repository = await repositoryOf(document, nameOf(document));
  const isInGit = !('problem' in repository);
  const ways: Way[] = [
    ...(isInGit ? waysInGit(repository, document) : []),
    {
      label: '$(file) File…',
      description: 'another config on disk',
      ...(!isInGit && { detail: repository.help }),
      choose: chooseFile,
    },
  ];
  const placeHolder = isInGit ? 'What nodes did before' : plain(repository.problem);
  return (await window.showQuickPick(ways, { title, placeHolder }))?.choose();
}

function waysInGit(repository: Repository, document: Uri): Way[] {
  return [
    { label: '$(git-commit) HEAD', description: 'the last commit', choose: async () => withHead },
    {
      label: '$(git-merge) Merge Base With a Branch…',
      description: 'where the current branch began',
      choose: () => chooseMergeBase(repository),
    },
    {
      label: '$(history) Revision…',
      description: 'a commit, a branch or a tag',
      choose: () => chooseRevision(repository, document),
    },
  ];
}

async function chooseFile(): Promise<Comparison | undefined> {
  const [file] = (await window.showOpenDialog({ title, canSelectMany: false })) ?? [];
  return file && withFile(nameOf(file), await workspace.fs.readFile(file));
}

interface RevisionItem extends QuickPickItem {
  readonly revision: string;
  /** Undefined if it was typed. */
  readonly commit?: string | undefined;
}

async function chooseMergeBase(repository: Repository): Promise<Comparison | undefined> {
  const { branches, defaultBranch } = await namesIn(repository);
  const known = [repository.state.HEAD?.name, defaultBranch?.name];
  const picked = await pickRevision(
    defaultBranch ? 'Choose or type a branch' : 'No default branch is known. Choose or type a branch',
    [
      ...(defaultBranch ? [itemOf(defaultBranch, 'default branch')] : []),
      ...branches.filter(({ name }) => !known.includes(name)).map((branch) => itemOf(branch)),
    ],
  );
  const commit = picked && (await resolved(repository, picked));
  if (!commit) return undefined;
  const base = await repository.getMergeBase('HEAD', commit);
  if (base) return withCommit(`the merge base with ${picked.revision} (${short(base)})`, base);
  return say(
    `HEAD and "${plain(picked.revision)}" have no common commit in this clone. If it is shallow, run "git fetch --unshallow".`,
  );
}

async function chooseRevision(repository: Repository, document: Uri): Promise<Comparison | undefined> {
  const [commits, { branches, tags }] = await Promise.all([
    commitsWith(repository, document),
    namesIn(repository),
  ]);
  const picked = await pickRevision('Choose or type a revision', [
    ...group('commits that change this file', commits, ({ hash, message, commitDate }) => ({
      label: `$(git-commit) ${plain(message.split('\n', 1)[0] ?? '')}`,
      description: described(short(hash), commitDate?.toISOString().slice(0, 10)),
      revision: short(hash),
      commit: hash,
    })),
    ...group('branches', branches, (branch) => itemOf(branch)),
    ...group('tags', tags, (tag) => itemOf(tag, '', 'tag')),
  ]);
  const commit = picked && (await resolved(repository, picked));
  if (!commit) return undefined;
  const isHash = commit.startsWith(picked.revision);
  return withCommit(isHash ? picked.revision : `${picked.revision} (${short(commit)})`, commit);
}

async function pickRevision(
  placeholder: string,
  items: readonly RevisionItem[],
): Promise<RevisionItem | undefined> {
  const typed = (revision: string): RevisionItem | undefined =>
    items.some((item) => item.revision === revision)
      ? undefined
      : { label: `$(edit) ${plain(revision)}`, description: 'as typed', revision, alwaysShow: true };
  return pickOrType({ title, placeholder, items, typed });
}

function group<T>(label: string, all: readonly T[], itemFor: (one: T) => RevisionItem): RevisionItem[] {
  if (all.length === 0) return [];
  return [{ label, kind: QuickPickItemKind.Separator, revision: '' }, ...all.map(itemFor)];
}

function itemOf({ name, commit }: NamedCommit, note = '', icon = 'git-branch'): RevisionItem {
  return {
    label: `$(${icon}) ${plain(name)}`,
    description: described(short(commit), note),
    revision: name,
    commit,
  };
}

function described(...parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(', ');
}

async function resolved(repository: Repository, item: RevisionItem): Promise<string | undefined> {
  // The author of a branch chooses its name, so names of a list are not passed to git again.
  const commit = item.commit ?? (await commitOf(repository, item.revision));
  if (commit) return commit;
  return say(
    `"${plain(item.revision)}" is not a revision in this clone. Check the name. If the clone is shallow, run "git fetch --unshallow".`,
  );
}

function short(hash: string): string {
  return hash.slice(0, 7);
}

function say(message: string): undefined {
  void window.showInformationMessage(message);
  return undefined;
}
