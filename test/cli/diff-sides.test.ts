import { beforeEach, describe, expect, it } from 'vitest';
import { DiffWorkspace, high, low } from './diff-workspace.ts';

const workspace = new DiffWorkspace();
const { changes, diff } = workspace;

describe('the sides of diff', () => {
  beforeEach(() => {
    workspace.git('checkout', '-q', '-b', 'topic');
    workspace.write('deploy/b-hotfix.json', '{ "scripts_version": "202606.12.2" }');
    workspace.commit();
    workspace.git('checkout', '-q', 'main');
    workspace.write('main-hotfix.json', high);
    workspace.commit();
    workspace.git('checkout', '-q', 'topic');
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
  beforeEach(() => workspace.git('checkout', '-q', '-b', 'topic'));

  it('is what origin/HEAD names, then main or master of origin, then a local one', async () => {
    expect(await branch()).toBe('main');
    workspace.git('branch', '-m', 'main', 'master');
    expect(await branch()).toBe('master');
    workspace.git('update-ref', 'refs/remotes/origin/master', 'HEAD');
    expect(await branch()).toBe('origin/master');
    workspace.git('update-ref', 'refs/remotes/origin/release/one', 'HEAD');
    workspace.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/release/one');
    expect(await branch()).toBe('origin/release/one');
    workspace.git('update-ref', '-d', 'refs/remotes/origin/release/one');
    expect(await branch()).toBe('origin/master');
  });

  it('is not a local branch with the name of a remote one', async () => {
    workspace.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    workspace.write('deploy/a-hotfix.json', low);
    workspace.commit();
    workspace.git('branch', 'origin/main', 'HEAD');
    expect(await changes()).toEqual(['deploy/a-hotfix.json changed lost lowered']);
  });

  it('is neither the one of the settings nor one of two that differ', async () => {
    workspace.git('config', 'init.defaultBranch', 'trunk');
    workspace.git('branch', '-m', 'main', 'trunk');
    const none = await diff();
    expect([none.status, none.err]).toEqual([
      3,
      'error: this repository has no default branch: there is no origin/HEAD, main or master\nhint: name a revision: "hotfix-config diff REV"; to get a branch that this clone lacks, run "git fetch origin BRANCH"\n',
    ]);
    workspace.git('branch', 'main', 'HEAD');
    workspace.git('branch', 'master', 'HEAD');
    expect(await branch()).toBe('main');
    workspace.write('readme.txt', 'more');
    workspace.commit();
    workspace.git('branch', '-f', 'master', 'HEAD');
    expect((await diff()).err).toBe(
      'error: this repository has no default branch: main and master differ, and there is no origin/HEAD\nhint: name one: "hotfix-config diff main"\n',
    );
  });
});
