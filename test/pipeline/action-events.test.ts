import { beforeEach, describe, expect, it } from 'vitest';
import { ActionRuns, clean, faulty, flags, into } from './action-runs.ts';

const runs = new ActionRuns();
const { run } = runs;

describe('the action on other events', () => {
  const lower = '{ "hotfixes": { "202604.01": "202604.01.2" } }\n';
  let base: string;
  beforeEach(() => {
    runs.repository.write('hotfix.json', clean);
    base = runs.repository.commit('before');
    runs.repository.write('hotfix.json', lower);
  });

  it('compares a merge queue with the commit that it is merged into', async () => {
    const head = runs.repository.commit('after');
    const clone = runs.cloneOf('main', '--depth=1');
    const event = { merge_group: { base_sha: base, head_sha: head, base_ref: 'refs/heads/main' } };
    const { status, log, summary } = await runs.runIn(clone.folder, { args: flags }, event);
    expect([status, log]).toEqual([1, expect.stringContaining('title=patch-lowered::')]);
    expect(summary).toContain(`Compared with \`${base.slice(0, 12)}\`:`);
    clone.remove();
  });

  it('compares a push with nothing, unless a baseline is named', async () => {
    const after = runs.repository.commit('after');
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
    runs.repository.write('nested/hotfix.json', clean);
    runs.repository.git('init', '-q', 'nested');
    runs.repository.git('-C', 'nested', 'commit', '-q', '--allow-empty', '-m', 'first');
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
    runs.repository.write('other/hotfix.json', faulty);
    runs.repository.write('sub/parts/a-hotfix.json', clean);
    runs.repository.write('sub/baked.json', '["202604.01.1"]');
    const before = runs.repository.commit('more');
    runs.repository.write('sub/parts/a-hotfix.json', lower);
    runs.repository.write('hotfix.json', '{}');
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
