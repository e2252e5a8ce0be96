import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ActionRuns, clean, flags, into } from './action-runs.ts';
import type { Repository } from './repository.ts';

const runs = new ActionRuns();
const { run } = runs;

describe('the commit that the action compares with', () => {
  const more = '{ "hotfixes": { "202604.01": "202604.01.3", "202605.30": "202605.30.2" } }\n';
  let start: string;
  beforeEach(() => {
    runs.repository.write('hotfix.json', clean);
    start = runs.repository.commit('start');
    runs.repository.git('checkout', '-q', '-b', 'topic');
  });

  /** The merge commit that GitHub checks out, with the event of the pull request. */
  function pullRequest(sha: string): unknown {
    const head = runs.repository.git('rev-parse', 'topic');
    runs.repository.git('checkout', '-q', '--detach', 'main');
    runs.repository.git('merge', '-q', '--no-ff', '--no-edit', 'topic');
    return { pull_request: { head: { sha: head }, base: { sha, ref: 'main' } } };
  }
  const onMain = (text: string) => {
    runs.repository.git('checkout', '-q', 'main');
    runs.repository.write('hotfix.json', text);
    return runs.repository.commit('on main');
  };

  it('is the target of the pull request, even for an old event', async () => {
    runs.repository.write('readme.txt', 'only this');
    runs.repository.commit('on topic');
    const tip = onMain(more);
    const event = pullRequest(start);
    const { status, summary } = await run({}, event);
    expect([status, summary]).toEqual([
      0,
      expect.stringContaining(`Compared with \`${tip.slice(0, 12)}\`:\n\nNo change in node behavior.\n`),
    ]);
    runs.repository.write('hotfix.json', clean);
    runs.repository.git('commit', '-q', '--all', '--amend', '--no-edit');
    expect((await run({}, event)).log).toContain('title=entry-removed::');
  });

  it('is the same in a clone of that one commit, which is all that is fetched', async () => {
    runs.repository.write('readme.txt', 'only this');
    runs.repository.commit('on topic');
    onMain('{}');
    const event = pullRequest(start);
    runs.repository.git('branch', 'merged');
    const clone = runs.cloneOf('merged', '--depth=1');
    const { status, log, summary } = await runs.runIn(clone.folder, { args: flags }, event);
    expect([status, log, summary]).toEqual([
      0,
      expect.not.stringContaining('merge base'),
      expect.stringContaining('\n\nNo change in node behavior.\n'),
    ]);
    expect(clone.git('rev-list', '--count', 'HEAD', 'FETCH_HEAD')).toBe('2');
    clone.remove();
  });

  it.each([
    ['a whole clone', []],
    ['a shallow clone', ['--depth=1']],
  ])('is the merge base with the target in %s of the head itself', async (_, options) => {
    runs.repository.write('readme.txt', 'only this');
    runs.repository.commit('on topic');
    const fresh = onMain(more);
    const clone = runs.cloneOf('topic', ...options);
    for (const sha of [start, fresh]) {
      const head = { sha: clone.git('rev-parse', 'HEAD') };
      const event = { pull_request: { head, base: { sha, ref: 'main' } } };
      const { status, log } = await runs.runIn(clone.folder, { args: flags }, event);
      expect([status, log]).toEqual([0, 'hotfix-config: No findings in 1 file. Exit status 0.\n']);
    }
    clone.remove();
  });

  it('is found where a merge into the head dropped what the target gained', async () => {
    runs.repository.write('readme.txt', 'only this');
    runs.repository.commit('on topic');
    onMain(more);
    runs.repository.git('checkout', '-q', 'topic');
    runs.repository.git('merge', '-q', '--no-ff', '--no-edit', 'main');
    runs.repository.write('hotfix.json', clean);
    runs.repository.git('commit', '-q', '--all', '--amend', '--no-edit');
    const clone = runs.cloneOf('topic', '--depth=1');
    const head = { sha: clone.git('rev-parse', 'HEAD') };
    const event = { pull_request: { head, base: { sha: start, ref: 'main' } } };
    const { log } = await runs.runIn(clone.folder, { args: flags }, event);
    expect(log).toContain('title=entry-removed::');
    clone.remove();
  });

  it('is that of a repository in a folder, as actions/checkout makes it with a path', async () => {
    const base = runs.repository.git('rev-parse', 'HEAD');
    runs.repository.write('hotfix.json', '{ "hotfixes": { "202604.01": "202604.01.2" } }\n');
    const [cwd, name] = [dirname(runs.repository.folder), basename(runs.repository.folder)];
    const { log, summary } = await runs.runIn(cwd, { args: flags, paths: name }, into(base));
    expect(log).toContain('title=patch-lowered::');
    expect(summary).toContain('#### `hotfix.json` (changed)');
    expect(summary).toContain('| **lost** | 202604.01.2 | binary | upgrades to 202604.01.3 | stays |');
    const unnamed = await runs.runIn(cwd, { args: flags }, into(base));
    expect(unnamed.status).toBe(3);
    expect(unnamed.log).toContain('name it in the input "working-directory" of this action');
  });

  it('is not a file of its name', async () => {
    runs.repository.write(start, '{}');
    runs.repository.write('hotfix.json', '{}');
    expect((await run({}, into(start))).log).toContain('title=entry-removed::');
  });
});

describe('the action in a shallow clone, as actions/checkout makes it', () => {
  let clone: Repository;
  let base: string;
  beforeEach(() => {
    runs.repository.write('hotfix.json', clean);
    base = runs.repository.commit('before');
    runs.repository.write('hotfix.json', '{}');
    runs.repository.commit('after');
    clone = runs.cloneOf('main', '--depth=1');
  });
  afterEach(() => clone.remove());
  const runInClone = () => runs.runIn(clone.folder, { args: flags }, into(base));

  it('fetches the commit to compare with', async () => {
    const { status, log, summary } = await runInClone();
    expect(status).toBe(1);
    expect(log).toContain('title=entry-removed::');
    expect(summary).toContain('#### `hotfix.json` (changed)');
  });

  it('reports what is missing if it cannot be fetched', async () => {
    clone.git('remote', 'set-url', 'origin', pathToFileURL(join(runs.repository.folder, 'gone')).href);
    const { status, log, summary, sarif } = await runInClone();
    expect(status).toBe(3);
    expect(log).toMatch(
      new RegExp(
        `^::error title=hotfix-config::.*"${base}" is neither a file.*this clone is shallow.*"fetch-depth: 0"`,
        'm',
      ),
    );
    expect(summary).toContain('The check failed');
    expect(sarif).toBeUndefined();
  });

  it('leaves the history of a whole clone whole', async () => {
    clone.git('fetch', '-q', '--unshallow', 'origin', 'main');
    const { status } = await runs.runIn(
      clone.folder,
      { args: flags },
      into('0123456789012345678901234567890123456789'),
    );
    expect(status).toBe(3);
    expect(clone.git('rev-parse', '--is-shallow-repository')).toBe('false');
  });
});
