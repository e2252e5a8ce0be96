import { spawnSync } from 'node:child_process';
import { hardened } from '../../server/src/cli/git.ts';
import { findGit } from '../../server/src/cli/git-program.ts';

/** For local commands, which take about a second. A fetch has no limit. */
const timeLimit = 120_000;

/** A fetch must not start a maintenance of the repository. */
const options = [...hardened, '-c', 'gc.auto=0', '-c', 'maintenance.auto=false'];

let program: string | undefined;

/**
 * The output of a git command; undefined if it fails. The command line never fetches, so this is not its git. Runs without
 * pager, prompts and hooks. Use it only for commits: a comparison with the working tree would run filters configured in the
 * repository.
 */
export function git(root: string, ...args: readonly string[]): string | undefined {
  program ??= findGit({ env: process.env, platform: process.platform, cwd: process.cwd() });
  if (program === undefined) return undefined;
  const { status, stdout } = spawnSync(program, [...options, ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    env: { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_NO_REPLACE_OBJECTS: '1' },
    timeout: args[0] === 'fetch' ? undefined : timeLimit,
    killSignal: 'SIGKILL',
  });
  return status === 0 ? stdout : undefined;
}
