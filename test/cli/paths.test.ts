import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mismatch, today, Workspace } from './workspace.ts';

const workspace = new Workspace();
const onUnix = it.skipIf(process.platform === 'win32');

const { faultyFiles: checked } = workspace;

describe('a glob as a path', () => {
  it.each([
    [['*.json'], ['any.json', 'hotfix.json']],
    [['parts/*.json'], ['parts/b.json']],
    [['parts/**/*.json'], ['parts/b.json', 'parts/deep/c.json']],
    [
      ['./parts/{deep,other}/?.json', 'hotfix.json'],
      ['parts/deep/c.json', 'hotfix.json'],
    ],
    [['parts/[a-c].json'], ['parts/b.json']],
  ])('%j names the files that it matches, whatever their names', async (globs, files) => {
    for (const name of ['any.json', 'hotfix.json', 'parts/b.json', 'parts/deep/c.json', 'parts/deep/c.txt'])
      workspace.write(name, mismatch);
    expect(await checked(...globs)).toEqual(files);
    expect(await checked(...globs.map((glob) => workspace.path(glob)))).toEqual(files);
  });

  it('leaves out what git ignores', async () => {
    workspace.startRepository({ '.gitignore': 'built/\n', 'hotfix.json': mismatch });
    workspace.write('built/hotfix.json', mismatch);
    expect(await checked('**/*.json')).toEqual(['hotfix.json']);
  });

  it('works with explain and fix', async () => {
    workspace.write('a.json', '{ "version": " 202604.01.3" }');
    workspace.write('b.json', '{ "version": " 202604.01.3" }');
    expect((await workspace.run('fix', today, '*.json')).out).toBe('fixed a.json\nfixed b.json\n');
    const { out } = await workspace.run('explain', '--format=json', '--baked=202604.01.0', '?.json');
    expect(JSON.parse(out).map(({ file }: { file: string }) => file)).toEqual(['a.json', 'b.json']);
  });

  onUnix('is a file if one has that name', async () => {
    workspace.write('a*.json', mismatch);
    workspace.write('ab.json', mismatch);
    expect(await checked('a*.json')).toEqual(['a*.json']);
  });

  it.each(['*.json', 'no/such/**', 'parts/[ab.json'])(
    'is a missing file if it matches nothing: %s',
    async (glob) => {
      workspace.write('other/hotfix.json', mismatch);
      const { status, out, err } = await workspace.run('check', today, glob, 'other/hotfix.json');
      expect(err).toContain(`error: cannot read "${glob}": no such file\nhint: check the path\n`);
      expect(out).toContain('other/hotfix.json:1:31: error base-mismatch');
      expect(status).toBe(3);
    },
  );
});

describe('a folder', () => {
  it.each([true, false])('does not include packages that are not tracked (git: %s)', async (isInGit) => {
    if (isInGit) workspace.startRepository({ 'ours/node_modules/own/hotfix.json': mismatch });
    workspace.write('hotfix.json', mismatch);
    workspace.write('node_modules/package/hotfix.json', mismatch);
    workspace.write('ours/node_modules/package/hotfix.json', mismatch);
    const tracked = isInGit ? ['ours/node_modules/own/hotfix.json'] : [];
    expect(await checked()).toEqual(['hotfix.json', ...tracked]);
  });

  onUnix.each([true, false])('names links to files elsewhere that it skips (git: %s)', async (isInGit) => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'elsewhere-'));
    writeFileSync(join(elsewhere, 'hotfix.json'), mismatch);
    if (isInGit) workspace.startRepository({ 'hotfix.json': mismatch });
    workspace.write('hotfix.json', mismatch);
    mkdirSync(workspace.path('links'));
    symlinkSync(join(elsewhere, 'hotfix.json'), workspace.path('links/hotfix.json'));
    symlinkSync('nowhere', workspace.path('links/to-nothing-hotfix.json'));
    symlinkSync('../hotfix.json', workspace.path('links/inside-hotfix.json'));
    symlinkSync('../hotfix.json', workspace.path('links/other.txt'));
    const { err } = await workspace.run('check', today);
    expect(err.match(/^warning: .*/gm)).toEqual([
      'warning: "links/hotfix.json" is a symbolic link and was skipped',
      'warning: "links/to-nothing-hotfix.json" is a symbolic link and was skipped',
    ]);
    rmSync(elsewhere, { recursive: true });
  });
});
