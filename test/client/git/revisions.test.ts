import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Ref, Repository } from '../../../client/src/git/api.ts';

const none = { dispose() {} };
const event = () => none;
let git: { enabled: boolean; repository: Partial<Repository> | null } | undefined;
vi.mock('vscode', () => ({
  Disposable: { from: () => none },
  extensions: {
    getExtension: () =>
      git && {
        activate: async () => ({
          enabled: git?.enabled,
          onDidChangeEnablement: event,
          getAPI: () => ({
            state: 'initialized',
            onDidChangeState: event,
            getRepository: () => git?.repository ?? null,
          }),
        }),
      },
  },
}));
// Tests of one process share modules, which may have the mock of another file.
vi.resetModules();
const { commitOf, contentAt, namesIn, repositoryOf } = await import('../../../client/src/git/revisions.ts');

const document = { scheme: 'file', fsPath: '/repo/hotfix.json', toString: () => 'file:///repo/hotfix.json' };
const stateWith = (commit?: string): Repository['state'] => ({
  HEAD: { name: 'fix', ...(commit && { commit }) },
  indexChanges: [],
  workingTreeChanges: [],
  onDidChange: event,
});
const repositoryWith = (refs: readonly Ref[]) => ({ getRefs: async () => refs }) as unknown as Repository;

beforeEach(() => {
  git = { enabled: true, repository: { state: stateWith('1a2b3c4d') } };
});

describe('a config has no commit to compare with', () => {
  it.each([
    ['VS Code has no Git extension', undefined, 'Git is turned off or missing'],
    ['Git is turned off', { enabled: false, repository: null }, 'turn on "git.enabled"'],
    [
      'it is in no open repository',
      { enabled: true, repository: null },
      '"hotfix.json" is not in an open git repository. To compare with a commit, open the folder',
    ],
    [
      'the repository is new',
      { enabled: true, repository: { state: stateWith() } },
      'no commits yet. To compare with a commit, commit first.',
    ],
  ])('if %s', async (_, found, problem) => {
    git = found;
    const none = await repositoryOf(document as never, 'hotfix.json');
    expect('problem' in none && `${none.problem} ${none.help}`).toContain(problem);
    expect(await contentAt('1a2b3c4d', document as never)).toBeUndefined();
  });

  it('if it is a document of git itself', async () => {
    expect(await repositoryOf({ ...document, scheme: 'git' } as never, 'hotfix.json')).toHaveProperty(
      'problem',
    );
  });

  it('but otherwise it has', async () => {
    expect(await repositoryOf(document as never, 'hotfix.json')).toBe(git?.repository);
  });
});

describe('the default branch', () => {
  const branch = (name: string, commit = name): Ref => ({
    type: name.startsWith('origin/') ? 1 : 0,
    name,
    commit,
  });
  it.each([
    ['the one of origin/HEAD', ['main', 'origin/release', 'origin/main'], 'origin/release', 'origin/release'],
    ['main if both are at origin/HEAD', ['origin/a', 'origin/main'], undefined, 'origin/main'],
    ['origin/main', ['main', 'origin/main', 'topic'], null, 'origin/main'],
    ['a local one without a remote', ['topic', 'master'], null, 'master'],
    ['unknown if none has the usual names', ['topic', 'upstream/main'], null, undefined],
  ])('is %s', async (_, names, head, expected) => {
    const commit = head === undefined ? 'same' : head;
    const refs = names.map((name) => branch(name, head === undefined ? 'same' : name));
    const all = commit === null ? refs : [branch('origin/HEAD', commit), ...refs];
    const { branches, defaultBranch } = await namesIn(repositoryWith(all));
    expect(defaultBranch?.name).toBe(expected);
    expect(branches.map(({ name }) => name)).toEqual(names);
  });

  it('is unknown if git fails', async () => {
    const failing = { getRefs: () => Promise.reject(new Error('broken')) } as unknown as Repository;
    expect(await namesIn(failing)).toEqual({ branches: [], tags: [], defaultBranch: undefined });
  });
});

describe('a revision that is typed', () => {
  const asked: string[] = [];
  const repository = {
    getCommit: async (revision: string) => {
      asked.push(revision);
      if (revision === 'gone') throw new Error('unknown revision');
      return { hash: `hash of ${revision}`, message: '' };
    },
  } as unknown as Repository;

  it.each(['v1', 'HEAD~2', 'main@{1}', 'origin/main^2'])(
    'is the commit that git knows: %s',
    async (revision) => {
      expect(await commitOf(repository, revision)).toBe(`hash of ${revision}`);
    },
  );

  it.each(['gone', '--output=x', '-p', 'a..b', 'HEAD:README.md', 'a b', 'a\nb'])(
    'is none, and no option of git: %j',
    async (revision) => {
      asked.length = 0;
      expect(await commitOf(repository, revision)).toBeUndefined();
      expect(asked.filter((one) => one !== 'gone')).toEqual([]);
    },
  );
});
