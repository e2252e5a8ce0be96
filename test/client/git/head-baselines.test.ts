import { beforeEach, describe, expect, it, vi } from 'vitest';

/** An event that counts its listeners. */
class Emitter<T> {
  private readonly listeners = new Set<(value: T) => void>();
  readonly event = (listener: (value: T) => void) => {
    // As in VS Code, a function that is added twice is called twice.
    const own = (value: T) => listener(value);
    this.listeners.add(own);
    return { dispose: () => this.listeners.delete(own) };
  };

  get count(): number {
    return this.listeners.size;
  }

  fire(value: T): void {
    for (const listener of [...this.listeners]) listener(value);
  }
}

class Disposable {
  constructor(readonly dispose: () => void) {}
  static from(...all: readonly { dispose(): unknown }[]): Disposable {
    return new Disposable(() => {
      for (const one of all) one.dispose();
    });
  }
}

const uriOf = (text: string) => ({
  scheme: text.slice(0, text.indexOf(':')),
  fsPath: text.slice('file://'.length),
  toString: () => text,
});

/** A repository, for which Git returns a new object each time. */
class FakeRepository {
  readonly changed = new Emitter<void>();
  readonly reads: string[] = [];
  commit = 'one';

  constructor(readonly root: string) {}

  /** Git's extension creates a new object for each call, each event and each access to its state. */
  wrapper() {
    const repository = this;
    return {
      rootUri: uriOf(repository.root),
      get state() {
        return {
          HEAD: { commit: repository.commit },
          indexChanges: [],
          workingTreeChanges: [],
          onDidChange: repository.changed.event,
        };
      },
      buffer: async (revision: string, path: string) => {
        repository.reads.push(`${revision}:${path}`);
        return new TextEncoder().encode(revision);
      },
    };
  }
}

class FakeGit {
  readonly repositories = new Map<string, FakeRepository>();
  readonly opened = new Emitter<unknown>();
  readonly closed = new Emitter<unknown>();
  readonly enablement = new Emitter<boolean>();
  enabled = true;
  looks = 0;

  open(root: string): FakeRepository {
    const repository = new FakeRepository(root);
    this.repositories.set(root, repository);
    this.opened.fire(repository.wrapper());
    return repository;
  }

  close(repository: FakeRepository): void {
    this.repositories.delete(repository.root);
    this.closed.fire(repository.wrapper());
  }

  enable(enabled: boolean): void {
    this.enabled = enabled;
    this.enablement.fire(enabled);
  }

  get extension() {
    const git = this;
    return {
      get enabled() {
        return git.enabled;
      },
      onDidChangeEnablement: git.enablement.event,
      getAPI: () => ({
        state: 'initialized',
        onDidChangeState: new Emitter().event,
        onDidOpenRepository: git.opened.event,
        onDidCloseRepository: git.closed.event,
        getRepository: (uri: { toString(): string }) => {
          git.looks += 1;
          const root = [...git.repositories.keys()].find((one) => uri.toString().startsWith(`${one}/`));
          return (root !== undefined && git.repositories.get(root)?.wrapper()) || null;
        },
      }),
    };
  }
}

let git = new FakeGit();
vi.mock('vscode', () => ({
  Disposable,
  Uri: { parse: uriOf },
  extensions: { getExtension: () => ({ activate: async () => git.extension }) },
}));
// Tests of one process share modules, which may have the mock of another file.
vi.resetModules();
const { HeadBaselines } = await import('../../../client/src/git/head-baselines.ts');

const sent: { uri: string; baseline: { content: string } | null }[] = [];
const contents = () => sent.map(({ baseline }) => baseline && atob(baseline.content));
const config = 'file:///repo/deep/hotfix.json';
const settled = () => new Promise((resolve) => setImmediate(resolve));

/** Follows HEAD for open configs, as a window does. */
async function follow(...uris: readonly string[]) {
  const heads = new HeadBaselines((params) => sent.push(params));
  await Promise.all(uris.map((uri) => heads.known(uri)));
  return heads;
}

beforeEach(() => {
  git = new FakeGit();
  sent.length = 0;
});

it('Thirty saves leave one listener for the repository, though each look at it gives a new object', async () => {
  const repository = git.open('file:///repo');
  await follow(config, 'file:///repo/other-hotfix.json');
  for (let save = 0; save < 30; save++) {
    repository.changed.fire();
    await settled();
  }
  expect(repository.changed.count).toBe(1);
  expect(repository.reads).toEqual(['one:/repo/deep/hotfix.json', 'one:/repo/other-hotfix.json']);
});

it('One git command updates each config once, even if it fires many events', async () => {
  const repository = git.open('file:///repo');
  await follow(config, 'file:///repo/other-hotfix.json');
  await settled();
  git.looks = 0;
  for (let event = 0; event < 100; event++) repository.changed.fire();
  await settled();
  expect(git.looks).toBe(2);
});

it('A new commit is what a config is compared with, in each of two repositories', async () => {
  const [one, other] = [git.open('file:///repo'), git.open('file:///second')];
  await follow(config, 'file:///second/hotfix.json');
  sent.length = 0;
  one.commit = 'two';
  one.changed.fire();
  await vi.waitFor(() => expect(contents()).toEqual(['two']));
  other.commit = 'three';
  other.changed.fire();
  await vi.waitFor(() => expect(contents()).toEqual(['two', 'three']));
  expect([one.changed.count, other.changed.count]).toEqual([1, 1]);
});

it('A repository that is closed and opened again has one listener, and is followed', async () => {
  const before = git.open('file:///repo');
  await follow(config);
  git.close(before);
  expect(before.changed.count).toBe(0);
  const after = git.open('file:///repo');
  await settled();
  after.commit = 'again';
  after.changed.fire();
  await vi.waitFor(() => expect(contents().at(-1)).toBe('again'));
  expect(after.changed.count).toBe(1);
});

it('Git has no listener when it is turned off or after the end, and one when it is turned on again', async () => {
  const repository = git.open('file:///repo');
  const heads = await follow(config);
  git.enable(false);
  expect([repository.changed.count, git.opened.count, git.closed.count]).toEqual([0, 0, 0]);
  git.enable(true);
  await settled();
  expect([repository.changed.count, git.opened.count, git.closed.count]).toEqual([1, 1, 1]);
  repository.changed.fire();
  heads.dispose();
  await settled();
  expect([repository.changed.count, git.opened.count, git.closed.count]).toEqual([0, 0, 0]);
});

describe('A config of AgentBaker and the scripts beside it', () => {
  const folder = 'file:///repo/parts/linux/cloud-init';
  const embedded = `${folder}/artifacts/aks-node-controller-hotfix.json`;
  const payload = `${folder}/nodecustomdata.yml`;
  const uris = () => sent.map(({ uri }) => uri).sort();

  it.each([embedded, payload])('are sent together when one is open: %s', async (uri) => {
    git.open('file:///repo');
    await follow(uri);
    await vi.waitFor(() => expect(uris()).toEqual([embedded, payload]));
  });

  it('are followed until both are closed', async () => {
    const repository = git.open('file:///repo');
    const heads = await follow(embedded, payload);
    await settled();
    const commit = async (name: string) => {
      sent.length = 0;
      repository.commit = name;
      repository.changed.fire();
      await settled();
    };
    heads.closed(embedded);
    await commit('two');
    expect(uris()).toEqual([embedded, payload]);
    heads.closed(payload);
    await commit('three');
    expect(uris()).toEqual([]);
  });
});
