import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { checkSince, flags, lowered } from './baseline-workspace.ts';
import { clean, Workspace } from './workspace.ts';

const workspace = new Workspace();
const onUnix = describe.skipIf(process.platform === 'win32');
const artifacts = 'parts/linux/cloud-init/artifacts';

beforeEach(() => {
  workspace.startRepository({ 'parts/hotfix.json': clean, 'readme.txt': 'a repository' });
});

const check = (...args: string[]) => checkSince(workspace, 'HEAD', '--rule=json-syntax=off', ...args);
const { git } = { git: (...args: string[]) => workspace.git(...args) };
const remove = (name: string) => rmSync(workspace.path(name), { recursive: true });
const link = (target: string, name: string) => symlinkSync(target, workspace.path(name));
const move = (from: string, to: string) => {
  mkdirSync(workspace.path(to.slice(0, to.lastIndexOf('/') + 1)), { recursive: true });
  renameSync(workspace.path(from), workspace.path(to));
};
function makeRepository(folder: string): void {
  workspace.write(`${folder}/other.txt`, 'another repository');
  git('init', '--quiet', folder);
  git('-C', folder, 'add', '.');
  git('-C', folder, 'commit', '--quiet', '--message=inner');
  git('add', '--all');
}
/** Settings of git that mean: no working tree, another working tree, and all files ignored. */
function disguise(folder: string): void {
  workspace.write(`${folder}/HEAD`, 'ref: refs/heads/main\n');
  workspace.write(`${folder}/config`, '[core]\n\trepositoryformatversion = 0\n\tworktree = .\n');
  for (const name of ['objects', 'refs']) workspace.write(`${folder}/${name}/keep`, '');
  workspace.write(`${folder}/info/exclude`, '*\n');
}

onUnix('what nodes lose is found by a config', () => {
  it.each<[string, () => void]>([
    [
      'that became a link to an empty config',
      () => {
        workspace.write('empty.json', '{}');
        remove('parts/hotfix.json');
        link('../empty.json', 'parts/hotfix.json');
      },
    ],
    [
      'that became a link to nothing',
      () => {
        remove('parts/hotfix.json');
        link('nowhere.json', 'parts/hotfix.json');
      },
    ],
    [
      'that became a folder',
      () => {
        remove('parts/hotfix.json');
        workspace.write('parts/hotfix.json/readme.txt', '');
      },
    ],
    [
      'that became a submodule',
      () => {
        remove('parts/hotfix.json');
        makeRepository('parts/hotfix.json');
      },
    ],
    [
      'whose folder became a submodule',
      () => {
        remove('parts');
        makeRepository('parts');
      },
    ],
    [
      'whose folder became a file',
      () => {
        remove('parts');
        workspace.write('parts', '{}');
      },
    ],
    [
      'whose folder became a link to one without it',
      () => {
        workspace.write('kept/readme.txt', '');
        remove('parts');
        link('kept', 'parts');
      },
    ],
    [
      'whose folder became a link to one with less',
      () => {
        workspace.write('kept/hotfix.json', '{}');
        remove('parts');
        link('kept', 'parts');
      },
    ],
    [
      'that went where git sees a repository of its own',
      () => {
        remove('parts/hotfix.json');
        disguise('parts');
      },
    ],
    [
      'that was renamed to the name of another config',
      () => git('mv', 'parts/hotfix.json', 'parts/a-hotfix.json'),
    ],
    [
      'that was deleted while a similar fixture is new',
      () => move('parts/hotfix.json', 'pkg/testdata/hotfix.json'),
    ],
  ])('%s', async (_, change) => {
    change();
    const lost = ['parts/hotfix.json entry-removed'];
    for (const paths of [[], ['parts'], ['parts/hotfix.json']]) {
      const { found } = await check(...paths);
      expect(found.filter((finding) => finding !== 'parts wrong-type')).toEqual(lost);
    }
  });

  it('that is there, but git ignores it', async () => {
    git('rm', '--quiet', '--cached', 'parts/hotfix.json');
    workspace.write('.gitignore', 'hotfix.json\n');
    for (const paths of [[], ['parts']]) {
      const { found, err } = await check(...paths);
      expect(found).toEqual(['parts/hotfix.json entry-removed']);
      expect(err).toContain('was removed since "HEAD" (git ignores it now)');
    }
  });

  it('that became a link out of the repository, which is not read', async () => {
    mkdirSync(workspace.path('inner'));
    workspace.write('inner/hotfix.json', clean);
    git('init', '--quiet', 'inner');
    git('-C', 'inner', 'add', '.');
    git('-C', 'inner', 'commit', '--quiet', '--message=inner');
    remove('inner/hotfix.json');
    link('../parts/hotfix.json', 'inner/hotfix.json');
    const { found, err } = await check('inner');
    expect(found).toEqual(['inner/hotfix.json entry-removed']);
    expect(err).toContain('symbolic link out of the repository');
  });

  it('that left the folder which nodes are built from', async () => {
    workspace.write(`${artifacts}/aks-node-controller-hotfix.json`, clean);
    workspace.commit();
    move(`${artifacts}/aks-node-controller-hotfix.json`, 'parts/linux/aks-node-controller-hotfix.json');
    expect((await check()).found).toEqual([`${artifacts}/aks-node-controller-hotfix.json entry-removed`]);
  });

  it('that its project file no longer names', async () => {
    workspace.write('.hotfixrc.json', '{ "files": ["pinned.json", "other.json"] }');
    for (const name of ['pinned.json', 'other.json']) workspace.write(name, clean);
    workspace.commit();
    workspace.write('.hotfixrc.json', '{ "files": [] }');
    workspace.write('pinned.json', lowered);
    expect((await check()).found).toEqual(['pinned.json patch-lowered']);
  });

  it('whose link has another target than before', async () => {
    workspace.write('v1/pinned.json', lowered);
    workspace.write('v2/pinned.json', clean);
    link('v2/pinned.json', 'live-hotfix.json');
    link('v2', 'current');
    workspace.commit();
    expect((await check()).found).toEqual([]);
    for (const name of ['live-hotfix.json', 'current']) remove(name);
    link('v1/pinned.json', 'live-hotfix.json');
    link('v1', 'current');
    expect((await check()).found).toEqual(['live-hotfix.json patch-lowered']);
    expect((await check('current/pinned.json')).found).toEqual(['current/pinned.json patch-lowered']);
  });

  it('that is below a link which was there before', async () => {
    workspace.write('v2/hotfix.json', clean);
    link('v2', 'current');
    workspace.commit();
    workspace.write('v2/hotfix.json', lowered);
    expect((await check('current')).found).toEqual(['current/hotfix.json patch-lowered']);
    remove('v2/hotfix.json');
    expect((await check('current')).found).toEqual(['current/hotfix.json entry-removed']);
  });

  it('in a folder that git treats as another repository', async () => {
    disguise('parts');
    workspace.write('parts/hotfix.json', lowered);
    expect((await check('parts')).found).toEqual(['parts/hotfix.json patch-lowered']);
    const cwd = { cwd: workspace.path('parts') };
    const { out } = await workspace.runWith(cwd, 'check', '--baseline=HEAD', ...flags);
    expect(JSON.parse(out)).toMatchObject([{ file: 'hotfix.json', ruleId: 'patch-lowered' }]);
    expect((await workspace.runWith(cwd, 'fix', '--check')).err).not.toContain('no config found');
  });
});

