import { chmodSync, existsSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Repository } from './repository.ts';
import { actionFolder, runAction } from './runner.ts';

const faulty = '{ "hotfixes": { "202604.01": "202605.30.2" } }\n';
const clean = '{ "hotfixes": { "202604.01": "202604.01.3" } }\n';
// The bases of these tests are made up.
const flags = '--today=2026-07-01\n--rule=unknown-base=off';

let action: string;
beforeAll(() => {
  action = actionFolder();
});
afterAll(() => rmSync(action, { recursive: true }));

let repository: Repository;
beforeEach(() => {
  repository = new Repository();
});
afterEach(() => repository.remove());

const run = (inputs: Record<string, string> = {}, event: unknown = {}) =>
  runAction({ args: flags, ...inputs }, { action, cwd: repository.folder, event });
const into = (sha: string) => ({ pull_request: { base: { sha } } });

describe('the action under an old Node', () => {
  it('reports in one line which one it needs, and exits with 3', async () => {
    repository.write('hotfix.json', faulty);
    repository.write(
      'old.cjs',
      "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.8' } });",
    );
    const env = { NODE_OPTIONS: `--require=${JSON.stringify(join(repository.folder, 'old.cjs'))}` };
    const { status, log, outputs } = await runAction({}, { action, cwd: repository.folder, env });
    expect([status, outputs]).toEqual([3, { 'exit-status': '3' }]);
    expect(log).toMatch(/^::error title=hotfix-config::The action needs Node 20\.19 or later[^\n]*\n$/);
  });
});

describe('the action without an event', () => {
  it('ends with 1 for a faulty config, annotates it and writes SARIF and a summary', async () => {
    repository.write('parts/hotfix.json', faulty);
    const { status, log, outputs, sarif, summary } = await run();
    expect(status).toBe(1);
    expect(log).toContain(
      '::error file=parts/hotfix.json,line=1,endLine=1,col=31,endColumn=40,title=base-mismatch::',
    );
    expect(outputs).toEqual({
      'exit-status': '1',
      'sarif-file': expect.stringContaining('hotfix-config.sarif'),
    });
    expect(sarif).toMatchObject({ version: '2.1.0', runs: [{ results: [{ ruleId: 'base-mismatch' }] }] });
    expect(summary).toContain('\n1 error in 1 file.\n');
    expect(summary).toContain('No baseline');
  });

  it('ends with 0 for a clean config', async () => {
    repository.write('hotfix.json', clean);
    const { status, log, outputs, sarif } = await run({ 'sarif-file': 'reports/hotfix.sarif' });
    expect([status, log]).toEqual([0, 'hotfix-config: No findings in 1 file. Exit status 0.\n']);
    expect(outputs).toEqual({ 'exit-status': '0', 'sarif-file': 'reports/hotfix.sarif' });
    expect(sarif?.runs[0]?.results).toEqual([]);
  });

  it('takes paths and arguments one a line, blanks in them included', async () => {
    repository.write('with blank/hotfix.json', faulty);
    repository.write('other.json', faulty);
    repository.write('third-hotfix.json', faulty);
    const args = `${flags}\n--rule=base-mismatch=warning`;
    const { status, log } = await run({ paths: 'with blank\n\n  other.json\n', args });
    expect(status).toBe(0);
    expect(log.match(/^::\w+ file=[^,]*/gm)).toEqual([
      '::warning file=with blank/hotfix.json',
      '::warning file=other.json',
    ]);
  });

  it.each(['paths', 'baseline', 'fail-on', 'args', 'version', 'working-directory'])(
    'runs nothing that is in the input %s',
    async (input) => {
      repository.write('hotfix.json', clean);
      // In a script: as a word, in double quotes, in single quotes.
      const text = `$(touch pwned)\`touch pwned\`"; touch pwned; "'; touch pwned; '`;
      const { status, log } = await run({ [input]: text });
      expect([2, 3]).toContain(status);
      expect(log).toContain('::error title=hotfix-config::');
      expect(readdirSync(repository.folder).toSorted()).toEqual(['.git', 'hotfix.json']);
    },
  );

  it.each([
    [{ 'fail-on': 'panic' }, 2, "argument 'panic' is invalid"],
    [{ paths: 'missing.json' }, 3, 'cannot read "missing.json": no such file'],
    [{ baseline: 'v9' }, 3, '"v9" is neither a file nor a git revision'],
    [{ version: 'git://x' }, 3, 'invalid version "git://x" of hotfix-language-server'],
  ])('reports why it cannot check with %j', async (inputs, expected, message) => {
    repository.write('hotfix.json', clean);
    const { status, log, outputs } = await run(inputs);
    expect([status, outputs['exit-status']]).toEqual([expected, String(expected)]);
    expect(log).toMatch(/^::error title=hotfix-config::/m);
    expect(log).toContain(message);
    expect(log).not.toMatch(/^\s+at /m);
    expect(outputs['sarif-file']).toBeUndefined();
  });
});

