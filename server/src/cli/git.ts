import { execFile } from 'node:child_process';
import { CannotWork } from './terminal.ts';

export interface GitResult {
  readonly ok: boolean;
  readonly out: Buffer;
  readonly err: string;
}

/**
 * Calls git for reading only, and so that nothing in the repository's own configuration runs a program: no hooks, no
 * file-system monitor, no pager, no prompt.
 */
export function git(cwd: string, ...args: readonly string[]): Promise<GitResult> {
  const safe = ['--no-pager', '-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null'];
  const env = { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' };
  const options = { cwd, env, encoding: 'buffer', maxBuffer: 1 << 30 } as const;
  return new Promise((resolve, reject) => {
    execFile('git', [...safe, ...args], options, (error, out, err) => {
      if (error && error.code === 'ENOENT')
        reject(new CannotWork('git is not installed: install it, or name a file.'));
      else resolve({ ok: error === null, out, err: err.toString('utf8').trim() });
    });
  });
}