describe('a config that moved and kept its name', () => {
  it.each<[string, () => void]>([
    ['and git knows of that', () => git('add', '--all')],
    ['and git does not', () => {}],
    ['and git has an intent to add it', () => git('add', '--intent-to-add', 'kept/hotfix.json')],
  ])('is compared with what it was, %s', async (_, tell) => {
    move('parts/hotfix.json', 'kept/hotfix.json');
    tell();
    const moved =
      'warning: "parts/hotfix.json" was moved to "kept/hotfix.json" since "HEAD"; comparing the two\n';
    expect(await check()).toEqual({ status: 0, found: [], err: moved });
    workspace.write('kept/hotfix.json', lowered);
    for (const paths of [[], ['kept'], ['kept/hotfix.json']])
      expect((await check(...paths)).found).toEqual(['kept/hotfix.json patch-lowered']);
    expect((await check('parts/hotfix.json')).found).toEqual(['parts/hotfix.json entry-removed']);
  });

  it('is distinguished from files with the same name', async () => {
    const other = clean.replaceAll('202604.01', '202605.30');
    workspace.write('other/hotfix.json', other);
    workspace.commit();
    move('parts/hotfix.json', 'z/hotfix.json');
    move('other/hotfix.json', 'a/hotfix.json');
    expect((await check()).found).toEqual([]);
    remove('z/hotfix.json');
    expect((await check()).found).toEqual(['parts/hotfix.json entry-removed']);
  });

  it('may move among fixtures', async () => {
    workspace.write('test/a/hotfix.json', clean);
    workspace.commit();
    move('test/a/hotfix.json', 'test/b/hotfix.json');
    expect((await check()).found).toEqual([]);
  });
});

it('reports a changed submodule, which has its own history', async () => {
  workspace.write('sub/hotfix.json', clean);
  makeRepository('sub');
  workspace.commit();
  const before = git('-C', 'sub', 'rev-parse', 'HEAD');
  expect((await check()).err).not.toContain('changed');
  expect((await check('sub/hotfix.json', 'sub')).found).toEqual([]);
  remove('sub/hotfix.json');
  git('-C', 'sub', 'commit', '--quiet', '--all', '--message=without');
  git('add', 'sub');
  expect((await check()).err).toContain('submodule "sub" changed since "HEAD"');
  const { out } = await workspace.run('check', `--baseline=${before}`, 'sub', ...flags);
  expect(JSON.parse(out)).toMatchObject([{ file: 'sub/hotfix.json', ruleId: 'entry-removed' }]);
});

describe('a name that is not UTF-8', () => {
  const name = Buffer.from('parts/x?-hotfix.json');
  name[name.indexOf('?')] = 0xff;
  const file = () => Buffer.concat([Buffer.from(`${workspace.path()}/`), name]);
  const cannotRead = expect.stringContaining(
    'cannot read "parts/x\ufffd-hotfix.json": the file name is not valid UTF-8',
  );

  const unread = ['parts/x\ufffd-hotfix.json unreadable-file'];

  it.skipIf(process.platform !== 'linux')('is neither skipped nor reported as deleted', async () => {
    writeFileSync(file(), clean);
    expect(await check()).toEqual({ status: 3, found: unread, err: cannotRead });
    workspace.commit();
    expect(await check('parts')).toEqual({ status: 3, found: unread, err: cannotRead });
    rmSync(file());
    expect((await check()).found).toEqual(['parts/x\ufffd-hotfix.json entry-removed', ...unread]);
    writeFileSync(file(), clean);
    remove('.git');
    expect(await workspace.run('check')).toMatchObject({ status: 3, err: cannotRead });
  });
});
