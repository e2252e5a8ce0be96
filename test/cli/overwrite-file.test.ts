import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { overwriteFile } from '../../server/src/cli/overwrite-file.ts';
import { CannotWork } from '../../server/src/cli/terminal.ts';
import { commandLine, Workspace } from './workspace.ts';

const before = Buffer.from('{ "version": "v202604.01.3" }\r\n');
const after = '{ "version": "202604.01.3" }\r\n';

const workspace = new Workspace();
const at = (name: string) => workspace.path(name);
const overwrite = (name = 'hotfix.json', realPath?: string) =>
  overwriteFile({ path: at(name), name, realPath }, before, after);
beforeEach(() => writeFileSync(at('hotfix.json'), before));

const onUnix = describe.skipIf(process.platform === 'win32');
const asRoot = it.skipIf(process.getuid?.() !== 0);

onUnix('a file that fix writes', () => {
  it.each([0o600, 0o640, 0o664, 0o666, 0o755])('keeps its mode %o', (mode) => {
    chmodSync(at('hotfix.json'), mode);
    overwrite();
    expect(readFileSync(at('hotfix.json'), 'utf8')).toBe(after);
    expect(statSync(at('hotfix.json')).mode & 0o7777).toBe(mode);
  });

  asRoot('keeps its owner and group', () => {
    chownSync(at('hotfix.json'), 1234, 2345);
    overwrite();
    expect(statSync(at('hotfix.json'))).toMatchObject({ uid: 1234, gid: 2345 });
  });

  it('keeps its hard links: each name shows the new text', () => {
    linkSync(at('hotfix.json'), at('other.json'));
    overwrite();
    expect(readFileSync(at('other.json'), 'utf8')).toBe(after);
    expect(statSync(at('hotfix.json')).nlink).toBe(2);
  });

  it.skipIf(!setsAttributes())('keeps its extended attributes', () => {
    python(`os.setxattr(sys.argv[1], "user.origin", b"release")`, at('hotfix.json'));
    overwrite();
    expect(python(`print(os.getxattr(sys.argv[1], "user.origin").decode())`, at('hotfix.json'))).toBe(
      'release\n',
    );
  });

  it('stays a link where it is one, and what it leads to is written', () => {
    symlinkSync('hotfix.json', at('link.json'));
    overwrite('link.json');
    expect(readFileSync(at('hotfix.json'), 'utf8')).toBe(after);
    expect(realpathSync(at('link.json'))).toBe(at('hotfix.json'));
  });

  it('does not need a writable folder', async () => {
    chmodSync(at('hotfix.json'), 0o666);
    // The command line is copied next to it first.
    await workspace.runUnprivileged('--version');
    chmodSync(at(''), 0o555);
    const { status, out } = await workspace.runUnprivileged('fix', 'hotfix.json');
    chmodSync(at(''), 0o755);
    expect([status, out]).toEqual([0, 'fixed hotfix.json\n']);
    expect(readFileSync(at('hotfix.json'), 'utf8')).toBe(after);
  });

  asRoot('may be a mount of a single file', async ({ skip }) => {
    writeFileSync(at('mounted.json'), '');
    const mounted = `'mount --bind hotfix.json mounted.json && exec "$@"'`;
    const line = `unshare --mount bash -c ${mounted} - "${process.execPath}" "${commandLine}" fix mounted.json`;
    const { status, out, err } = await workspace.shell(line);
    if (/unshare|mount:/.test(err)) skip('no mount may be made here');
    expect([status, out, err]).toEqual([0, 'fixed mounted.json\n', '']);
    expect(readFileSync(at('hotfix.json'), 'utf8')).toBe(after);
  });

  it.each(['', ' '.repeat(50)])('is shorter or longer than before, and holds nothing else: %j', (more) => {
    const longer = `${after}${more}`;
    overwriteFile({ path: at('hotfix.json'), name: 'hotfix.json' }, before, longer);
    expect(readFileSync(at('hotfix.json'), 'utf8')).toBe(longer);
  });
});

