import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeFiles } from '../../server/src/node/files.ts';
import { agentBakerRecords } from '../../server/src/service/catalogue/agentbaker-records.ts';
import { discover } from '../../server/src/service/catalogue/discovery.ts';
import { ProjectLookup } from '../../server/src/service/settings/project-lookup.ts';

// Creating a link needs permissions on Windows.
const onUnix = describe.skipIf(process.platform === 'win32');

let top: string;
beforeEach(() => {
  top = realpathSync(mkdtempSync(join(tmpdir(), 'files-')));
});
afterEach(() => rmSync(top, { recursive: true }));

function write(name: string, text = ''): void {
  mkdirSync(dirname(join(top, name)), { recursive: true });
  writeFileSync(join(top, name), text);
}

function link(name: string, target: string): void {
  mkdirSync(dirname(join(top, name)), { recursive: true });
  symlinkSync(target, join(top, name));
}

const uri = (name: string) => pathToFileURL(join(top, name)).href;
const versions = async (folder: string) => {
  const { baked, problems } = await discover(nodeFiles, uri(folder), agentBakerRecords);
  return { known: baked.map(({ version }) => version).sort(), problems };
};

onUnix('project settings behind a symbolic link', () => {
  it('are not read if it leads out of the folder, and the message does not quote them', async () => {
    write('secret.json', '{ "rules": { "no-hotfix": "a secret" } }');
    link('repository/.hotfixrc.json', '../secret.json');
    const project = await new ProjectLookup(nodeFiles).above(uri('repository'));
    expect(project?.settings).toEqual({});
    expect(project?.problems).toMatchObject([
      { message: expect.stringContaining('symbolic link out of its folder') },
    ]);
    expect(JSON.stringify(project)).not.toContain('a secret');
  });

  it('are read where it stays inside, also in a folder that is a link itself', async () => {
    write('repository/settings/ours.json', '{ "supportWindowMonths": 9 }');
    link('repository/.hotfixrc.json', 'settings/ours.json');
    link('linked', 'repository');
    for (const folder of ['repository', 'linked']) {
      const project = await new ProjectLookup(nodeFiles).above(uri(folder));
      expect(project?.settings).toEqual({ supportWindowMonths: 9 });
    }
  });
});

it('project settings of more than 5 MB are not read', async () => {
  write('repository/.hotfixrc.json');
  truncateSync(join(top, 'repository/.hotfixrc.json'), 5 * 1024 * 1024 + 1);
  expect(await nodeFiles.readFile(uri('repository/.hotfixrc.json'), uri('repository'))).toBeUndefined();
});

onUnix('baked versions on record', () => {
  it('are not looked for where a link leads out of the workspace', async () => {
    write('elsewhere/gen2/202604.01.0.txt');
    write('elsewhere/current.json', '{ "version": "202605.30.0" }');
    link('workspace/vhdbuilder/release-notes', '../../elsewhere');
    link('workspace/pkg/agent/datamodel/linux_sig_version.json', '../../../../elsewhere/current.json');
    expect(await versions('workspace')).toEqual({
      known: [],
      problems: [
        {
          path: 'pkg/agent/datamodel/linux_sig_version.json',
          message:
            '"pkg/agent/datamodel/linux_sig_version.json" is ignored: a symbolic link leads out of the folder.',
        },
      ],
    });
  });

  it('are not looked for in a folder that is reached through a link out of the workspace', async () => {
    write('elsewhere/release-notes/gen2/202604.01.0.txt');
    link('workspace/vhdbuilder', '../elsewhere');
    expect(await versions('workspace')).toEqual({ known: [], problems: [] });
  });

  it('are not searched behind a link further down', async () => {
    write('elsewhere/202604.01.0.txt');
    write('workspace/vhdbuilder/release-notes/gen2/202605.30.0.txt');
    link('workspace/vhdbuilder/release-notes/more', '../../../elsewhere');
    link('workspace/vhdbuilder/release-notes/gen2/202606.11.0.txt', '../../../../elsewhere/202604.01.0.txt');
    expect((await versions('workspace')).known).toEqual(['202605.30.0']);
  });

  it('are found in a workspace that is a link itself, and behind links that stay inside', async () => {
    write('real/notes/gen2/202604.01.0.txt');
    link('real/vhdbuilder/release-notes', '../notes');
    link('workspace', 'real');
    expect((await versions('workspace')).known).toEqual(['202604.01.0']);
  });
});

describe('the real URI', () => {
  it('of a missing file is in the real folder', async () => {
    write('repository/pins/there.json');
    expect(await nodeFiles.realUri?.(uri('repository/new/hotfix.json'))).toBe(
      uri('repository/new/hotfix.json'),
    );
    expect(await nodeFiles.realUri?.('file:///%00/hotfix.json')).toBe('file:///%00/hotfix.json');
    expect(await nodeFiles.realUri?.('git:/repository/x.json')).toBe('git:/repository/x.json');
  });

  it.skipIf(process.platform === 'win32')('resolves the links in the path', async () => {
    write('repository/pins/there.json');
    link('linked', 'repository');
    for (const name of ['pins/there.json', 'pins/new.json'])
      expect(await nodeFiles.realUri?.(uri(`linked/${name}`))).toBe(uri(`repository/${name}`));
  });
});

describe('a repository', () => {
  it('is a folder with a folder or a file called .git', async () => {
    write('clone/.git/HEAD');
    write('tree/.git');
    const found = ['clone', 'tree', 'clone/.git', 'missing'].map((name) =>
      nodeFiles.isRepository?.(uri(name)),
    );
    expect(await Promise.all(found)).toEqual([true, true, false, false]);
    expect(await nodeFiles.isRepository?.('file:///%2F')).toBe(false);
  });
});

onUnix('a pipe in place of a file', () => {
  it('has nothing to read, and does not block', async () => {
    execFileSync('mkfifo', [join(top, '.hotfixrc.json')]);
    expect(await nodeFiles.readFile(uri('.hotfixrc.json'), uri('.'))).toBeUndefined();
  });
});

describe('a search', () => {
  it('finds files in many folders, but none of git or of packages', async () => {
    for (let i = 0; i < 40; i++) write(`many/${i}/deep/er/x.txt`);
    write('many/.git/x.txt');
    write('many/1/node_modules/x.txt');
    expect(await nodeFiles.findFiles(uri('many'), '**/x.txt', uri('many'))).toHaveLength(40);
  });

  it.skipIf(process.platform === 'win32')('ends where folders link to each other', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    for (const name of names) {
      write(`circle/${name}/x.txt`);
      for (const other of names) if (other !== name) link(`circle/${name}/${other}`, `../${other}`);
    }
    expect(await nodeFiles.findFiles(uri('circle'), '**/x.txt', uri('circle'))).toHaveLength(names.length);
  });
});
