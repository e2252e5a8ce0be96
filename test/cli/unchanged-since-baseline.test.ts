import { readFileSync, rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clean, today, Workspace } from './workspace.ts';

const workspace = new Workspace();

describe('a file that is as in the baseline', () => {
  it.each(['sha1', 'sha256'])('is compared without its content in git: %s', async (hash) => {
    workspace.turnRecordOff();
    workspace.write('hotfix.json', clean);
    workspace.git('init', '--quiet', '--initial-branch=main', `--object-format=${hash}`);
    workspace.commit();
    const blob = workspace.git('rev-parse', 'HEAD:hotfix.json');
    rmSync(workspace.path(`.git/objects/${blob.slice(0, 2)}/${blob.slice(2)}`), { force: true });
    const check = () => workspace.run('check', 'hotfix.json', '--baseline=HEAD', today);
    expect(await check()).toMatchObject({ status: 0, err: 'No findings in 1 file.\n' });
    // One that differs needs it.
    workspace.write('hotfix.json', '{ "version": "202604.01.3" }');
    expect((await check()).status).toBe(3);
  });

  it('is so byte for byte, and lost hotfixes are found in others', async () => {
    workspace.turnRecordOff();
    workspace.startRepository({
      '.hotfixrc.json': readFileSync(workspace.path('.hotfixrc.json'), 'utf8'),
      'a-hotfix.json': clean,
      'b-hotfix.json': clean,
    });
    workspace.write('b-hotfix.json', '{ "hotfixes": { "202604.01": "202604.01.2" } }\n');
    const { out } = await workspace.run('check', '--baseline=HEAD', '--format=concise', today);
    expect(out).toMatch(/^b-hotfix\.json:1:\d+: error patch-lowered [^\n]*\n$/);
  });
});
