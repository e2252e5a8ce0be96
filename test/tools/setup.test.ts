import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { oldest, root } from '../../tools/editor/editions.ts';
import { withLock } from '../../tools/lock.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'setup-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const lock = () => join(folder, 'lock');

async function outputOf(child: ChildProcess): Promise<{ status: number; out: string }> {
  let out = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text) => (out += text));
  const [status] = await once(child, 'close');
  return { status, out };
}

/** A process that holds the lock until its standard input ends. */
function holder(): ChildProcess {
  const file = pathToFileURL(join(root, 'tools/lock.mjs')).href;
  const program = `import { withLock } from ${JSON.stringify(file)};
    await withLock(${JSON.stringify(lock())}, () => new Promise((resolve) => {
      console.log('held');
      process.stdin.on('end', resolve).resume();
    }));`;
  return spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
}

describe('a lock of the scripts', () => {
  it('lets one process work at a time, and reports its holder to the other', async () => {
    const steps: string[] = [];
    let finish = () => {};
    const first = withLock(lock(), async () => {
      steps.push('first begins');
      await new Promise<void>((resolve) => (finish = resolve));
      steps.push('first ends');
    });
    const second = withLock(
      lock(),
      () => steps.push('second'),
      (pid) => {
        steps.push(`second waits for ${pid === process.pid ? 'us' : pid}`);
        finish();
      },
    );
    await Promise.all([first, second]);
    expect(steps).toEqual(['first begins', 'second waits for us', 'first ends', 'second']);
    expect(() => readFileSync(lock())).toThrow('ENOENT');
  });

  it('is free again after work that fails', async () => {
    await expect(withLock(lock(), () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
    expect(await withLock(lock(), () => 'done')).toBe('done');
  });

  it('is waited for while its process runs, and free when that was killed', async () => {
    const child = holder();
    await once(child.stdout ?? child, 'data');
    let waitedFor = 0;
    const next = withLock(
      lock(),
      () => child.signalCode,
      (pid) => {
        waitedFor = pid ?? 0;
        child.kill('SIGKILL');
      },
    );
    await once(child, 'exit');
    await next;
    expect(waitedFor).toBe(child.pid);
  });

  it.each([
    ['of this machine whose process has ended', JSON.stringify({ pid: 2 ** 22 + 1, host: hostname() }), 0],
    ['of another machine that shows no more', JSON.stringify({ pid: process.pid, host: 'another' }), 120],
    ['that is none', '', 120],
  ])('is taken from one %s', async (_, text, age) => {
    writeFileSync(lock(), text);
    const then = new Date(Date.now() - age * 1000);
    utimesSync(lock(), then, then);
    expect(await withLock(lock(), () => 'done')).toBe('done');
  });
});

describe('two scripts at once in a fresh clone', () => {
  const locked = {
    '': { workspaces: ['server', 'test'], devDependencies: { a: '1' } },
    server: { devDependencies: { b: '1' } },
    test: { devDependencies: { c: '1' } },
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/b': { version: '1.0.0', integrity: 'sha512-b' },
    'node_modules/c': { version: '1.0.0', integrity: 'sha512-c' },
    'node_modules/d': { version: '1.0.0', integrity: 'sha512-e', optional: true },
    'node_modules/hotfix-config-tests': { resolved: 'test', link: true },
  };

  /** An npm that records its arguments and installs like npm. */
  const npm = `const { appendFileSync, mkdirSync, writeFileSync } = require('node:fs');
const all = !process.argv.includes('-w');
appendFileSync('asked', process.argv.slice(2).join(' ') + '\\n');
const { packages } = JSON.parse(require('node:fs').readFileSync('package-lock.json', 'utf8'));
const names = ['a', 'b', ...(all ? ['c'] : [])].map((name) => 'node_modules/' + name);
for (const name of names) mkdirSync(name, { recursive: true });
setTimeout(() => {
  const installed = Object.fromEntries([...names, 'node_modules/d'].map((name) => [name, packages[name]]));
  writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages: installed }));
  appendFileSync('asked', 'done\\n');
}, 500);
`;

  beforeEach(() => {
    mkdirSync(join(folder, 'tools'));
    for (const name of ['setup.mjs', 'lock.mjs'])
      cpSync(join(root, 'tools', name), join(folder, 'tools', name));
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: locked }));
    writeFileSync(join(folder, 'npm-cli.js'), npm);
  });

  const setUp = (...args: string[]) =>
    outputOf(
      spawn(process.execPath, ['tools/setup.mjs', ...args], {
        cwd: folder,
        env: { ...process.env, npm_execpath: join(folder, 'npm-cli.js') },
      }),
    );
  const asked = () =>
    read('asked')
      .trimEnd()
      .split('\n')
      .map((line) => line.replace(/ --no-audit.*/, ''));

  it('install once, and the second waits for the first', async () => {
    const results = await Promise.all([setUp(), setUp(), setUp()]);
    expect(results.map(({ status }) => status)).toEqual([0, 0, 0]);
    expect(asked()).toEqual(['ci -w server --include-workspace-root', 'done']);
    expect(results.filter(({ out }) => out.includes('waiting for it'))).toHaveLength(2);
    await setUp();
    expect(asked()).toHaveLength(2);
  });

  it('add the packages for tests', async () => {
    await setUp();
    await setUp('--all');
    await setUp('--all');
    await setUp();
    expect(asked()).toEqual(['ci -w server --include-workspace-root', 'done', 'install --no-save', 'done']);
  });

  it('reinstall packages that differ from the lockfile', async () => {
    await setUp('--all');
    const changed = { ...locked, 'node_modules/b': { version: '1.0.1', integrity: 'sha512-d' } };
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: changed }));
    await setUp();
    rmSync(join(folder, 'node_modules/a'), { recursive: true });
    await setUp('--all');
    expect(asked()).toEqual(['ci', 'done', 'ci -w server --include-workspace-root', 'done', 'ci', 'done']);
  });
});

it('fetches at the start the editor that is opened then', () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  expect(scripts['start']).toContain(`--editor ${oldest.name} `);
});
