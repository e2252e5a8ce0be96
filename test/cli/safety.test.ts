import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { describe, expect, it } from 'vitest';
import { overwriteFile } from '../../server/src/cli/overwrite-file.ts';
import { clean, mismatch, today, Workspace } from './workspace.ts';

const workspace = new Workspace();
const { run } = workspace;
const write = (name: string, text: string) => workspace.write(name, text);
const read = (name: string) => readFileSync(workspace.path(name), 'utf8');
// Links and scripts need other permissions and another shell there.
const onUnix = describe.skipIf(process.platform === 'win32');
const unfixed = '{ "version": "v202604.01.3" }';

onUnix('a repository that wants to run programs', () => {
  const hooks = ['post-index-change', 'fsmonitor-watchman', 'reference-transaction', 'pre-auto-gc'];

  /** Every git setting that names a program gets one that creates a file. */
  function trap(): () => boolean {
    const trapped = workspace.path('trapped');
    const program = workspace.path('trap.sh');
    write('trap.sh', `#!/bin/sh\ntouch '${trapped}'\ncat\n`);
    chmodSync(program, 0o755);
    mkdirSync(workspace.path('.git/traps'));
    for (const hook of hooks) {
      write(`.git/traps/${hook}`, read('trap.sh'));
      chmodSync(workspace.path(`.git/traps/${hook}`), 0o755);
    }
    const settings: Readonly<Record<string, string>> = {
      'core.fsmonitor': program,
      'core.hooksPath': workspace.path('.git/traps'),
      'core.pager': program,
      'pager.diff': program,
      'core.editor': program,
      'core.askPass': program,
      'core.sshCommand': program,
      'core.gitProxy': program,
      'credential.helper': program,
      'diff.external': program,
      'diff.trap.command': program,
      'diff.trap.textconv': program,
      'filter.trap.clean': program,
      'filter.trap.smudge': program,
      'filter.trap.process': program,
      'gpg.program': program,
      'log.showSignature': 'true',
      'remote.origin.url': `ext::${program}`,
      'remote.origin.promisor': 'true',
      'remote.origin.partialclonefilter': 'blob:none',
      'extensions.partialClone': 'origin',
      'protocol.ext.allow': 'always',
    };
    for (const [name, value] of Object.entries(settings)) workspace.git('config', name, value);
    return () => {
      const sprung = existsSync(trapped);
      rmSync(trapped, { force: true });
      return sprung;
    };
  }

  it('runs none in any command, and is checked all the same', async () => {
    write('.gitattributes', '* filter=trap diff=trap\n');
    write('hotfix.json', mismatch);
    write('gone-hotfix.json', clean);
    workspace.git('init', '--quiet');
    workspace.commit();
    const sprung = trap();
    rmSync(workspace.path('gone-hotfix.json'));
    write('hotfix.json', `${mismatch}\n`);
    workspace.git('status');
    expect(sprung(), 'the traps work').toBe(true);
    expect((await run('check', today)).status).toBe(1);
    expect((await run('check', today, '--baseline=HEAD', '--format=sarif')).status).toBe(1);
    expect((await run('diff', 'HEAD:hotfix.json', 'hotfix.json')).status).toBe(0);
    expect((await run('fix', '--check')).status).toBe(0);
    expect(sprung()).toBe(false);
  });

  it('is not contacted for a file that only it has', async () => {
    write('hotfix.json', clean);
    workspace.git('init', '--quiet');
    workspace.commit();
    const sprung = trap();
    for (const folder of readdirSync(workspace.path('.git/objects')).filter((name) => name.length === 2)) {
      for (const name of readdirSync(workspace.path(`.git/objects/${folder}`))) {
        const kind = workspace.git('cat-file', '-t', folder + name);
        if (kind.trim() === 'blob') rmSync(workspace.path(`.git/objects/${folder}/${name}`), { force: true });
      }
    }
    // A file that is as before need not be read.
    write('hotfix.json', mismatch);
    sprung();
    const { status, err } = await run('check', today, '--baseline=HEAD');
    expect([status, sprung()]).toEqual([3, false]);
    expect(err).toContain('error: ');
  });
});

