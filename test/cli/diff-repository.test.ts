import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { Workspace } from './workspace.ts';

const workspace = new Workspace();
const high = '{ "hotfixes": { "202604.11": "202604.11.3" } }\n';
const low = '{ "hotfixes": { "202604.11": "202604.11.1" } }\n';
const scripts = '{ "scripts_version": "202606.12.1" }\n';
const onUnix = it.skipIf(process.platform === 'win32');

beforeEach(() => {
  workspace.startRepository({
    '.hotfixrc.json': '{ "bundledRecord": false }',
    'deploy/a-hotfix.json': high,
    'deploy/b-hotfix.json': scripts,
    'readme.txt': 'a repository',
  });
});

const { git } = { git: (...args: string[]) => workspace.git(...args) };
const diff = (...args: string[]) => workspace.run('diff', ...args);
/** Each changed config, with what happens to nodes. */
async function changes(...args: string[]): Promise<string[]> {
  const { out } = await diff(...args, '--format=json');
  const configs: { file: string; status: string; from?: string; differences: { change: string }[] }[] =
    JSON.parse(out);
  return configs.map(({ file, status, from, differences }) =>
    [file, status, ...(from ? [from] : []), ...new Set(differences.map(({ change }) => change))].join(' '),
  );
}
const remove = (name: string) => rmSync(workspace.path(name), { recursive: true });
const move = (from: string, to: string) => {
  mkdirSync(dirname(workspace.path(to)), { recursive: true });
  renameSync(workspace.path(from), workspace.path(to));
};