onUnix('a file that fix refuses to write', () => {
  it('has changed since it was read, and no temporary file is left', () => {
    writeFileSync(at('hotfix.json'), '{ "version": "202604.01.9" }');
    expect(overwrite).toThrow(CannotWork);
    expect(overwrite).toThrow('cannot fix "hotfix.json": the file changed during the run');
    expect(readFileSync(at('hotfix.json'), 'utf8')).toBe('{ "version": "202604.01.9" }');
    expect(readdirSync(at(''))).toEqual(['hotfix.json']);
  });

  it('is another one by now, or a link to one', () => {
    writeFileSync(at('secret'), 'secret');
    rmSync(at('hotfix.json'));
    symlinkSync('secret', at('hotfix.json'));
    expect(overwrite).toThrow('cannot fix "hotfix.json": the file changed during the run');
    rmSync(at('hotfix.json'));
    expect(overwrite).toThrow('cannot write "hotfix.json": no such file');
    expect(readFileSync(at('secret'), 'utf8')).toBe('secret');
  });

  it('is outside by now, because a folder that was listed was exchanged for a link', () => {
    mkdirSync(at('listed'));
    mkdirSync(at('outside'));
    renameSync(at('hotfix.json'), at('outside/hotfix.json'));
    writeFileSync(at('listed/hotfix.json'), before);
    const found = realpathSync(at('listed/hotfix.json'));
    rmSync(at('listed'), { recursive: true });
    symlinkSync('outside', at('listed'));
    expect(() => overwrite('listed/hotfix.json', found)).toThrow(
      'cannot fix "listed/hotfix.json": the file changed during the run',
    );
    expect(readFileSync(at('outside/hotfix.json'))).toEqual(before);
  });

  it('is a pipe by now, on which nothing waits', () => {
    rmSync(at('hotfix.json'));
    execFileSync('mkfifo', [at('hotfix.json')]);
    expect(overwrite).toThrow(CannotWork);
  });

  it('has no room on the disk, and keeps its old text', async () => {
    const large = `{ "version": "v202604.01.3" }${' '.repeat(2000)}`;
    writeFileSync(at('hotfix.json'), large);
    // A limit of one kilobyte simulates a full disk.
    const { status, err } = await workspace.shell('ulimit -f 1; hotfix-config fix hotfix.json');
    expect([status, err]).toEqual([
      3,
      'error: cannot write "hotfix.json": larger than the file size limit\nhint: check "ulimit -f"\n',
    ]);
    expect(readFileSync(at('hotfix.json'), 'utf8')).toBe(large);
  });
});

onUnix('a signal while fix writes', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    '%s ends it when the file is complete, and the others are unchanged',
    async (name) => {
      writeFileSync(at('a-hotfix.json'), before);
      writeFileSync(at('b-hotfix.json'), before);
      rmSync(at('hotfix.json'));
      const trap = join(import.meta.dirname, '../support/signal-at-write.cjs');
      const child = spawn(process.execPath, ['--require', trap, commandLine, 'fix'], {
        cwd: at(''),
        env: { ...process.env, SIGNAL_AT_WRITE: name },
      });
      const signal = await new Promise((resolve) => child.once('exit', (_, ended) => resolve(ended)));
      expect(signal).toBe(name);
      expect(readFileSync(at('a-hotfix.json'), 'utf8')).toBe(after);
      expect(readFileSync(at('b-hotfix.json'))).toEqual(before);
      expect(readdirSync(at(''))).toEqual(['a-hotfix.json', 'b-hotfix.json']);
    },
  );

  it('SIGKILL leaves one file that holds all of the new text', async () => {
    const trap = join(import.meta.dirname, '../support/signal-at-write.cjs');
    const child = spawn(process.execPath, ['--require', trap, commandLine, 'fix'], {
      cwd: at(''),
      env: { ...process.env, SIGNAL_AT_WRITE: 'SIGKILL' },
    });
    const signal = await new Promise((resolve) => child.once('exit', (_, ended) => resolve(ended)));
    expect(signal).toBe('SIGKILL');
    expect(JSON.parse(readFileSync(at('hotfix.json'), 'utf8'))).toEqual(JSON.parse(after));
    expect(readdirSync(at(''))).toEqual(['hotfix.json']);
  });
});

function python(line: string, ...args: readonly string[]): string {
  return execFileSync('python3', ['-c', `import os, sys\n${line}`, ...args], { encoding: 'utf8' });
}

/** Some machines have no Python, and some file systems no attributes. */
function setsAttributes(): boolean {
  try {
    python('os.setxattr(sys.argv[1], "user.origin", b"")', import.meta.filename);
    python('os.removexattr(sys.argv[1], "user.origin")', import.meta.filename);
    return true;
  } catch {
    return false;
  }
}
