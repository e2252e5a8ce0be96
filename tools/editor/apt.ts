import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Another process can hold a lock while it installs something. */
const patience = 600_000;
const pause = 2000;

/** Whether Debian packages can be installed without a question to the user. */
export function canInstallPackages(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/etc/debian_version');
}

export function installPackages(packages: readonly string[]): void {
  aptGet('update');
  aptGet('install', '-y', '--no-install-recommends', ...packages);
}

function aptGet(...args: string[]): void {
  // apt waits for one of its locks itself. For the others it fails at once.
  const command = ['-q', '-o', `DPkg::Lock::Timeout=${patience / 1000}`, ...args];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };
  for (const until = Date.now() + patience; ; wait()) {
    const { status, error, stderr } = spawnSync('apt-get', command, {
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    if (status === 0) return;
    if (error) throw error;
    const isLocked = /\bCould not get lock\b/.test(stderr);
    if (!isLocked || Date.now() > until)
      throw new Error(`"apt-get ${args.join(' ')}" failed:\n${stderr.trim()}`);
  }
}

function wait(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
}