describe('diff over a repository', () => {
  it('prints the losses of all configs first, a section for each config, and a sum over all', async () => {
    workspace.write('deploy/a-hotfix.json', '{ "hotfixes": { "202604.12": "202604.12.1" } }');
    remove('deploy/b-hotfix.json');
    workspace.write('new-hotfix.json', '{ "version": "202607.13.1" }');
    const { status, out, err } = await diff();
    expect([status, out]).toEqual([
      0,
      [
        'Losses:',
        '',
        'deploy/a-hotfix.json (changed)',
        '  lost  202604.11.0, 202604.11.2  binary  upgrades to 202604.11.3  ->  stays',
        '',
        'deploy/b-hotfix.json (deleted)',
        '  lost  202606.12.0  scripts  upgrades to 202606.12.1  ->  stays',
        '',
        'Other changes:',
        '',
        'deploy/a-hotfix.json (changed)',
        '  gained  202604.12.0  binary  stays  ->  upgrades to 202604.12.1',
        '',
        'new-hotfix.json (new)',
        '  gained  202607.13.0  binary  stays  ->  upgrades to 202607.13.1',
        '',
        '3 lost, 2 gained in 3 configs.',
        '',
      ].join('\n'),
    ]);
    expect(err).toBe(
      `comparing with the merge base of main and HEAD (${git('rev-parse', 'HEAD').slice(0, 12)})\n`,
    );
    expect((await diff('--exit-code')).status).toBe(1);
  });

  it('is ready for a comment on a pull request, with a warning about losses', async () => {
    workspace.write('deploy/a-hotfix.json', low);
    workspace.write('deploy/b-hotfix.json', '{');
    const { out } = await diff('HEAD', '--format=markdown', '--baked=202604.11.0', '--baked=202606.12.0');
    expect(out).toBe(
      [
        '> [!CAUTION]',
        '> Nodes lose hotfixes: 1 lost, 1 lowered.',
        '',
        '### Losses',
        '',
        '#### `deploy/a-hotfix.json` (changed)',
        '',
        '| change | baked version | what | before | after |',
        '| --- | --- | --- | --- | --- |',
        '| **lowered** | 202604.11.0 | binary | upgrades to 202604.11.3 | upgrades to 202604.11.1 |',
        '',
        '#### `deploy/b-hotfix.json` (changed)',
        '',
        'nodes cannot read "deploy/b-hotfix.json", so none upgrades with it',
        '',
        '| change | baked version | what | before | after |',
        '| --- | --- | --- | --- | --- |',
        '| **lost** | 202606.12.0 | scripts | upgrades to 202606.12.1 | stays |',
        '',
        '1 lost, 1 lowered in 2 configs.',
        '',
      ].join('\n'),
    );
  });

  it('names moved configs and those that say the same in other words', async () => {
    move('deploy/a-hotfix.json', 'live/a-hotfix.json');
    workspace.write('deploy/b-hotfix.json', scripts.replace(':', ' : '));
    expect(await changes('HEAD')).toEqual([
      'deploy/b-hotfix.json changed',
      'live/a-hotfix.json moved deploy/a-hotfix.json',
    ]);
    const { out } = await diff('HEAD', '--format=markdown');
    expect(out).toBe(
      [
        'No change in node behavior:',
        '',
        '- `deploy/b-hotfix.json` (changed)',
        '- `live/a-hotfix.json` (moved from `deploy/a-hotfix.json`)',
        '',
        'No change in node behavior.',
        '',
      ].join('\n'),
    );
    // Two revisions see the same move.
    git('checkout', '-q', '-b', 'topic');
    workspace.commit();
    expect(await changes('main', 'topic')).toEqual(await changes('main'));
  });

  it('says so where nothing changed, and where there is no config', async () => {
    expect(await diff('HEAD')).toEqual({ status: 0, out: 'No change in node behavior.\n', err: '' });
    remove('deploy');
    workspace.commit();
    expect((await diff('HEAD')).err).toContain('warning: no config found, nothing to compare\n');
  });

  it('names configs relative to the working directory, in a comment relative to the repository', async () => {
    remove('deploy/b-hotfix.json');
    workspace.write('new-hotfix.json', high);
    const cwd = workspace.path('deploy');
    const { out } = await workspace.runWith({ cwd }, 'diff', 'HEAD');
    expect(out.match(/^\S+ \(.*\)$/gm)).toEqual(['b-hotfix.json (deleted)', '../new-hotfix.json (new)']);
    const comment = await workspace.runWith({ cwd }, 'diff', 'HEAD', '--format=markdown');
    expect(comment.out).toContain('#### `deploy/b-hotfix.json` (deleted)');
  });

  it('compares only what is below a path', async () => {
    workspace.write('deploy/a-hotfix.json', low);
    remove('deploy/b-hotfix.json');
    workspace.write('other/c-hotfix.json', high);
    expect(await changes('HEAD', '--path=.')).toHaveLength(3);
    expect(await changes('HEAD', '--path=other')).toEqual(['other/c-hotfix.json new gained']);
    expect(await changes('HEAD', '--path=deploy/b-hotfix.json')).toEqual([
      'deploy/b-hotfix.json deleted lost',
    ]);
    workspace.commit();
    expect(await changes('HEAD~1', 'HEAD', '--path=deploy')).toHaveLength(2);
    expect((await diff('HEAD', '--path=../x')).err).toContain(
      'error: --path "../x" is not in the repository\n',
    );
  });

  it('leaves out what is excluded, before and after', async () => {
    workspace.write('deploy/a-hotfix.json', low);
    remove('deploy/b-hotfix.json');
    workspace.write('other/c-hotfix.json', high);
    expect(await changes('HEAD', '--exclude=deploy/**')).toEqual(['other/c-hotfix.json new gained']);
    workspace.commit();
    expect(await changes('HEAD~1', 'HEAD', '--exclude=b-hotfix.json', '--exclude=other/**')).toEqual([
      'deploy/a-hotfix.json changed lost lowered',
    ]);
    expect(await changes('HEAD~1', 'HEAD', '--path=*/a-*.json')).toEqual([
      'deploy/a-hotfix.json changed lost lowered',
    ]);
  });

  it('compares the other configs if the project file of some is broken, and exits with 2', async () => {
    workspace.write('live/.hotfixrc.json', '{ "rule": 1 }');
    for (const name of ['live/c-hotfix.json', 'live/d-hotfix.json', 'e-hotfix.json'])
      workspace.write(name, high);
    const { status, out, err } = await diff('HEAD', '--format=markdown');
    expect([status, out]).toEqual([2, expect.stringContaining('#### `e-hotfix.json` (new)')]);
    expect(out).toMatch(/^- live\/c-hotfix\.json: .*Unknown setting/m);
    expect(out).toMatch(/ in 1 config\. 2 were not compared\.\n$/);
    expect(err.match(/^error: /gm)).toHaveLength(1);
  });

  it('uses the settings of each config', async () => {
    workspace.write('deploy/.hotfixrc.json', '{ "bundledRecord": false, "bakedVersions": ["202604.11.2"] }');
    workspace.write('deploy/a-hotfix.json', low);
    expect((await diff('HEAD')).out).toContain(
      'lost  202604.11.2  binary  upgrades to 202604.11.3  ->  stays\n',
    );
  });

  it('finds configs that only the settings of one side name', async () => {
    git('checkout', '-q', '-b', 'topic');
    workspace.write('.hotfixrc.json', '{ "bundledRecord": false, "files": ["pinned.json"] }');
    workspace.write('pinned.json', high);
    workspace.commit();
    expect(await changes()).toEqual(['pinned.json new gained']);
    git('checkout', '-q', 'main');
    expect(await changes('main', 'topic')).toEqual(['pinned.json new gained']);
    expect(await changes('topic', 'main')).toEqual(['pinned.json deleted lost']);
  });

  it('shows accepted losses with their reasons, and does not fail for them', async () => {
    const accepts = (...bases: string[]) =>
      workspace.write(
        '.hotfixrc.json',
        JSON.stringify({
          bundledRecord: false,
          acceptedLosses: bases.map((base) => ({
            base,
            reason: `images of ${base} were republished | @team`,
          })),
        }),
      );
    accepts('202604.11');
    remove('deploy/b-hotfix.json');
    workspace.write('deploy/a-hotfix.json', low);
    const both = await diff('HEAD', '--exit-code');
    expect([both.status, both.out]).toEqual([
      1,
      [
        'Losses:',
        '',
        'deploy/a-hotfix.json (changed)',
        '  lost (accepted)     202604.11.2  binary  upgrades to 202604.11.3  ->  stays',
        '  lowered (accepted)  202604.11.0  binary  upgrades to 202604.11.3  ->  upgrades to 202604.11.1',
        '  accepted for base "202604.11": images of 202604.11 were republished | @team',
        '',
        'deploy/b-hotfix.json (deleted)',
        '  lost  202606.12.0  scripts  upgrades to 202606.12.1  ->  stays',
        '',
        '2 lost (1 accepted), 1 lowered (1 accepted) in 2 configs.',
        '',
      ].join('\n'),
    ]);
    const partly = (await diff('HEAD', '--format=markdown')).out;
    expect(partly).toContain('> Nodes lose hotfixes: 1 lost.\n');
    expect(partly).toContain('| lost (accepted) | 202604.11.2 | binary |');
    expect(partly).toContain(
      '\naccepted for base "202604.11": images of 202604.11 were republished \\| &#64;team\n',
    );
    accepts('202604.11', '202606.12');
    const all = await diff('HEAD', '--exit-code', '--format=markdown');
    expect([all.status, all.out]).toEqual([0, expect.not.stringContaining('CAUTION')]);
    expect((await diff('HEAD', '--format=json')).out).toContain('"accepted": "images of 202606.12 were');
    const pair = await diff('HEAD:deploy/a-hotfix.json', 'deploy/a-hotfix.json', '--exit-code');
    expect([pair.status, pair.out]).toEqual([
      0,
      expect.stringMatching(
        /^lost \(accepted\) {5}202604\.11\.2 .*\n.*\naccepted for base "202604\.11": .*\n/,
      ),
    ]);
  });

  it('leaves out files of other products and files that git ignores', async () => {
    workspace.write('sql-hotfix.json', '{ "patches": [] }');
    workspace.write('scratch/hotfix.json', high);
    workspace.write('.gitignore', 'scratch/\n');
    expect(await changes('HEAD')).toEqual([]);
    git('add', '--all');
    git('commit', '-qm', 'more');
    expect(await changes('HEAD~1', 'HEAD')).toEqual([]);
  });
});

