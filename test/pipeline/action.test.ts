import { chmodSync, existsSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { ActionRuns, clean, faulty, flags, into } from './action-runs.ts';

const runs = new ActionRuns();
const { run } = runs;

describe('the action under an old Node', () => {
  it('reports in one line which one it needs, and exits with 3', async () => {
    runs.repository.write('hotfix.json', faulty);
    runs.repository.write(
      'old.cjs',
      "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.8' } });",
    );
    const env = { NODE_OPTIONS: `--require=${JSON.stringify(join(runs.repository.folder, 'old.cjs'))}` };
    const { status, log, outputs } = await runs.runIn(runs.repository.folder, {}, {}, env);
    expect([status, outputs]).toEqual([3, { 'exit-status': '3' }]);
    expect(log).toMatch(/^::error title=hotfix-config::The action needs Node 20\.19 or later[^\n]*\n$/);
  });
});

describe('the action without an event', () => {
  it('ends with 1 for a faulty config, annotates it and writes SARIF and a summary', async () => {
    runs.repository.write('parts/hotfix.json', faulty);
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
    runs.repository.write('hotfix.json', clean);
    const { status, log, outputs, sarif } = await run({ 'sarif-file': 'reports/hotfix.sarif' });
    expect([status, log]).toEqual([0, 'hotfix-config: No findings in 1 file. Exit status 0.\n']);
    expect(outputs).toEqual({ 'exit-status': '0', 'sarif-file': 'reports/hotfix.sarif' });
    expect(sarif?.runs[0]?.results).toEqual([]);
  });

  it('takes paths and arguments one a line, blanks in them included', async () => {
    runs.repository.write('with blank/hotfix.json', faulty);
    runs.repository.write('other.json', faulty);
    runs.repository.write('third-hotfix.json', faulty);
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
      runs.repository.write('hotfix.json', clean);
      // In a script: as a word, in double quotes, in single quotes.
      const text = `$(touch pwned)\`touch pwned\`"; touch pwned; "'; touch pwned; '`;
      const { status, log } = await run({ [input]: text });
      expect([2, 3]).toContain(status);
      expect(log).toContain('::error title=hotfix-config::');
      expect(readdirSync(runs.repository.folder).toSorted()).toEqual(['.git', 'hotfix.json']);
    },
  );

  it.each([
    [{ 'fail-on': 'panic' }, 2, 'invalid --fail-on "panic"'],
    [{ paths: 'missing.json' }, 3, 'cannot read "missing.json": no such file'],
    [{ baseline: 'v9' }, 3, '"v9" is neither a file nor a git revision'],
    [{ version: 'git://x' }, 3, 'invalid version "git://x" of hotfix-language-server'],
  ])('reports why it cannot check with %j', async (inputs, expected, message) => {
    runs.repository.write('hotfix.json', clean);
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
    runs.repository.write('hotfix.json', clean);
    runs.repository.write('parts/same-hotfix.json', clean);
    runs.repository.write(
      'parts/old-hotfix.json',
      '{\n  "version": "202605.30.2",\n  "scripts_version": "202605.30.1"\n}\n',
    );
    base = runs.repository.commit('before');
  });

  it('lists what nodes lose by a deleted config', async () => {
    runs.repository.git('rm', '-q', 'hotfix.json');
    runs.repository.commit('Delete');
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
    runs.repository.write('new-hotfix.json', '{ "scripts_version": "202606.10.1" }');
    runs.repository.write('kept/readme.txt', '');
    runs.repository.git('mv', 'parts/old-hotfix.json', 'kept/old-hotfix.json');
    runs.repository.commit('New and moved');
    runs.repository.write('hotfix.json', '{ "hotfixes": { "202604.01": "202604.01.2" } }\n');
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
    runs.repository.write(`${from}/aks-node-controller-hotfix.json`, clean);
    runs.repository.commit('on main');
    const before = runs.repository.git('rev-parse', 'HEAD');
    runs.repository.write(`${to}/readme.txt`, '');
    runs.repository.git('mv', `${from}/aks-node-controller-hotfix.json`, to);
    runs.repository.commit('went away');
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
    runs.repository.write('hotfix.json', '{ "hotfixes": ');
    const { summary } = await run({}, into(base));
    expect(summary).toContain(
      '| **lost** | 202604.01.0, 202604.01.2 | binary | upgrades to 202604.01.3 | stays |',
    );
    expect(summary).toContain('nodes cannot read "hotfix.json", so none upgrades with it\n');
  });

  it('does not turn the name of a file into markup', async () => {
    runs.repository.write('a`b_c-hotfix.json', clean);
    expect((await run({}, into(base))).summary).toContain('#### `` a`b_c-hotfix.json `` (new)');
  });

  it('says that nothing changed', async () => {
    const { summary } = await run({}, into(base));
    expect(summary).toContain(`Compared with \`${base.slice(0, 12)}\`:\n\nNo change in node behavior.\n`);
  });

  it('compares with a file or a revision that is named', async () => {
    runs.repository.write('live.json', '{ "hotfixes": { "202604.01": "202604.01.9" } }');
    const { log, summary } = await run({ paths: 'hotfix.json', baseline: 'live.json' }, into(base));
    expect(log).toContain('title=patch-lowered::');
    expect(summary).toMatch(
      /\| \*\*lost\*\* \| [^|]*202604\.01\.8 \| binary \| upgrades to 202604\.01\.9 \| stays \|/,
    );
    runs.repository.commit('after');
    expect((await run({ baseline: 'HEAD' }, into(base))).summary).toContain(
      'Compared with `HEAD`:\n\nNo change in node behavior.\n',
    );
  });
});

describe.skipIf(process.platform === 'win32')('the action in a hostile repository', () => {
  it.each([
    ['parts', 'parts'],
    ['parts/linux', 'parts'],
  ])('does not check what a change links in place of the working directory %s', async (folder, link) => {
    runs.repository.write('parts/linux/hotfix.json', clean);
    runs.repository.write('decoy/linux/readme.txt', 'one');
    const base = runs.repository.commit('before');
    runs.repository.git('rm', '-q', '-r', 'parts');
    symlinkSync('decoy', join(runs.repository.folder, link));
    runs.repository.commit('swapped');
    const { status, log } = await run({ 'working-directory': folder }, into(base));
    expect(status).toBe(3);
    expect(log).toContain('which leads through a link; name the folder that it leads to');
  });

  it('runs no filter and no git of it', async () => {
    runs.repository.write('hotfix.json', clean);
    runs.repository.write('.gitattributes', '* filter=trap diff=trap\n');
    const base = runs.repository.commit('before');
    const trapped = join(runs.repository.folder, 'trapped');
    runs.repository.write('git', `#!/bin/sh\ntouch '${trapped}'\ncat\n`);
    chmodSync(join(runs.repository.folder, 'git'), 0o755);
    for (const name of ['filter.trap.clean', 'filter.trap.process', 'diff.trap.textconv', 'core.fsmonitor'])
      runs.repository.git('config', name, join(runs.repository.folder, 'git'));
    runs.repository.write('hotfix.json', '{}');
    const env = { PATH: `.:${process.env['PATH']}` };
    const { log, summary } = await runs.runIn(runs.repository.folder, { args: flags }, into(base), env);
    expect(log).toContain('title=entry-removed::');
    expect(summary).toContain('#### `hotfix.json` (changed)');
    expect(existsSync(trapped)).toBe(false);
  });
});
