import { rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { BaselineWorkspace, lowered } from './baseline-workspace.ts';

const workspace = new BaselineWorkspace();

describe('check --baseline without its revision', () => {
  const errorOf = async (cwd: string, ...args: readonly string[]) => {
    const { status, err, out } = await workspace.runWith({ cwd: workspace.path(cwd) }, 'check', ...args);
    expect([status, out]).toEqual([3, '']);
    expect(err).not.toMatch(/^\s+at /m);
    return err;
  };

  it('says that there is none of that name', async () => {
    expect(await errorOf('', '--baseline=v9')).toBe(
      'error: "v9" is neither a file nor a git revision\nhint: check the name\n',
    );
    expect(await errorOf('', '--baseline=--output=x')).toContain('"--output=x" is neither a file nor a git');
    expect(await errorOf('', '--baseline=HEAD:parts/hotfix.json')).toContain(
      'neither a file nor a git revision',
    );
    expect(await errorOf('', '--baseline=parts')).toContain('"parts" is a folder, neither a file nor a git');
  });

  it('says that a shallow clone lacks it, and what to do', async () => {
    workspace.write('parts/hotfix.json', lowered);
    workspace.commit();
    workspace.git('clone', '--quiet', '--depth=1', pathToFileURL(workspace.path()).toString(), 'shallow');
    const advice = 'hint: this clone is shallow; to get the whole history, run "git fetch --unshallow"';
    expect(await errorOf('shallow', '--baseline=HEAD~1')).toContain(advice);
    const compare = (revision: string) =>
      workspace.runWith({ cwd: workspace.path('shallow') }, 'diff', revision, 'parts/hotfix.json');
    const { status, err } = await compare('HEAD~1:parts/hotfix.json');
    expect([status, err]).toEqual([3, expect.stringContaining(advice)]);
    expect((await compare('HEAD:parts/hotfixes.json')).err).toContain(
      'check the path; for "no config", write',
    );
  });

  it.each(['blob:none', 'tree:0'])(
    'says that a clone without %s lacks the content, and fetches nothing',
    async (filter) => {
      workspace.git('config', 'uploadpack.allowFilter', 'true');
      workspace.write('parts/hotfix.json', lowered);
      workspace.commit();
      const source = pathToFileURL(workspace.path()).toString();
      workspace.git('clone', '--quiet', `--filter=${filter}`, source, 'partial');
      for (const args of [
        ['check', '--baseline=HEAD~1'],
        ['diff', 'HEAD~1:parts/hotfix.json', 'parts/hotfix.json'],
      ]) {
        const { status, err } = await workspace.runWith({ cwd: workspace.path('partial') }, ...args);
        expect([status, err]).toEqual([
          3,
          expect.stringMatching(
            /git does not have the content \(.*\)\nhint: if this is a partial clone, run/s,
          ),
        ]);
      }
    },
  );

  it('says that another user owns the repository, or that there is none', async () => {
    const advice = `"git config --global --add safe.directory ${workspace.path()}"`;
    for (const args of [
      ['check', '--baseline=HEAD'],
      ['diff', 'HEAD:parts/hotfix.json', 'parts/hotfix.json'],
    ]) {
      const env = { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' };
      const { status, err } = await workspace.runWith({ env }, ...args);
      expect([status, err]).toEqual([3, expect.stringContaining(advice)]);
    }
    rmSync(workspace.path('.git'), { recursive: true });
    expect(await errorOf('', '--baseline=HEAD')).toContain('this folder is not in a git repository');
  });
});