describe('the sides of diff', () => {
  beforeEach(() => {
    git('checkout', '-q', '-b', 'topic');
    workspace.write('deploy/b-hotfix.json', '{ "scripts_version": "202606.12.2" }');
    workspace.commit();
    git('checkout', '-q', 'main');
    workspace.write('main-hotfix.json', high);
    workspace.commit();
    git('checkout', '-q', 'topic');
  });
  const onTopic = 'deploy/b-hotfix.json changed gained changed';

  it('are the merge base and the working tree for one revision or none', async () => {
    for (const args of [[], ['main'], ['main...'], ['main...HEAD']])
      expect(await changes(...args)).toEqual([onTopic]);
    workspace.write('mine-hotfix.json', high);
    for (const args of [[], ['main'], ['main...']])
      expect(await changes(...args)).toEqual([onTopic, 'mine-hotfix.json new gained']);
    // Names both sides.
    expect(await changes('main...topic')).toEqual([onTopic]);
  });

  it('are two revisions as they are for two names', async () => {
    expect(await changes('main', 'topic')).toEqual([onTopic, 'main-hotfix.json deleted lost']);
    expect(await changes('topic', 'main')).toEqual([
      'deploy/b-hotfix.json changed lost changed',
      'main-hotfix.json new gained',
    ]);
    expect(await changes('HEAD', 'HEAD')).toEqual([]);
  });

  it('are a revision where a file has the same name, and the file if it is written as one', async () => {
    workspace.write('main', high);
    expect(await changes('main')).toEqual([onTopic]);
    const { status, err } = await diff('main', 'topic');
    expect([status, err]).toEqual([
      0,
      expect.stringContaining(
        'warning: "main" is a revision and a file; using the revision\nhint: write "./main" for the file\n',
      ),
    ]);
    expect((await diff('./main', './deploy/a-hotfix.json')).out).toBe('No change in node behavior.\n');
    workspace.write('topic.json', low);
    expect(await diff('main', 'topic.json')).toMatchObject({
      status: 2,
      err: 'error: "main" is a revision and a file, and "topic.json" is only a file\nhint: write "./main" for the file\n',
    });
  });

  it.each<[string[], number, string]>([
    [
      ['topic', 'deploy/a-hotfix.json'],
      2,
      '"topic" is a revision, and "deploy/a-hotfix.json" is a file\nhint: for the file at that revision, write "topic:./deploy/a-hotfix.json"',
    ],
    [
      ['deploy/a-hotfix.json'],
      2,
      '"deploy/a-hotfix.json" is a file, and diff compares two files or a revision',
    ],
    [['./deploy/a-hotfix.json'], 2, '"./deploy/a-hotfix.json" is a file, and diff'],
    [['main:deploy/a-hotfix.json'], 2, '"main:deploy/a-hotfix.json" is a file, and diff'],
    [['v9'], 3, '"v9" is neither a file nor a git revision\nhint: check the name'],
    [['v9', 'main'], 3, '"v9" is neither a file nor a git revision\nhint: check the name'],
    [['main', 'v9'], 3, '"v9" is neither a file nor a git revision'],
    [
      ['main..topic'],
      3,
      '"main..topic" is neither a file nor a git revision (a range of commits)\nhint: write "main...topic" for the merge base',
    ],
    [['main...v9'], 3, '(unknown revision "v9")'],
    [['main', 'missing.json'], 2, '"main" is a revision, and "missing.json" is a file'],
    [
      ['deploy/a-hotfix.json', 'deploy/b-hotfix.json', '--path=x'],
      2,
      '--path selects configs of a repository',
    ],
  ])('are refused for %j', async (args, status, message) => {
    const result = await diff(...args);
    expect([result.status, result.out, result.err]).toEqual([
      status,
      '',
      expect.stringContaining(`error: ${message}`.replace('error: (', '(')),
    ]);
  });
});

