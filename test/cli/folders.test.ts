import { mkdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { mismatch, today, Workspace } from './workspace.ts';

const workspace = new Workspace();

async function found(...args: readonly string[]): Promise<string[]> {
  const { out, err } = await workspace.run('check', today, '--format=json', ...args);
  expect(err).toBe('');
  return JSON.parse(out).map(({ file, ruleId }: { file: string; ruleId: string }) => `${file} ${ruleId}`);
}

it('finds the configs in submodules and in clones, each without what its repository ignores', async () => {
  mkdirSync(workspace.path('other'));
  workspace.git('init', '--quiet', 'other');
  workspace.write('other/hotfix.json', mismatch);
  workspace.write('other/drafts/hotfix.json', mismatch);
  workspace.write('other/.gitignore', 'drafts');
  workspace.git('-C', 'other', 'add', '--all');
  workspace.git('-C', 'other', 'commit', '--quiet', '--message=other');
  const source = pathToFileURL(workspace.path('other')).toString();
  workspace.git('init', '--quiet', 'main');
  workspace.git(
    '-C',
    'main',
    '-c',
    'protocol.file.allow=always',
    'submodule',
    '--quiet',
    'add',
    source,
    'module',
  );
  workspace.git('clone', '--quiet', source, 'main/deep/clone');
  workspace.write('main/module/drafts/hotfix.json', mismatch);
  workspace.write('main/deep/clone/drafts/hotfix.json', mismatch);
  expect(await found('main')).toEqual([
    'main/deep/clone/hotfix.json base-mismatch',
    'main/module/hotfix.json base-mismatch',
  ]);
  // Only their own repositories know their earlier content.
  workspace.git('-C', 'main', 'commit', '--quiet', '--message=main');
  const { err } = await workspace.runWith({ cwd: workspace.path('main') }, 'check', today, '--baseline=HEAD');
  for (const other of ['module', 'deep/clone'])
    expect(err).toContain(
      `warning: "${other}" is another git repository; its configs have no baseline\nhint: run the command in that repository\n`,
    );
});

it.each([true, false])(
  'finds the configs that the project names, with any extension (git: %s)',
  async (git) => {
    if (git) workspace.git('init', '--quiet');
    workspace.write('.hotfixrc.json', '{ "files": ["*.conf", "/fleet/nodes", "./fleet/**/*.jsonc"] }');
    const named = ['anc.conf', 'fleet/deep/a.jsonc', 'fleet/nodes'];
    for (const name of [...named, 'anc.txt', 'deep/fleet/nodes', 'b.jsonc']) workspace.write(name, mismatch);
    expect(await found()).toEqual(named.map((name) => `${name} base-mismatch`));
  },
);
