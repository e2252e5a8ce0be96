import { describe, expect, it } from 'vitest';
import { DiffWorkspace, high, low, scripts } from './diff-workspace.ts';
import { today } from './workspace.ts';

const workspace = new DiffWorkspace();
const { changes, diff } = workspace;

describe('diff over a repository', () => {
  it('prints the losses of all configs first, a section for each config, and a sum over all', async () => {
    workspace.write('deploy/a-hotfix.json', '{ "hotfixes": { "202604.12": "202604.12.1" } }');
    workspace.remove('deploy/b-hotfix.json');
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
      `comparing with the merge base of main and HEAD (${workspace.git('rev-parse', 'HEAD').slice(0, 12)})\n`,
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
    workspace.move('deploy/a-hotfix.json', 'live/a-hotfix.json');
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
    workspace.git('checkout', '-q', '-b', 'topic');
    workspace.commit();
    expect(await changes('main', 'topic')).toEqual(await changes('main'));
  });

  it('says so where nothing changed, and where there is no config', async () => {
    expect(await diff('HEAD')).toEqual({ status: 0, out: 'No change in node behavior.\n', err: '' });
    workspace.remove('deploy');
    workspace.commit();
    expect((await diff('HEAD')).err).toContain('warning: no config found, nothing to compare\n');
  });

  it('names configs relative to the working directory, in a comment relative to the repository', async () => {
    workspace.remove('deploy/b-hotfix.json');
    workspace.write('new-hotfix.json', high);
    const cwd = workspace.path('deploy');
    const { out } = await workspace.runWith({ cwd }, 'diff', 'HEAD', today);
    expect(out.match(/^\S+ \(.*\)$/gm)).toEqual(['b-hotfix.json (deleted)', '../new-hotfix.json (new)']);
    const comment = await workspace.runWith({ cwd }, 'diff', 'HEAD', today, '--format=markdown');
    expect(comment.out).toContain('#### `deploy/b-hotfix.json` (deleted)');
  });

  it('compares only what is below a path', async () => {
    workspace.write('deploy/a-hotfix.json', low);
    workspace.remove('deploy/b-hotfix.json');
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
    workspace.remove('deploy/b-hotfix.json');
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
    workspace.git('checkout', '-q', '-b', 'topic');
    workspace.write('.hotfixrc.json', '{ "bundledRecord": false, "files": ["pinned.json"] }');
    workspace.write('pinned.json', high);
    workspace.commit();
    expect(await changes()).toEqual(['pinned.json new gained']);
    workspace.git('checkout', '-q', 'main');
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
    workspace.remove('deploy/b-hotfix.json');
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
      '\naccepted for base "202604.11": images of 202604.11 were republished \\| &#64;&#8203;team\n',
    );
    accepts('202604.11', '202606.12');
    const all = await diff('HEAD', '--exit-code', '--format=markdown');
    expect([all.status, all.out]).toEqual([0, expect.not.stringContaining('CAUTION')]);
    expect((await diff('HEAD', '--format=json')).out).toContain('"accepted": "images of 202606.12 were');
    const later = (await diff('HEAD', '--today=2027-01-01')).out;
    expect(later).toContain('  lost (past support)');
    expect(later).not.toContain('lost (accepted)');
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
    workspace.git('add', '--all');
    workspace.git('commit', '-qm', 'more');
    expect(await changes('HEAD~1', 'HEAD')).toEqual([]);
  });
});
