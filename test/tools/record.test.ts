import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changesBetween } from '../../tools/record/changes.ts';
import { figures } from '../../tools/record/figures.ts';
import { makeRecord, readRecordFile, writeRecordFile } from '../../tools/record/make.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'record-'));
  git('init', '-q', '-b', 'main');
});
afterEach(() => rmSync(folder, { recursive: true }));

function git(...args: readonly string[]): string {
  const identity = [
    '-c',
    'user.name=Test',
    '-c',
    'user.email=test@example.com',
    '-c',
    'commit.gpgsign=false',
  ];
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_COMMITTER_DATE: '2026-09-01T12:00:00Z' };
  return execFileSync('git', ['-C', folder, ...identity, ...args], { encoding: 'utf8', env }).trim();
}

function commit(files: Readonly<Record<string, string>>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  git('add', '-A');
  git('commit', '-q', '--allow-empty', '-m', 'A commit');
  return git('rev-parse', 'HEAD');
}

const controller = (file: string) => `aks-node-controller/${file}.go`;
const versionField = 'Version string `json:"version,omitempty"`';
const mapField = 'Hotfixes map[string]string `json:"hotfixes,omitempty"`';
const scriptsField = 'ScriptsVersion string `json:"scripts_version,omitempty"`';
const unstamped = 'bash -c "ANC_LDFLAGS=\\"-X main.Version=$${ANC_VERSION}\\""';
const stamped = `bash -c 'ANC_LDFLAGS="-X main.Version=$\${ANC_VERSION}"'`;

function note(image: string, version: string, from: string | undefined, system: string) {
  const built = from === undefined ? '' : `Commit: ${from}\n`;
  const text = `Components\n=== os-release Begin\n${system}\n=== os-release End\nVSTS Build ID: 1\n${built}`;
  return { [`vhdbuilder/release-notes/${image}/${version}.txt`]: text };
}

const ubuntu = 'NAME="Ubuntu"\nID=ubuntu\nVERSION_ID="22.04"';
const guard = 'ID=azurelinux\nVERSION_ID="3.0"\nVARIANT_ID=osguard';
const image = 'AKSUbuntu/gen2/2204containerd';
const guardImage = 'AKSAzureLinuxV3/osguardgen2fipstl';

