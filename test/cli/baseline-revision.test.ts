import { rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { checkSince } from './baseline-workspace.ts';
import { clean, Workspace } from './workspace.ts';

const workspace = new Workspace();
const more = '{ "hotfixes": { "202604.01": "202604.01.3", "202605.30": "202605.30.2" } }\n';
const lost = ['hotfix.json entry-removed'];

const check = (baseline: string, ...args: string[]) => checkSince(workspace, baseline, ...args);
const write = (text: string) => workspace.write('hotfix.json', text);
function commit(text?: string): string {
  if (text !== undefined) write(text);
  workspace.git('commit', '--quiet', '--all', '--allow-empty', '--message=a step');
  return workspace.git('rev-parse', 'HEAD');
}
const onBranch = (name: string, from = 'main') => workspace.git('checkout', '--quiet', '-b', name, from);
const to = (name: string) => workspace.git('checkout', '--quiet', name);

beforeEach(() => {
  workspace.startRepository({ 'hotfix.json': clean });
});

describe('a name that is a revision and something else', () => {
  it('is the revision where a file of that name was added, and "./" names the file', async () => {
    workspace.git('branch', 'origin/release');
    workspace.write('origin/release', '{}');
    workspace.write('HEAD', '{}');
    write('{}');
    const { found, err } = await check('origin/release', 'hotfix.json');
    expect(found).toEqual(lost);
    expect(err).toBe(
      'warning: "origin/release" is a revision and a file; using the revision\nhint: write "./origin/release" for the file\n',
    );
    expect((await check('HEAD', 'hotfix.json')).found).toEqual(lost);
    expect((await check('./origin/release', 'hotfix.json')).found).toEqual([]);
    expect((await check(workspace.path('HEAD'), 'hotfix.json')).found).toEqual([]);
  });

  it.each(['origin/release', '0123456789012345678901234567890123456789', 'v1.2.json/v2'])(
    'is not a file while git lacks the revision: %s',
    async (name) => {
      workspace.write(name, '{}');
      write('{}');
      const { status, err } = await check(name, 'hotfix.json');
      expect([status, err]).toEqual([3, expect.stringContaining(`write "./${name}" for the file`)]);
      expect((await check(`./${name}`, 'hotfix.json')).status).toBe(0);
    },
  );

  it('is refused where it is a revision for one path and a file for another', async () => {
    workspace.git('branch', 'live.json');
    workspace.write('live.json', '{}');
    workspace.write('other/hotfix.json', clean);
    workspace.git('init', '--quiet', 'other');
    const { status, err } = await check('live.json', 'hotfix.json', 'other/hotfix.json');
    expect([status, err]).toEqual([
      2,
      expect.stringContaining('is a revision for some paths and a file for'),
    ]);
  });

  it.each([
    ['a tag', () => workspace.git('tag', 'other', 'HEAD~1')],
    ['a remote branch', () => workspace.git('update-ref', 'refs/remotes/other', 'HEAD~1')],
  ])('is refused where a branch and %s differ, and taken where they do not', async (_, make) => {
    commit(more);
    make();
    workspace.git('branch', 'other');
    const { status, err } = await check('other');
    expect([status, err]).toEqual([
      2,
      expect.stringMatching(/ambiguous revision "other"\nhint: write .* or /),
    ]);
    expect((await check('refs/heads/other')).status).toBe(0);
    workspace.git('branch', '--force', 'other', 'HEAD~1');
    expect((await check('other')).found).toEqual([]);
  });

  it('is refused where a branch is called like the beginning of a hash', async () => {
    const hash = commit(more).slice(0, 7);
    workspace.git('branch', hash, 'HEAD~1');
    expect(await check(hash)).toMatchObject({
      status: 2,
      err: expect.stringContaining('ambiguous revision'),
    });
  });

  it('is HEAD, even if a branch has that name', async () => {
    workspace.git('update-ref', 'refs/heads/HEAD', 'HEAD');
    write('{}');
    expect((await check('HEAD')).found).toEqual(lost);
  });

  it('is in "diff" the path at a revision, not a file of that name', async () => {
    workspace.write('HEAD:hotfix.json', '{}');
    const diff = (base: string) => workspace.run('diff', base, 'hotfix.json', '--baked=202604.01.0');
    expect((await diff('HEAD:hotfix.json')).out).toContain('No change');
    expect((await diff('./HEAD:hotfix.json')).out).toContain('upgrades to 202604.01.3');
    workspace.write('v9:hotfix.json', '{}');
    expect((await diff('v9:hotfix.json')).err).toContain('write "./v9:hotfix.json" for the file');
  });
});

describe('the commit that a working tree is compared with', () => {
  it('is the merge base: a branch is not blamed for what its base gained', async () => {
    onBranch('topic');
    workspace.write('readme.txt', 'only this');
    workspace.commit();
    to('main');
    commit(more);
    to('topic');
    for (const baseline of ['main', 'main...HEAD', 'main...', 'HEAD...main', 'main...topic']) {
      expect(await check(baseline)).toEqual({ status: 0, found: [], err: '' });
    }
    write('{}');
    for (const baseline of ['main', '...main']) expect((await check(baseline)).found).toEqual(lost);
    expect(await check('main..HEAD')).toMatchObject({
      status: 3,
      err: expect.stringContaining('write "main...HEAD"'),
    });
    expect(await check('nope...HEAD')).toMatchObject({
      status: 3,
      err: expect.stringContaining('unknown revision "nope"'),
    });
  });

  const pretendUnfinished = () => {
    workspace.git('reset', '--quiet', '--soft', 'HEAD^');
    workspace.write('.git/MERGE_HEAD', `${workspace.git('rev-parse', 'main')}\n`);
  };
  it.each([
    ['is what a merge took from the base', () => {}],
    ['is that of a merge that is not committed yet', pretendUnfinished],
  ])('%s', async (_, afterwards) => {
    onBranch('topic');
    commit();
    to('main');
    commit(more);
    to('topic');
    workspace.git('merge', '--quiet', '--no-edit', 'main');
    afterwards();
    expect((await check('main')).found).toEqual([]);
    write(clean);
    expect((await check('main')).found).toEqual(lost);
  });

  it('is found in a merge of many branches', async () => {
    for (const name of ['a', 'b', 'c']) {
      onBranch(name);
      workspace.write(`${name}.txt`, name);
      workspace.commit();
    }
    to('main');
    commit(more);
    onBranch('topic', 'a');
    workspace.git('merge', '--quiet', '--no-edit', 'b', 'c', 'main');
    write(clean);
    expect((await check('main')).found).toEqual(lost);
    expect((await check('a')).found).toEqual([]);
  });

  it('is the named one where histories crossed and their merge bases differ', async () => {
    onBranch('topic');
    const topic = commit();
    to('main');
    const main = commit(more);
    workspace.git('merge', '--quiet', '--no-edit', topic);
    to('topic');
    workspace.git('merge', '--quiet', '--no-edit', main);
    commit(clean);
    const { found, err } = await check('main');
    expect(found).toEqual(lost);
    expect(err).toContain('"main" and "HEAD" have several merge bases');
    // Later changes of main do not count.
    to('main');
    workspace.write('other-hotfix.json', clean);
    workspace.commit();
    to('topic');
    write(more);
    expect((await check('main')).found).toEqual([]);
  });

  it('is the named one where histories have nothing in common, and that is said', async () => {
    workspace.git('checkout', '--quiet', '--orphan', 'topic');
    write('{}');
    workspace.commit();
    const { found, err } = await check('main');
    expect(found).toEqual(lost);
    expect(err).toContain('"main" and "HEAD" have no merge base; comparing with "main" itself');
  });

  it.each([
    ['a detached HEAD', () => workspace.git('checkout', '--quiet', '--detach')],
    ['a packed repository', () => workspace.git('gc', '--quiet')],
    [
      'a repository of SHA-256',
      () => {
        rmSync(workspace.path('.git'), { recursive: true });
        workspace.git('init', '--quiet', '--object-format=sha256', '--initial-branch=main');
        workspace.commit();
      },
    ],
  ])('is found in %s', async (_, make) => {
    make();
    write('{}');
    expect((await check('main')).found).toEqual(lost);
    expect((await check(workspace.git('rev-parse', 'HEAD'))).found).toEqual(lost);
  });

  it('is found in a linked worktree, at an annotated tag, and by an upstream', async () => {
    workspace.git('tag', '--annotate', '--message=tag', 'v1');
    workspace.git('worktree', 'add', '--quiet', '-b', 'topic', 'linked');
    workspace.git('-C', 'linked', 'branch', '--quiet', '--set-upstream-to=main');
    workspace.write('linked/hotfix.json', '{}');
    for (const baseline of ['v1', 'main', '@{upstream}', '@']) {
      expect((await check(baseline, 'linked')).found).toEqual(['linked/hotfix.json entry-removed']);
    }
  });

  it('is nothing before the first commit', async () => {
    rmSync(workspace.path('.git'), { recursive: true });
    workspace.git('init', '--quiet');
    workspace.git('add', '--all');
    expect(await check('HEAD')).toEqual({ status: 0, found: [], err: '' });
    expect((await check('HEAD~1')).status).toBe(3);
  });

  it.each([40, 64])('is not a null hash of %i digits', async (length) => {
    const { status, err } = await check('0'.repeat(length));
    expect(status).toBe(3);
    expect(err).toContain('the null hash of a new branch');
    expect(err).not.toContain('unshallow');
  });

  it('is known by the parents of HEAD in a clone without history, and is else said to be the named one', async () => {
    const root = commit();
    onBranch('topic');
    commit();
    to('main');
    const base = commit(more);
    workspace.git('merge', '--quiet', '--no-ff', '--no-commit', 'topic');
    commit(clean);
    workspace.git('clone', '--quiet', '--depth=1', pathToFileURL(workspace.path()).href, 'shallow');
    for (const hash of [base, root])
      workspace.git('-C', 'shallow', 'fetch', '--quiet', '--depth=1', 'origin', hash);
    expect(await check(base, 'shallow')).toMatchObject({
      found: ['shallow/hotfix.json entry-removed'],
      err: '',
    });
    expect((await check(root, 'shallow')).err).toContain('in this shallow clone');
  });
});
