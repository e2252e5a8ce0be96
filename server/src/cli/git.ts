import type { ChildProcessWithoutNullStreams, ExecFileException } from 'node:child_process';
import { notInstalled, tookTooLong, waitsFor } from './git-problems.ts';
import { findGit } from './git-program.ts';
import { repositoryAbove } from './repositories.ts';
import { pipeReadByGit } from './waiting-git.ts';

export interface GitResult {
  readonly ok: boolean;
  /** The exit status; undefined if git could not be run or was stopped. */
  readonly status: number | undefined;
  readonly out: Buffer;
  /** Warnings; on failure, the line with the cause. */
  readonly err: string;
}

/** Overrides configuration that could start programs or treat names as patterns. */
export const hardened = [
  '--no-pager',
  // A folder with the files of a bare repository must not bring its own configuration.
  ...['-c', 'safe.bareRepository=explicit'],
  ...['-c', 'core.fsmonitor=false'],
  ...['-c', 'core.hooksPath=/dev/null'],
  ...['-c', 'core.warnAmbiguousRefs=true'],
];

const environment = {
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  // Never fetch what a partial clone lacks.
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_NO_LAZY_FETCH: '1',
  // A replaced commit would be a different baseline.
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_LITERAL_PATHSPECS: '1',
  LC_ALL: 'C',
};

/**
 * Runs a git command that only reads. It has a time limit, because git waits forever for a named pipe in place of a
 * file.
 */
export async function git(cwd: string, ...words: readonly string[]): Promise<GitResult> {
  // Loading this module takes as long as checking a hundred files.
  const { execFile } = await import('node:child_process');
  const program = gitProgram();
  if (program === undefined) return { ok: false, status: undefined, out: Buffer.alloc(0), err: notInstalled };
  const options = {
    cwd,
    env: environmentIn(cwd),
    encoding: 'buffer',
    maxBuffer: 1 << 30,
    timeout: timeLimit(),
    killSignal: 'SIGKILL',
  } as const;
  return new Promise((resolve) => {
    let pipe: string | undefined;
    const child = execFile(program, [...hardened, ...words], options, (error, out, bytes) => {
      clearTimeout(late);
      const err = bytes.toString('utf8');
      if (error === null) resolve({ ok: true, status: 0, out, err });
      else {
        const status = typeof error.code === 'number' ? error.code : undefined;
        resolve({ ok: false, status, out, err: pipe ?? whyItEnded(error, err) });
      }
    });
    // Usually this never runs, so it can be thorough.
    const late = setTimeout(async () => {
      const found = await pipeReadByGit(cwd, options.env, () => filesConfigured(program, options));
      if (found === undefined) return;
      pipe = waitsFor(found);
      child.kill('SIGKILL');
    }, timeLimit() / 60);
  });
}

/** The files of a user's settings that git reads. */
async function filesConfigured(program: string, { cwd, env }: { cwd: string; env: NodeJS.ProcessEnv }) {
  const { execFile } = await import('node:child_process');
  const asked = ['config', '--null', '--path', '--get-regexp', '^core\\.(excludesfile|attributesfile)$'];
  const options = { cwd, env, timeout: 1000, killSignal: 'SIGKILL' } as const;
  return new Promise<readonly string[]>((resolve) => {
    execFile(program, [...hardened, ...asked], options, (_, out) =>
      resolve(out.split('\0').map((line) => line.slice(line.indexOf('\n') + 1))),
    );
  });
}

/** Starts a git command that answers many requests. */
export async function startGit(
  cwd: string,
  ...words: readonly string[]
): Promise<ChildProcessWithoutNullStreams | undefined> {
  const { spawn } = await import('node:child_process');
  const program = gitProgram();
  return program === undefined
    ? undefined
    : spawn(program, [...hardened, ...words], { cwd, env: environmentIn(cwd) });
}

/** The output without the final line end. */
export function line({ out }: GitResult): string {
  return out.toString('utf8').replace(/\r?\n$/, '');
}

/** In milliseconds. In the largest repositories git needs about a second. */
export function timeLimit(): number {
  const seconds = Number(process.env['HOTFIX_CONFIG_GIT_TIMEOUT']);
  return (seconds > 0 ? seconds : 120) * 1000;
}

let found: { readonly of: string | undefined; readonly program: string | undefined } | undefined;

function gitProgram(): string | undefined {
  const path = process.env['PATH'];
  if (found?.of !== path || !found)
    found = {
      of: path,
      program: findGit({ env: process.env, platform: process.platform, cwd: process.cwd() }),
    };
  return found.program;
}

function environmentIn(cwd: string): NodeJS.ProcessEnv {
  const { GIT_GLOB_PATHSPECS, GIT_NOGLOB_PATHSPECS, GIT_ICASE_PATHSPECS, ...env } =
    repositoryAbove(cwd) === undefined ? process.env : withoutHooksRepository(process.env);
  return { ...env, ...environment };
}

/** A git hook sets its repository for all git commands. A folder in another repository must use its own. */
function withoutHooksRepository({
  GIT_DIR,
  GIT_WORK_TREE,
  GIT_COMMON_DIR,
  GIT_INDEX_FILE,
  GIT_PREFIX,
  ...env
}: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return env;
}

/** Git prints warnings before the line with the cause, and hints after it. */
function whyItEnded({ code, killed, message }: ExecFileException, err: string): string {
  if (killed) return tookTooLong(timeLimit());
  const lines = err.trim().split('\n');
  const named = lines.find((line) => /^(?:fatal|error): /.test(line)) ?? lines[0];
  if (named) return named;
  return typeof code === 'number'
    ? `git failed with exit status ${code}`
    : `cannot run git (${code ?? message.trim().split('\n')[0]})`;
}