describe('a record made from a checkout', () => {
  it('knows each controller by the code of the commit that release notes name', async () => {
    const none = commit({ 'packer.mk': unstamped });
    const selfUpdate = commit({ [controller('selfupdate')]: 'x', [controller('nodecustomdata')]: 'x' });
    git('rm', '-q', controller('selfupdate'));
    const patchOnly = commit({ [controller('hotfix')]: versionField });
    const map = commit({ [controller('hotfix')]: `${versionField}\n${mapField}` });
    const current = `${versionField}\n${mapField}\n${scriptsField}`;
    const gated = commit({ [controller('hotfix')]: current, 'packer.mk': stamped });
    const grpc = commit({ [controller('checkhotfix_grpc')]: 'x' });
    commit({
      ...note(image, '202604.13.0', none, ubuntu),
      ...note(image, '202604.24.0', selfUpdate, ubuntu),
      ...note(image, '202605.14.0', patchOnly, ubuntu),
      ...note(image, '202607.09.0', map, ubuntu),
      ...note(image, '202607.20.0', gated, ubuntu),
      ...note(image, '202608.20.0', grpc, ubuntu),
      ...note(guardImage, '202608.20.0', undefined, guard),
      ...note('AKSWindows/2022-containerd', '202608.20.0', undefined, ''),
      'vhdbuilder/release-notes/AKSUbuntu/gen2/2204containerd/latest.txt': 'x',
    });
    git('tag', 'v0.20260720.1');
    git('tag', 'anc/v202605.14.1');
    git('tag', 'v0.20260720.2-someone.1');
    const record = await makeRecord(folder);
    expect(record).toMatchObject({
      format: 1,
      date: '2026-09-01',
      origin: `Azure/AgentBaker at ${git('rev-parse', 'HEAD')}`,
      images: { [guardImage]: 'azurelinux/osguard', [image]: 'ubuntu 22.04' },
      sets: ['1', '0-1'],
      versions: {
        '202604.13.0': 'none 0',
        '202604.24.0': 'selfupdate 0',
        '202605.14.0': 'patch-only 0',
        '202607.09.0': 'map 0',
        '202607.20.0': 'stamped 0',
        '202608.20.0': 'grpc 1',
      },
      taken: { '202605.14': '0-1', '202607.20': '0-1' },
    });
  });

  it('says what changed since the last one', async () => {
    const first = commit({ [controller('hotfix')]: versionField });
    commit({ ...note(image, '202605.14.0', first, ubuntu), ...note(image, '202605.27.0', first, ubuntu) });
    const before = await makeRecord(folder);
    git('rm', '-q', `vhdbuilder/release-notes/${image}/202605.27.0.txt`);
    commit({
      ...note(guardImage, '202605.14.0', first, guard),
      ...note(image, '202606.08.1', first, ubuntu),
    });
    git('tag', 'anc/v202605.14.1');
    const after = await makeRecord(folder);
    expect(changesBetween(before, after)).toEqual([
      `~ 202605.14.0: +${guardImage}`,
      '+ 202606.08.1: patch-only, 1 image',
      '- 202605.27.0',
      '~ taken patches of 202605.14: +1',
      '~ taken patches of 202605.27 (no image): -0',
      '~ taken patches of 202606.08: +1',
    ]);
    expect(changesBetween(after, after)).toEqual(['Nothing changed.']);
    expect(changesBetween(undefined, after)).toEqual(['New record of 2 versions.']);
  });

  it('is not made where something that it needs is missing', async () => {
    commit({ 'README.md': 'x' });
    await expect(makeRecord(folder)).rejects.toThrow('has no release notes below vhdbuilder/release-notes');
    await expect(makeRecord(join(folder, 'elsewhere'))).rejects.toThrow('git cannot read');
    const gone = '0123456789012345678901234567890123456789';
    commit(note(image, '202605.14.0', gone, ubuntu));
    await expect(makeRecord(folder)).rejects.toThrow(
      `Commit ${gone}, which 202605.14.0 was built from, is not in`,
    );
    commit(note(image, '202605.14.0', undefined, ubuntu));
    await expect(makeRecord(folder)).rejects.toThrow('No release notes of 202605.14.0 have a "Commit:" line');
    const dev = commit({ [controller('hotfix')]: mapField + scriptsField, 'packer.mk': unstamped });
    commit(note(image, '202605.14.0', dev, ubuntu));
    await expect(makeRecord(folder)).rejects.toThrow(
      '202605.14.0 carries a controller of an unknown generation',
    );
  });

  it('is read again from its file, and a broken file is refused', async () => {
    const first = commit({ [controller('hotfix')]: versionField });
    commit(note(image, '202605.14.0', first, ubuntu));
    const record = await makeRecord(folder);
    const file = join(folder, 'record.json');
    expect(await readRecordFile(file)).toBeUndefined();
    await writeRecordFile(file, record);
    expect(await readRecordFile(file)).toEqual(record);
    writeFileSync(file, '{');
    await expect(readRecordFile(file)).rejects.toThrow('is not a record');
    await expect(writeRecordFile(folder, record)).rejects.toThrow('cannot write');
    writeFileSync(file, '{"format": 2}');
    await expect(readRecordFile(file)).rejects.toThrow('The record has format 2; only format 1 can be read.');
  });
});

describe('the figures of the record', () => {
  it('are how many versions a map seems to upgrade, and how many it does', async () => {
    expect(await figures()).toMatch(
      /^A map with every recorded base: 145 promised, 5 true \(202607\.20\.0, /,
    );
  });
});
