import { rmSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { today, Workspace } from './workspace.ts';

const workspace = new Workspace();
const notes = 'vhdbuilder/release-notes/AKSUbuntu/gen2/2204containerd';
const config = '{ "hotfixes": { "202607.20": "202607.20.3" } }\n';

/** A branch without release notes, such as an official one, and a branch with them. */
beforeEach(() => {
  workspace.git('init', '--quiet', '--initial-branch=main');
  workspace.write(`${notes}/202607.20.0.txt`, '');
  workspace.write(`${notes}/202607.20.2.txt`, '');
  workspace.write('vhdbuilder/release-notes/AKSWindows/2022/202607.20.9.txt', '');
  workspace.write('images.json', '["202607.29.0"]');
  workspace.write('broken.json', '["dev"]');
  workspace.commit();
  workspace.git('switch', '--quiet', '--create', 'official/v20260720');
  for (const name of ['vhdbuilder', 'images.json', 'broken.json'])
    rmSync(workspace.path(name), { recursive: true });
  workspace.write('hotfix.json', config);
  workspace.commit();
});

const bakedIn = (out: string): string[] =>
  JSON.parse(out)[0].verdicts.map(({ baked }: { baked: string }) => baked);

describe('Baked versions at a revision', () => {
  const recorded = ['202607.20.0', '202607.20.2'];

  it.each([
    ['main:vhdbuilder/release-notes', recorded],
    ['main:vhdbuilder', recorded],
    ['main:.', recorded],
    ['main^{/a step}:vhdbuilder/release-notes/AKSUbuntu/', recorded],
    ['main:images.json', ['202607.29.0']],
  ])('come from --baked-from %s', async (from, expected) => {
    const { status, out, err } = await workspace.run(
      'explain',
      'hotfix.json',
      '--baked-from',
      from,
      '--format=json',
    );
    expect([status, err]).toEqual([0, '']);
    expect(bakedIn(out)).toEqual(expected);
  });

  it('come from "bakedVersionsFrom", relative to the root of the repository', async () => {
    const setting = { bakedVersionsFrom: ['main:vhdbuilder/release-notes', 'main:images.json'] };
    workspace.write('parts/.hotfixrc.json', JSON.stringify(setting));
    workspace.write('parts/hotfix.json', config);
    const { status, out, err } = await workspace.run('explain', 'parts/hotfix.json', '--format=json');
    expect([status, err]).toEqual([0, '']);
    expect(bakedIn(out)).toEqual([...recorded, '202607.29.0']);
  });

  it.each([
    ['nowhere:images.json', 'no such revision in git; check the name'],
    ['main:nothing.json', 'no such path at this revision'],
    ['main:/images.json', 'not a path from the root of the repository'],
    ['--help:images.json', 'no such revision in git; check the name'],
  ])('that are missing are an error of --baked-from: %s', async (from, why) => {
    const { status, err } = await workspace.run('explain', 'hotfix.json', `--baked-from=${from}`);
    expect([status, err]).toEqual([
      3,
      `error: cannot read --baked-from "${from}": ${why}\nhint: write "./${from}" for a file\n`,
    ]);
  });

  it('that are invalid are reported with their position', async () => {
    const { status, err } = await workspace.run('explain', 'hotfix.json', '--baked-from=main:broken.json');
    expect([status, err]).toEqual([
      2,
      expect.stringContaining('error: main:broken.json:1:2: "0" is invalid: "dev"'),
    ]);
  });

  it.each([
    ['nowhere:images.json', 'is ignored: no such revision in git; check the name.'],
    ['main:broken.json', 'is ignored. Line 1, column 2: "0" is invalid: "dev"'],
    ['main:parts', 'is ignored: no such path at this revision.'],
    ['main:../images.json', 'is ignored: not a path from the root of the repository.'],
  ])('that are missing are a warning in the project file, and the check continues: %s', async (from, why) => {
    workspace.write('.hotfixrc.json', JSON.stringify({ bakedVersionsFrom: [from] }));
    const { status, err } = await workspace.run('check', 'hotfix.json', today);
    expect([status, err]).toEqual([0, expect.stringContaining(`"${from}" ${why}`)]);
  });

  it('are those of a file where its path says so', async () => {
    workspace.write('main:images.json', '["202605.14.0"]');
    const { out } = await workspace.run(
      'explain',
      'hotfix.json',
      '--baked-from=./main:images.json',
      '--format=json',
    );
    expect(bakedIn(out)).toEqual(['202605.14.0']);
  });
});

describe('Tags of the repository', () => {
  const fixed = async (...tags: readonly string[]) => {
    for (const tag of tags) workspace.git('tag', tag);
    workspace.write('hotfix.json', '{ "hotfixes": { "202607.20": "202607.20.0" } }');
    const { out } = await workspace.run('check', 'hotfix.json', today, '--format=json');
    return JSON.parse(out)[0].fixes[0].title;
  };

  it('take patches, so the next one is above them', async () => {
    expect(await fixed()).toBe('Change version to "202607.20.1"');
    expect(await fixed('v0.20260720.1', 'anc/v202607.20.4', 'aks-node-controller/v0.20260720.2')).toBe(
      'Change version to "202607.20.5"',
    );
  });

  it('with a suffix, or of other things, take none', async () => {
    expect(await fixed('anc/v202607.20.4.devname.1', 'v0.20260720.5-rc', 'v1.2.3')).toBe(
      'Change version to "202607.20.1"',
    );
  });

  it('make the start of a taken patch ambiguous', async () => {
    workspace.git('tag', 'aks-node-controller/hotfix/v202607.20.31');
    const { out } = await workspace.run('check', 'hotfix.json', today, '--format=text');
    expect(out).toContain('ambiguous-patch "202607.20.3" is the start of "202607.20.31"');
  });

  it('count in a worktree, and when they are packed', async () => {
    workspace.git('tag', 'v0.20260720.7');
    workspace.git('pack-refs', '--all');
    workspace.git('worktree', 'add', '--quiet', 'other', 'main');
    workspace.write('other/hotfix.json', '{ "hotfixes": { "202607.20": "202607.20.0" } }');
    const { out } = await workspace.run('check', 'other/hotfix.json', today, '--format=json');
    expect(JSON.parse(out)[0].fixes[0].title).toBe('Change version to "202607.20.8"');
  });
});
