import { type ChildProcess, execFileSync, type SpawnOptions, spawn } from 'node:child_process';

/**
 * Starts a process as the head of a new group, so that `endTree` reaches all its children and Ctrl+C only this
 * process.
 */
export function spawnTree(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  return spawn(command, args, { ...options, detached: process.platform !== 'win32' });
}

/**
 * Ends a process and its children: with a request first, by force after `patience` milliseconds. Returns when the
 * head has ended.
 */
export async function endTree(child: ChildProcess, patience = 3000): Promise<void> {
  const { pid } = child;
  if (pid === undefined) return;
  if (child.exitCode === null && child.signalCode === null) {
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    signal(pid, 'SIGTERM');
    const insist = setTimeout(() => signal(pid, 'SIGKILL'), patience);
    await ended;
    clearTimeout(insist);
  }
  // Processes of the group that are left after its head must end too.
  signal(pid, 'SIGKILL');
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    if (process.platform === 'win32')
      execFileSync('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore' });
    else process.kill(-pid, name);
  } catch {
    // The group has already ended.
  }
}