describe('the action on a pull request', () => {
  let base: string;
  beforeEach(() => {
    repository.write('hotfix.json', clean);
    repository.write('parts/same-hotfix.json', clean);
    repository.write(
      'parts/old-hotfix.json',
      '{\n  "version": "202605.30.2",\n  "scripts_version": "202605.30.1"\n}\n',
    );
    base = repository.commit('before');
  });

  it('lists what nodes lose by a deleted config', async () => {
    repository.git('rm', '-q', 'hotfix.json');
    repository.commit('Delete');
    const { status, log, summary } = await run({}, into(base));
    expect(status).toBe(1);
    expect(log).toContain(
      '::error file=hotfix.json,line=1,endLine=1,col=1,endColumn=1,title=entry-removed::',
    );
    expect(summary).toContain(
      [
        `Compared with \`${base.slice(0, 12)}\`:`,
        '',
        '> [!CAUTION]',
        '> Nodes lose hotfixes: 2 lost.',
        '',
        '### Losses',
        '',
        '#### `hotfix.json` (deleted)',
        '',
        '| change | baked version | what | before | after |',
        '| --- | --- | --- | --- | --- |',
        '| **lost** | 202604.01.0, 202604.01.2 | binary | upgrades to 202604.01.3 | stays |',
        '',
        '2 lost in 1 config.',
        '',
      ].join('\n'),
    );
    const named = { paths: 'hotfix.json', 'fail-on': 'warning' };
    expect((await run(named, into(base))).status).toBe(1);
  });

  it('compares only new, moved and changed configs', async () => {
    repository.write('new-hotfix.json', '{ "scripts_version": "202606.10.1" }');
    repository.write('kept/readme.txt', '');
    repository.git('mv', 'parts/old-hotfix.json', 'kept/old-hotfix.json');
    repository.commit('New and moved');
    repository.write('hotfix.json', '{ "hotfixes": { "202604.01": "202604.01.2" } }\n');
    const { summary } = await run({ args: `${flags}\n--baked=202604.01.1\n--baked=202606.10.0` }, into(base));
    expect(summary.split('\n').filter((line) => /^(####|\| (\*\*lowered|gained)|- )/.test(line))).toEqual([
      '#### `hotfix.json` (changed)',
      '| **lowered** | 202604.01.1 | binary | upgrades to 202604.01.3 | upgrades to 202604.01.2 |',
      '#### `new-hotfix.json` (new)',
      '| gained | 202606.10.0 | scripts | stays | upgrades to 202606.10.1 |',
      '- `kept/old-hotfix.json` (moved from `parts/old-hotfix.json`)',
    ]);
  });

  it.each([
    ['where nodes do not read it', 'parts/linux/cloud-init/artifacts', 'kept'],
    ['to the files of tests', 'parts', 'testdata'],
  ])('calls one lost and not moved that went %s, as the check does', async (_, from, to) => {
    repository.write(`${from}/aks-node-controller-hotfix.json`, clean);
    repository.commit('on main');
    const before = repository.git('rev-parse', 'HEAD');
    repository.write(`${to}/readme.txt`, '');
    repository.git('mv', `${from}/aks-node-controller-hotfix.json`, to);
    repository.commit('went away');
    const { log, summary } = await run({}, into(before));
    expect(log).toContain(`::error file=${from}/aks-node-controller-hotfix.json`);
    expect(summary.match(/^#### .*$/gm)).toEqual([
      `#### \`${from}/aks-node-controller-hotfix.json\` (deleted)`,
      `#### \`${to}/aks-node-controller-hotfix.json\` (new)`,
    ]);
    // Only a part is checked.
    const part = await run({ paths: to }, into(before));
    expect(part.summary).toContain(`#### \`${to}/aks-node-controller-hotfix.json\` (new)`);
  });

  it('reports a side that nodes cannot read', async () => {
    repository.write('hotfix.json', '{ "hotfixes": ');
    const { summary } = await run({}, into(base));
    expect(summary).toContain(
      '| **lost** | 202604.01.0, 202604.01.2 | binary | upgrades to 202604.01.3 | stays |',
    );
    expect(summary).toContain('nodes cannot read "hotfix.json", so none upgrades with it\n');
  });

  it('does not turn the name of a file into markup', async () => {
    repository.write('a`b_c-hotfix.json', clean);
    expect((await run({}, into(base))).summary).toContain('#### `` a`b_c-hotfix.json `` (new)');
  });

  it('says that nothing changed', async () => {
    const { summary } = await run({}, into(base));
    expect(summary).toContain(`Compared with \`${base.slice(0, 12)}\`:\n\nNo change in node behavior.\n`);
  });

  it('compares with a file or a revision that is named', async () => {
    repository.write('live.json', '{ "hotfixes": { "202604.01": "202604.01.9" } }');
    const { log, summary } = await run({ paths: 'hotfix.json', baseline: 'live.json' }, into(base));
    expect(log).toContain('title=patch-lowered::');
    expect(summary).toMatch(
      /\| \*\*lost\*\* \| [^|]*202604\.01\.8 \| binary \| upgrades to 202604\.01\.9 \| stays \|/,
    );
    repository.commit('after');
    expect((await run({ baseline: 'HEAD' }, into(base))).summary).toContain(
      'Compared with `HEAD`:\n\nNo change in node behavior.\n',
    );
  });
});

describe('the commit that the action compares with', () => {
  const more = '{ "hotfixes": { "202604.01": "202604.01.3", "202605.30": "202605.30.2" } }\n';
  let start: string;
  beforeEach(() => {
    repository.write('hotfix.json', clean);
    start = repository.commit('start');
    repository.git('checkout', '-q', '-b', 'topic');
  });

  /** The merge commit that GitHub checks out, with the event of the pull request. */
  function pullRequest(sha: string): unknown {
    const head = repository.git('rev-parse', 'topic');
    repository.git('checkout', '-q', '--detach', 'main');
    repository.git('merge', '-q', '--no-ff', '--no-edit', 'topic');
    return { pull_request: { head: { sha: head }, base: { sha, ref: 'main' } } };
  }
  const onMain = (text: string) => {
    repository.git('checkout', '-q', 'main');
    repository.write('hotfix.json', text);
    return repository.commit('on main');
  };

  it('is the target of the pull request, even for an old event', async () => {
    repository.write('readme.txt', 'only this');
    repository.commit('on topic');
    const tip = onMain(more);
    const event = pullRequest(start);
    const { status, summary } = await run({}, event);
    expect([status, summary]).toEqual([
      0,
      expect.stringContaining(`Compared with \`${tip.slice(0, 12)}\`:\n\nNo change in node behavior.\n`),
    ]);
    repository.write('hotfix.json', clean);
    repository.git('commit', '-q', '--all', '--amend', '--no-edit');
    expect((await run({}, event)).log).toContain('title=entry-removed::');
  });

  it('is the same in a clone of that one commit, which is all that is fetched', async () => {
    repository.write('readme.txt', 'only this');
    repository.commit('on topic');
    onMain('{}');
    const event = pullRequest(start);
    repository.git('branch', 'merged');
    const clone = cloneOf('merged', '--depth=1');
    const { status, log, summary } = await runAction({ args: flags }, { action, cwd: clone.folder, event });
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
    repository.write('readme.txt', 'only this');
    repository.commit('on topic');
    const fresh = onMain(more);
    const clone = cloneOf('topic', ...options);
    for (const sha of [start, fresh]) {
      const head = { sha: clone.git('rev-parse', 'HEAD') };
      const event = { pull_request: { head, base: { sha, ref: 'main' } } };
      const { status, log } = await runAction({ args: flags }, { action, cwd: clone.folder, event });
      expect([status, log]).toEqual([0, 'hotfix-config: No findings in 1 file. Exit status 0.\n']);
    }
    clone.remove();
  });

  it('is found where a merge into the head dropped what the target gained', async () => {
    repository.write('readme.txt', 'only this');
    repository.commit('on topic');
    onMain(more);
    repository.git('checkout', '-q', 'topic');
    repository.git('merge', '-q', '--no-ff', '--no-edit', 'main');
    repository.write('hotfix.json', clean);
    repository.git('commit', '-q', '--all', '--amend', '--no-edit');
    const clone = cloneOf('topic', '--depth=1');
    const head = { sha: clone.git('rev-parse', 'HEAD') };
    const event = { pull_request: { head, base: { sha: start, ref: 'main' } } };
    const { log } = await runAction({ args: flags }, { action, cwd: clone.folder, event });
    expect(log).toContain('title=entry-removed::');
    clone.remove();
  });

  it('is that of a repository in a folder, as actions/checkout makes it with a path', async () => {
    const base = repository.git('rev-parse', 'HEAD');
    repository.write('hotfix.json', '{ "hotfixes": { "202604.01": "202604.01.2" } }\n');
    const [cwd, name] = [dirname(repository.folder), basename(repository.folder)];
    const { log, summary } = await runAction(
      { args: flags, paths: name },
      { action, cwd, event: into(base) },
    );
    expect(log).toContain('title=patch-lowered::');
    expect(summary).toContain('#### `hotfix.json` (changed)');
    expect(summary).toContain('| **lost** | 202604.01.2 | binary | upgrades to 202604.01.3 | stays |');
    const unnamed = await runAction({ args: flags }, { action, cwd, event: into(base) });
    expect(unnamed.status).toBe(3);
    expect(unnamed.log).toContain('name it in the input "working-directory" of this action');
  });

  it('is not a file of its name', async () => {
    repository.write(start, '{}');
    repository.write('hotfix.json', '{}');
    expect((await run({}, into(start))).log).toContain('title=entry-removed::');
  });
});

describe('the action on other events', () => {
  const lower = '{ "hotfixes": { "202604.01": "202604.01.2" } }\n';
  let base: string;
  beforeEach(() => {
    repository.write('hotfix.json', clean);
    base = repository.commit('before');
    repository.write('hotfix.json', lower);
  });

  it('compares a merge queue with the commit that it is merged into', async () => {
    const head = repository.commit('after');
    const clone = cloneOf('main', '--depth=1');
    const event = { merge_group: { base_sha: base, head_sha: head, base_ref: 'refs/heads/main' } };
    const { status, log, summary } = await runAction({ args: flags }, { action, cwd: clone.folder, event });
    expect([status, log]).toEqual([1, expect.stringContaining('title=patch-lowered::')]);
    expect(summary).toContain(`Compared with \`${base.slice(0, 12)}\`:`);
    clone.remove();
  });

  it('compares a push with nothing, unless a baseline is named', async () => {
    const after = repository.commit('after');
    const event = { ref: 'refs/heads/main', before: base, after };
    const { status, summary } = await run({}, event);
    expect([status, summary]).toEqual([
      0,
      expect.stringContaining('No baseline, so changes in node behavior are not shown.'),
    ]);
    const named = await run({ baseline: base, comment: 'true' }, event);
    expect([named.status, named.log]).toEqual([
      1,
      expect.stringContaining('no pull request, so no comment.'),
    ]);
    expect(named.summary).toContain('**lowered**');
  });

  it('says which paths it did not compare', async () => {
    repository.write('nested/hotfix.json', clean);
    repository.git('init', '-q', 'nested');
    repository.git('-C', 'nested', 'commit', '-q', '--allow-empty', '-m', 'first');
    const { summary } = await run({ paths: 'hotfix.json\nnested', baseline: 'HEAD' });
    expect(summary).toContain('**lowered**');
    expect(summary).toContain('\n`nested` is in another repository and was not compared.\n');
    const many = await run({ baseline: './hotfix.json' }, into(base));
    expect(many.summary).toContain('Changes in node behavior since a file are shown for one config.');
  });

  it.each([
    ['--help', '"--help", which is not possible here; remove it'],
    ['--format=json', '"--format=json", which is not possible here; remove it'],
    ['--baseline=HEAD', '"--baseline=HEAD", which is not possible here; use the input "baseline"'],
    ['--fail-on=hint', '"--fail-on=hint", which is not possible here; use the input "fail-on"'],
  ])('refuses %s among the other arguments', async (args, message) => {
    const { status, log, summary } = await run({ args });
    expect(status).toBe(3);
    expect(log).toBe(`::error title=hotfix-config::the input "args" has ${message}\n`);
    expect(summary).toContain('The check failed.');
  });

  it('runs in a working directory, with names that later steps can use', async () => {
    repository.write('other/hotfix.json', faulty);
    repository.write('sub/parts/a-hotfix.json', clean);
    repository.write('sub/baked.json', '["202604.01.1"]');
    const before = repository.commit('more');
    repository.write('sub/parts/a-hotfix.json', lower);
    repository.write('hotfix.json', '{}');
    const { status, log, outputs, summary, sarif } = await run(
      {
        'working-directory': 'sub',
        paths: 'parts',
        'sarif-file': 'reports/found.sarif',
        args: `${flags}\n--baked-from=baked.json`,
      },
      into(before),
    );
    expect(status).toBe(1);
    expect(log.match(/^::error file=[^,]*/gm)).toEqual(['::error file=sub/parts/a-hotfix.json']);
    expect(outputs).toEqual({ 'exit-status': '1', 'sarif-file': 'sub/reports/found.sarif' });
    expect(sarif?.runs[0]?.results).toHaveLength(1);
    expect(summary.match(/^#### .*$/gm)).toEqual(['#### `sub/parts/a-hotfix.json` (changed)']);
    expect(summary).toContain('| **lowered** | 202604.01.1 |');
    const missing = await run({ 'working-directory': 'gone' });
    expect([missing.status, missing.outputs, missing.log]).toEqual([
      3,
      { 'exit-status': '3' },
      '::error title=hotfix-config::the input "working-directory" is "gone", which is not a folder of this checkout\n',
    ]);
  });
});

describe.skipIf(process.platform === 'win32')('the action in a hostile repository', () => {
  it.each([
    ['parts', 'parts'],
    ['parts/linux', 'parts'],
  ])('does not check what a change links in place of the working directory %s', async (folder, link) => {
    repository.write('parts/linux/hotfix.json', clean);
    repository.write('decoy/linux/readme.txt', 'one');
    const base = repository.commit('before');
    repository.git('rm', '-q', '-r', 'parts');
    symlinkSync('decoy', join(repository.folder, link));
    repository.commit('swapped');
    const { status, log } = await run({ 'working-directory': folder }, into(base));
    expect(status).toBe(3);
    expect(log).toContain('which leads through a link; name the folder that it leads to');
  });

  it('runs no filter and no git of it', async () => {
    repository.write('hotfix.json', clean);
    repository.write('.gitattributes', '* filter=trap diff=trap\n');
    const base = repository.commit('before');
    const trapped = join(repository.folder, 'trapped');
    repository.write('git', `#!/bin/sh\ntouch '${trapped}'\ncat\n`);
    chmodSync(join(repository.folder, 'git'), 0o755);
    for (const name of ['filter.trap.clean', 'filter.trap.process', 'diff.trap.textconv', 'core.fsmonitor'])
      repository.git('config', name, join(repository.folder, 'git'));
    repository.write('hotfix.json', '{}');
    const env = { PATH: `.:${process.env['PATH']}` };
    const { log, summary } = await runAction(
      { args: flags },
      { action, cwd: repository.folder, event: into(base), env },
    );
    expect(log).toContain('title=entry-removed::');
    expect(summary).toContain('#### `hotfix.json` (changed)');
    expect(existsSync(trapped)).toBe(false);
  });
});

function cloneOf(branch: string, ...options: readonly string[]): Repository {
  const clone = new Repository();
  clone.git('remote', 'add', 'origin', pathToFileURL(repository.folder).href);
  clone.git('fetch', '-q', ...options, 'origin', branch);
  clone.git('checkout', '-q', '--detach', 'FETCH_HEAD');
  return clone;
}

describe('the action in a shallow clone, as actions/checkout makes it', () => {
  let clone: Repository;
  let base: string;
  beforeEach(() => {
    repository.write('hotfix.json', clean);
    base = repository.commit('before');
    repository.write('hotfix.json', '{}');
    repository.commit('after');
    clone = cloneOf('main', '--depth=1');
  });
  afterEach(() => clone.remove());
  const runInClone = () => runAction({ args: flags }, { action, cwd: clone.folder, event: into(base) });

  it('fetches the commit to compare with', async () => {
    const { status, log, summary } = await runInClone();
    expect(status).toBe(1);
    expect(log).toContain('title=entry-removed::');
    expect(summary).toContain('#### `hotfix.json` (changed)');
  });

  it('reports what is missing if it cannot be fetched', async () => {
    clone.git('remote', 'set-url', 'origin', pathToFileURL(join(repository.folder, 'gone')).href);
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
    const { status } = await runAction(
      { args: flags },
      { action, cwd: clone.folder, event: into('0123456789012345678901234567890123456789') },
    );
    expect(status).toBe(3);
    expect(clone.git('rev-parse', '--is-shallow-repository')).toBe('false');
  });
});
