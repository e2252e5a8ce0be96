import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { endTree, spawnTree } from './process-tree.ts';
import type { Profile } from './profile.ts';
import type { Target } from './target.ts';

/** A limit for a hanging process. A busy machine may take a minute. */
const startLimit = 300_000;

/** A desktop window with its own profile, independent of other windows of the same VS Code. */
export interface DesktopWindow {
  /** Resolves when the user has closed it. */
  readonly closed: Promise<void>;
  stop(): Promise<void>;
}

/** The command line of an installed VS Code. */
export function findDesktopCode(): string {
  const found = usualPlaces().find((file) => existsSync(file));
  if (found) return found;
  throw new Error(
    'Cannot find "code": install Visual Studio Code (on macOS, also its "Shell Command: Install \'code\' command"), ' +
      'or omit --desktop to use VS Code in the browser.',
  );
}

function usualPlaces(): string[] {
  const onPath = (process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  const names = process.platform === 'win32' ? ['code.cmd'] : ['code'];
  const candidates = names.flatMap((name) => onPath.map((folder) => path.join(folder, name)));
  const local = process.env['LOCALAPPDATA'];
  if (local) candidates.push(path.join(local, 'Programs/Microsoft VS Code/bin/code.cmd'));
  if (process.platform === 'darwin')
    candidates.push('/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code');
  return candidates;
}

/** Installs the packaged extension into the profile and opens a window on the target. */
export async function openDesktop(
  code: string,
  profile: Profile,
  vsix: string,
  target: Target,
): Promise<DesktopWindow> {
  const folders = ['--user-data-dir', profile.userData, '--extensions-dir', profile.extensions];
  await run(code, ['--install-extension', vsix, '--force', ...folders]);
  const quiet = [
    '--new-window',
    '--skip-welcome',
    '--skip-release-notes',
    '--disable-updates',
    '--disable-telemetry',
  ];
  await run(code, [
    ...folders,
    ...quiet,
    ...(target.isOwn ? ['--disable-workspace-trust'] : []),
    target.folder,
    ...(target.file ? [target.file] : []),
  ]);
  const pid = await mainProcess(profile);
  return {
    closed: untilGone(pid),
    async stop() {
      try {
        process.kill(pid);
      } catch {
        return;
      }
      await untilGone(pid);
    },
  };
}

async function run(code: string, args: readonly string[]): Promise<void> {
  const shell = process.platform === 'win32';
  const quote = (text: string) => (shell ? `"${text}"` : text);
  const child = spawnTree(quote(code), args.map(quote), { stdio: ['ignore', 'pipe', 'pipe'], shell });
  let output = '';
  child.stdout?.on('data', (chunk) => (output += chunk));
  child.stderr?.on('data', (chunk) => (output += chunk));
  const status = await new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve));
  if (status !== 0) {
    await endTree(child);
    throw new Error(`"${code} ${args.join(' ')}" failed:\n${output.trim()}`);
  }
}

/** The command returns at once. The process of the window writes its id into the profile. */
async function mainProcess(profile: Profile): Promise<number> {
  const file = path.join(profile.userData, 'code.lock');
  for (const until = Date.now() + startLimit; Date.now() < until; await wait(200)) {
    const pid = Number(await readFile(file, 'utf8').catch(() => ''));
    if (pid > 0) return pid;
  }
  throw new Error(`VS Code did not start within ${startLimit / 1000} s.`);
}

async function untilGone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await wait(300);
  }
}