describe('the default branch', () => {
  const branch = async () => /merge base of (\S+) and/.exec((await diff()).err)?.[1];
  beforeEach(() => git('checkout', '-q', '-b', 'topic'));

  it('is what origin/HEAD names, then main or master of origin, then a local one', async () => {
    expect(await branch()).toBe('main');
    git('branch', '-m', 'main', 'master');
    expect(await branch()).toBe('master');
    git('update-ref', 'refs/remotes/origin/master', 'HEAD');
    expect(await branch()).toBe('origin/master');
    git('update-ref', 'refs/remotes/origin/release/one', 'HEAD');
    git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/release/one');
    expect(await branch()).toBe('origin/release/one');
    git('update-ref', '-d', 'refs/remotes/origin/release/one');
    expect(await branch()).toBe('origin/master');
  });

  it('is not a local branch with the name of a remote one', async () => {
    git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    workspace.write('deploy/a-hotfix.json', low);
    workspace.commit();
    git('branch', 'origin/main', 'HEAD');
    expect(await changes()).toEqual(['deploy/a-hotfix.json changed lost lowered']);
  });

  it('is neither the one of the settings nor one of two that differ', async () => {
    git('config', 'init.defaultBranch', 'trunk');
    git('branch', '-m', 'main', 'trunk');
    const none = await diff();
    expect([none.status, none.err]).toEqual([
      3,
      'error: this repository has no default branch: there is no origin/HEAD, main or master\nhint: name a revision: "hotfix-config diff REV"; to get a branch that this clone lacks, run "git fetch origin BRANCH"\n',
    ]);
    git('branch', 'main', 'HEAD');
    git('branch', 'master', 'HEAD');
    expect(await branch()).toBe('main');
    workspace.write('readme.txt', 'more');
    workspace.commit();
    git('branch', '-f', 'master', 'HEAD');
    expect((await diff()).err).toBe(
      'error: this repository has no default branch: main and master differ, and there is no origin/HEAD\nhint: name one: "hotfix-config diff main"\n',
    );
  });
});

