import { symlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DiffWorkspace, high, low } from './diff-workspace.ts';
import { today } from './workspace.ts';

const workspace = new DiffWorkspace();
const { changes, diff } = workspace;

const onUnix = it.skipIf(process.platform === 'win32');

describe('diff with bad input', () => {
  it('needs a repository for revisions', async () => {
    workspace.remove('.git');
    for (const args of [[], ['main']])
      expect(await diff(...args)).toEqual({
        status: 3,
        out: '',
        err: 'error: cannot compare revisions: this folder is not in a git repository\nhint: name two files: "hotfix-config diff OLD NEW"\n',
      });
    expect((await diff('deploy/a-hotfix.json')).status).toBe(2);
  });

  it('compares with nothing before the first commit', async () => {
    workspace.remove('.git');
    workspace.git('init', '-q', '--initial-branch=main');
    expect((await diff()).err).toContain('this repository has no default branch');
    expect(await changes('HEAD')).toEqual([
      'deploy/a-hotfix.json new gained',
      'deploy/b-hotfix.json new gained',
    ]);
    expect(await changes('HEAD', 'HEAD')).toEqual([]);
  });

  it('compares a shallow clone with what it has, and says what is missing', async () => {
    workspace.git('checkout', '-q', '-b', 'topic');
    workspace.write('deploy/a-hotfix.json', low);
    workspace.commit();
    workspace.git('checkout', '-q', 'main');
    workspace.write('readme.txt', 'more');
    workspace.commit();
    const origin = `file://${workspace.path()}`;
    workspace.git('clone', '-q', '--depth=1', '--branch=topic', origin, 'clone');
    const cwd = workspace.path('clone');
    const none = await workspace.runWith({ cwd }, 'diff');
    expect([none.status, none.err]).toEqual([3, expect.stringContaining('"git fetch origin BRANCH"')]);
    const unknown = await workspace.runWith({ cwd }, 'diff', 'v1');
    expect(unknown.err).toContain(
      'hint: this clone is shallow; to get the whole history, run "git fetch --unshallow"\n',
    );
    workspace.git('-C', 'clone', 'fetch', '-q', '--depth=1', 'origin', 'main:refs/remotes/origin/main');
    const shallow = await workspace.runWith({ cwd }, 'diff', today);
    expect(shallow.err).toBe(
      'warning: "refs/remotes/origin/main" and "HEAD" have no merge base in this shallow clone; comparing with "refs/remotes/origin/main" itself\nhint: to get the whole history, run "git fetch --unshallow"\n',
    );
    expect(shallow.out).toContain('deploy/a-hotfix.json (changed)\n  lost ');
  });

  it('leaves out submodules and nested repositories, and says so', async () => {
    for (const folder of ['module', 'nested']) {
      workspace.git('init', '-q', folder);
      workspace.write(`${folder}/hotfix.json`, high);
      workspace.git('-C', folder, 'add', '.');
      workspace.git('-C', folder, 'commit', '-qm', 'inner');
    }
    workspace.git('-c', 'advice.addEmbeddedRepo=false', 'add', 'module');
    workspace.git('commit', '-qm', 'with a submodule');
    workspace.write('module/hotfix.json', low);
    workspace.git('-C', 'module', 'commit', '-qam', 'inner');
    const { out, err } = await diff('HEAD');
    expect(out).toBe('No change in node behavior.\n');
    expect(err).toContain(
      '"module" is another git repository; its configs have no baseline\nhint: run the command in that repository\n',
    );
    expect(err).toContain('"nested" is another git repository');
    workspace.git('commit', '-qam', 'another commit of the submodule');
    const two = await diff('HEAD~1', 'HEAD');
    expect(two.err).toBe(
      'warning: submodule "module" changed since "HEAD~1"; its configs have no baseline\nhint: run the command in the submodule\n',
    );
    const inside = await workspace.runWith({ cwd: workspace.path('module') }, 'diff', 'HEAD~1');
    expect(inside.out).toContain('hotfix.json (changed)\n');
  });

  it('says what replaced a config, in both kinds of comparison', async () => {
    const status = (err: string) => err.split('\n').filter((line) => line.includes('removed'));
    workspace.remove('deploy/a-hotfix.json');
    workspace.write('deploy/a-hotfix.json/readme.txt', 'a folder');
    expect(await changes('HEAD')).toEqual(['deploy/a-hotfix.json deleted lost']);
    expect(status((await diff('HEAD')).err)).toEqual([
      'warning: "deploy/a-hotfix.json" was removed: it is a folder now',
    ]);
    workspace.commit();
    expect(status((await diff('HEAD~1', 'HEAD')).err)).toEqual([
      'warning: "deploy/a-hotfix.json" was removed: it is a folder now',
    ]);
    workspace.write('.gitignore', 'b-hotfix.json\n');
    workspace.git('rm', '-q', '--cached', 'deploy/b-hotfix.json');
    expect(status((await diff('HEAD')).err)).toEqual([
      'warning: "deploy/b-hotfix.json" was removed: git ignores it now',
    ]);
  });

  onUnix('follows links that stay in the repository, and no others', async () => {
    workspace.write('empty.json', '{}');
    workspace.remove('deploy/a-hotfix.json');
    workspace.remove('deploy/b-hotfix.json');
    symlinkSync('../empty.json', workspace.path('deploy/a-hotfix.json'));
    symlinkSync('/etc/hostname', workspace.path('deploy/b-hotfix.json'));
    const both = ['deploy/a-hotfix.json changed lost', 'deploy/b-hotfix.json deleted lost'];
    expect(await changes('HEAD')).toEqual(both);
    workspace.commit();
    expect(await changes('HEAD~1', 'HEAD')).toEqual(both);
  });

  onUnix('compares the others if a file cannot be read, and exits with 3', async () => {
    const name = Buffer.from([
      ...Buffer.from(workspace.path('deploy/')),
      0xff,
      ...Buffer.from('-hotfix.json'),
    ]);
    writeFileSync(name, high);
    workspace.write('deploy/a-hotfix.json', low);
    const { status, out, err } = await diff('HEAD', '--format=markdown', '--exit-code');
    expect(status).toBe(3);
    expect(err).toMatch(
      /^error: cannot read "deploy\/.*-hotfix\.json": the file name is not valid UTF-8\nhint: rename it\n$/,
    );
    expect(out).toContain('#### `deploy/a-hotfix.json` (changed)');
    expect(out).toMatch(
      /^Not compared:\n\n- cannot read "deploy\/.*: the file name is not valid UTF-8; rename it$/m,
    );
  });

  it('names the configs whose content a partial clone lacks', async () => {
    workspace.git('config', 'uploadpack.allowFilter', 'true');
    workspace.write('.git/info/exclude', 'clone/\n');
    workspace.git('clone', '-q', '--filter=blob:none', `file://${workspace.path()}`, 'clone');
    const cwd = workspace.path('clone');
    workspace.write('deploy/a-hotfix.json', low);
    workspace.commit();
    workspace.git('-C', 'clone', 'fetch', '-q');
    const { status, out, err } = await workspace.runWith({ cwd }, 'diff', 'HEAD', 'origin/main');
    expect([status, out]).toEqual([3, 'No change in node behavior. 1 was not compared.\n']);
    expect(err).toMatch(
      /^error: cannot compare "deploy\/a-hotfix\.json": git does not have the content \(.*\)\nhint: if this is a partial clone, /,
    );
  });

  onUnix('says that another user owns the repository', async () => {
    const env = { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' };
    for (const args of [[], ['main'], ['main', 'HEAD']]) {
      const { status, err } = await workspace.runWith({ env }, 'diff', ...args);
      expect([status, err]).toEqual([
        3,
        expect.stringContaining(
          'git does not trust this repository: another user owns it\nhint: to trust it, run',
        ),
      ]);
    }
  });

  it('says which side nodes cannot read', async () => {
    workspace.write('deploy/a-hotfix.json', '{,}');
    workspace.commit();
    workspace.write('deploy/a-hotfix.json', high);
    const { out, err } = await diff('HEAD');
    expect(err).toBe(
      'warning: nodes cannot read "deploy/a-hotfix.json" at "HEAD", so there is no hotfix to lose\n',
    );
    expect(out).toContain('  gained ');
    expect((await diff('HEAD', '--format=json')).out).toContain('"before"');
    workspace.write('deploy/a-hotfix.json', 'x'.repeat(5_000_000));
    workspace.write('deploy/b-hotfix.json', '{');
    expect((await diff('HEAD~1')).err).toContain(
      'warning: nodes cannot read "deploy/a-hotfix.json", so none upgrades with it\nwarning: nodes cannot read "deploy/b-hotfix.json", so none upgrades with it\n',
    );
  });
});