onUnix('a symbolic link', () => {
  it('in place of .hotfixrc.json does not show files of other folders', async () => {
    write('elsewhere/secret', '{ "rules": "a secret" }');
    write('here/hotfix.json', clean);
    symlinkSync('../elsewhere/secret', workspace.path('here/.hotfixrc.json'));
    const { status, out, err } = await run('check', 'here', today);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain('symbolic link out of its folder');
    expect(err).not.toContain('a secret');
  });

  it('in place of a folder of which git lists a config is not entered', async () => {
    write('elsewhere/hotfix.json', unfixed);
    write('here/parts/hotfix.json', unfixed);
    workspace.git('init', '--quiet');
    workspace.commit();
    rmSync(workspace.path('here/parts'), { recursive: true });
    symlinkSync('../elsewhere', workspace.path('here/parts'));
    expect((await run('fix', 'here')).err).toContain('no config found');
    expect(read('elsewhere/hotfix.json')).toBe(unfixed);
  });

  it('is not fixed where it leads out of its folder, and is where it does not', async () => {
    write('elsewhere/hotfix.json', unfixed);
    write('here/inside/hotfix.json', unfixed);
    symlinkSync('../elsewhere/hotfix.json', workspace.path('here/out-hotfix.json'));
    symlinkSync('inside/hotfix.json', workspace.path('here/in-hotfix.json'));
    const here = { cwd: workspace.path('here') };
    const out = await workspace.runWith(here, 'fix', 'out-hotfix.json');
    expect(out.status).toBe(3);
    expect(out.err).toContain('cannot fix "out-hotfix.json": symbolic link out of its folder');
    expect(read('elsewhere/hotfix.json')).toBe(unfixed);
    expect((await workspace.runWith(here, 'fix', 'in-hotfix.json')).status).toBe(0);
    expect(read('here/inside/hotfix.json')).toBe('{ "version": "202604.01.3" }');
  });
});

describe('a file that changes while it is fixed', () => {
  it('keeps its new content, without temporary files', () => {
    write('hotfix.json', 'by now');
    const file = { path: workspace.path('hotfix.json'), name: 'hotfix.json' };
    expect(() => overwriteFile(file, Buffer.from('as it was read'), 'fixed')).toThrow(
      'cannot fix "hotfix.json": the file changed during the run',
    );
    expect(read('hotfix.json')).toBe('by now');
    expect(readdirSync(workspace.path())).toEqual(['hotfix.json']);
  });
});

onUnix('settings of another user', () => {
  const broken = '{ "rules": "a secret" }';

  it('are not looked for above the repository of a config', async () => {
    write('.hotfixrc.json', broken);
    write('vhdbuilder/release-notes/AKSUbuntu/gen2/202604.01.0.txt', '');
    write('repository/parts/hotfix.json', clean);
    const { status } = await run('check', 'repository', today);
    expect(status, 'without a repository they hold').toBe(2);
    workspace.git('init', '--quiet', 'repository');
    expect(await run('check', 'repository', today)).toMatchObject({ status: 0, out: '' });
    const explained = await run('explain', 'repository/parts/hotfix.json', '--format=json');
    expect(explained.out).not.toContain('202604.01.0');
    write('repository/.hotfixrc.json', broken);
    expect((await run('check', 'repository', today)).status).toBe(2);
  });

  it.skipIf(process.getuid?.() !== 0)(
    'are not obeyed, unless the folder of the config is theirs',
    async () => {
      write('.hotfixrc.json', broken);
      write('parts/hotfix.json', clean);
      chownSync(workspace.path('.hotfixrc.json'), 1234, 1234);
      const { status, out, err } = await run('check', today);
      expect([status, out]).toEqual([0, '']);
      expect(err).toContain('.hotfixrc.json" is ignored: it belongs to another user');
      chownSync(workspace.path('parts'), 1234, 1234);
      expect((await run('check', today)).status).toBe(2);
    },
  );

  it.skipIf(process.platform !== 'linux')(
    'are not read through a link to a file that was deleted',
    async () => {
      write('elsewhere/secret', broken);
      write('here/hotfix.json', clean);
      symlinkSync('/proc/self/fd/9', workspace.path('here/.hotfixrc.json'));
      const { status, out, err } = await workspace.shell(
        'exec 9< elsewhere/secret; rm elsewhere/secret; hotfix-config check here',
      );
      expect([status, out]).toEqual([3, '']);
      expect(err).toContain('.hotfixrc.json": broken symbolic link');
      expect(err).not.toContain('a secret');
    },
  );
});