describe('diff with bad input', () => {
  it('needs a repository for revisions', async () => {
    remove('.git');
    for (const args of [[], ['main']])
      expect(await diff(...args)).toEqual({
        status: 3,
        out: '',
        err: 'error: cannot compare revisions: this folder is not in a git repository\nhint: name two files: "hotfix-config diff OLD NEW"\n',
      });
    expect((await diff('deploy/a-hotfix.json')).status).toBe(2);
  });

  it('compares with nothing before the first commit', async () => {
    remove('.git');
    git('init', '-q', '--initial-branch=main');
    expect((await diff()).err).toContain('this repository has no default branch');
    expect(await changes('HEAD')).toEqual([
      'deploy/a-hotfix.json new gained',
      'deploy/b-hotfix.json new gained',
    ]);
    expect(await changes('HEAD', 'HEAD')).toEqual([]);
  });

  it('compares a shallow clone with what it has, and says what is missing', async () => {
    git('checkout', '-q', '-b', 'topic');
    workspace.write('deploy/a-hotfix.json', low);
    workspace.commit();
    git('checkout', '-q', 'main');
    workspace.write('readme.txt', 'more');
    workspace.commit();
    const origin = `file://${workspace.path()}`;
    git('clone', '-q', '--depth=1', '--branch=topic', origin, 'clone');
    const cwd = workspace.path('clone');
    const none = await workspace.runWith({ cwd }, 'diff');
    expect([none.status, none.err]).toEqual([3, expect.stringContaining('"git fetch origin BRANCH"')]);
    const unknown = await workspace.runWith({ cwd }, 'diff', 'v1');
    expect(unknown.err).toContain(
      'hint: this clone is shallow; to get the whole history, run "git fetch --unshallow"\n',
    );
    git('-C', 'clone', 'fetch', '-q', '--depth=1', 'origin', 'main:refs/remotes/origin/main');
    const shallow = await workspace.runWith({ cwd }, 'diff');
    expect(shallow.err).toBe(
      'warning: "refs/remotes/origin/main" and "HEAD" have no merge base in this shallow clone; comparing with "refs/remotes/origin/main" itself\nhint: to get the whole history, run "git fetch --unshallow"\n',
    );
    expect(shallow.out).toContain('deploy/a-hotfix.json (changed)\n  lost ');
  });

  it('leaves out submodules and nested repositories, and says so', async () => {
    for (const folder of ['module', 'nested']) {
      git('init', '-q', folder);
      workspace.write(`${folder}/hotfix.json`, high);
      git('-C', folder, 'add', '.');
      git('-C', folder, 'commit', '-qm', 'inner');
    }
    git('-c', 'advice.addEmbeddedRepo=false', 'add', 'module');
    git('commit', '-qm', 'with a submodule');
    workspace.write('module/hotfix.json', low);
    git('-C', 'module', 'commit', '-qam', 'inner');
    const { out, err } = await diff('HEAD');
    expect(out).toBe('No change in node behavior.\n');
    expect(err).toContain(
      '"module" is another git repository; its configs have no baseline\nhint: run the command in that repository\n',
    );
    expect(err).toContain('"nested" is another git repository');
    git('commit', '-qam', 'another commit of the submodule');
    const two = await diff('HEAD~1', 'HEAD');
    expect(two.err).toBe(
      'warning: submodule "module" changed since "HEAD~1"; its configs have no baseline\nhint: run the command in the submodule\n',
    );
    const inside = await workspace.runWith({ cwd: workspace.path('module') }, 'diff', 'HEAD~1');
    expect(inside.out).toContain('hotfix.json (changed)\n');
  });

  it('says what replaced a config, in both kinds of comparison', async () => {
    const status = (err: string) => err.split('\n').filter((line) => line.includes('removed'));
    remove('deploy/a-hotfix.json');
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
    git('rm', '-q', '--cached', 'deploy/b-hotfix.json');
    expect(status((await diff('HEAD')).err)).toEqual([
      'warning: "deploy/b-hotfix.json" was removed: git ignores it now',
    ]);
  });

  onUnix('follows links that stay in the repository, and no others', async () => {
    workspace.write('empty.json', '{}');
    remove('deploy/a-hotfix.json');
    remove('deploy/b-hotfix.json');
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
    git('config', 'uploadpack.allowFilter', 'true');
    workspace.write('.git/info/exclude', 'clone/\n');
    git('clone', '-q', '--filter=blob:none', `file://${workspace.path()}`, 'clone');
    const cwd = workspace.path('clone');
    workspace.write('deploy/a-hotfix.json', low);
    workspace.commit();
    git('-C', 'clone', 'fetch', '-q');
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
