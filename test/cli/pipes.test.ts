import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { clean, today, Workspace } from './workspace.ts';

const workspace = new Workspace();

describe.skipIf(process.platform === 'win32')('a named pipe without a writer', () => {
  const makePipe = (name: string) => void execFileSync('mkfifo', [workspace.path(name)]);
  const refusal = (name: string) =>
    `error: cannot read ${name}: is a named pipe\nhint: name a regular file, or use "-" to read standard input\n`;

  it.each([
    ['check', 'pipe'],
    ['check', './pipe', 'hotfix.json'],
    ['check', 'hotfix.json', '--baseline', './pipe'],
    ['check', 'hotfix.json', '--baked-from', 'pipe'],
    ['explain', 'pipe', '--baked=202604.01.0'],
    ['explain', 'hotfix.json', '--nodes', 'pipe'],
    ['explain', 'hotfix.json', '--served', 'pipe'],
    ['fix', 'pipe'],
    ['fix', '--check', 'pipe'],
    ['diff', 'pipe', 'hotfix.json'],
    ['diff', 'hotfix.json', 'pipe'],
  ])('is refused instead of waited for: %s %s %s %s', async (...args) => {
    makePipe('pipe');
    workspace.write('hotfix.json', clean);
    const { status, err } = await workspace.run(...args);
    expect([status, err]).toEqual([3, expect.stringMatching(/^error: cannot read "(?:\.\/)?pipe": /)]);
    expect(err).toContain(refusal(err.includes('./pipe') ? '"./pipe"' : '"pipe"'));
  });

  it('is refused behind a symbolic link', async () => {
    makePipe('pipe');
    symlinkSync('pipe', workspace.path('hotfix.json'));
    const { status, err } = await workspace.run('check', 'hotfix.json', today);
    expect([status, err]).toEqual([3, expect.stringContaining(refusal('"hotfix.json"'))]);
  });

  it('is refused as .hotfixrc.json', async () => {
    workspace.write('hotfix.json', clean);
    makePipe('.hotfixrc.json');
    const { status, err } = await workspace.run('check', today);
    expect([status, err]).toEqual([3, expect.stringContaining('.hotfixrc.json": not a regular file')]);
  });

  it('is passed over in a folder', async () => {
    makePipe('hotfix.json');
    const { status, err } = await workspace.run('check', today);
    expect([status, err]).toEqual([0, expect.stringContaining('no config found')]);
  });

  it('is refused as the file behind standard input that is named by its path', async () => {
    makePipe('pipe');
    const { status, err } = await workspace.shell('exec 3<>pipe; hotfix-config check /dev/fd/3');
    expect([status, err]).toEqual([3, expect.stringContaining('is a named pipe')]);
  });
});

describe.skipIf(process.platform === 'win32')('a socket', () => {
  it('is refused', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(workspace.path('socket'), resolve));
    try {
      const { status, err } = await workspace.run('explain', 'socket', '--baked=202604.01.0');
      expect([status, err]).toEqual([
        3,
        expect.stringContaining('cannot read "socket": is a socket\nhint: '),
      ]);
    } finally {
      server.close();
    }
  });
});

describe.skipIf(process.platform === 'win32')('a device', () => {
  it.each([
    ['check', '/dev/zero'],
    ['check', '/dev/tty'],
    ['check', 'hotfix.json', '--baked-from', '/dev/zero'],
    ['check', 'hotfix.json', '--baseline', '/dev/tty'],
    ['fix', '/dev/random'],
    ['fix', 'linked-hotfix.json'],
    ['explain', '/dev/zero'],
    ['diff', '/dev/tty', 'hotfix.json'],
  ])('is refused: %s %s %s %s', async (...args) => {
    workspace.write('hotfix.json', clean);
    symlinkSync('/dev/zero', workspace.path('linked-hotfix.json'));
    const { status, err } = await workspace.run(...args);
    expect([status, err]).toEqual([
      3,
      expect.stringMatching(/^error: cannot read ".*": is a device\nhint: /),
    ]);
  });

  it('is an empty file if it is /dev/null', async () => {
    const { status, out } = await workspace.shell('hotfix-config check /dev/null');
    expect([status, out]).toEqual([0, expect.stringContaining('no-hotfix')]);
  });
});

describe.skipIf(process.platform === 'win32')('a pipe with a writer', () => {
  it.each([
    'hotfix-config check <(cat hotfix.json)',
    'hotfix-config check hotfix.json --baseline <(cat hotfix.json)',
    'hotfix-config explain <(cat hotfix.json) --baked-from <(echo \'["202604.01.0"]\')',
    'cat hotfix.json | hotfix-config check /dev/stdin',
    'cat hotfix.json | hotfix-config check -',
    'hotfix-config diff <(cat hotfix.json) hotfix.json',
  ])('is read to its end: %s', async (line) => {
    workspace.turnRecordOff();
    workspace.write('hotfix.json', clean);
    const { status, err } = await workspace.shell(`${line} ${line.includes('check') ? today : ''}`);
    expect([status, err]).toEqual([0, expect.not.stringContaining('error')]);
  });
});
