import path from 'node:path';
import { temporaryFile } from './runner.ts';

/** The inputs from action.yml, passed as environment variables so that they never become part of a script. */
export function readInputs() {
  return {
    workingDirectory: textOf('INPUT_WORKING_DIRECTORY') ?? '.',
    paths: linesOf('INPUT_PATHS'),
    baseline: textOf('INPUT_BASELINE'),
    failOn: textOf('INPUT_FAIL_ON') ?? 'error',
    args: linesOf('INPUT_ARGS'),
    sarifFile: textOf('INPUT_SARIF_FILE') ?? temporaryFile('hotfix-config.sarif'),
    version: textOf('INPUT_VERSION'),
    comment: textOf('INPUT_COMMENT') === 'true',
  };
}

export type Inputs = ReturnType<typeof readInputs>;

/** Flags that the action sets itself, or that make the command line do something else. */
const ownFlags = [
  '--format',
  '--fail-on',
  '--baseline',
  '--fix',
  '--help',
  '-h',
  '--version',
  '-v',
  '-V',
  '-',
];

/** What is wrong with the input "args"; undefined if nothing is. */
export function problemOfArgs(args: readonly string[]): string | undefined {
  const own = args.find((arg) => ownFlags.includes(arg.split('=')[0] ?? ''));
  if (own === undefined) return undefined;
  const input = ['--fail-on', '--baseline'].find((flag) => own.startsWith(flag))?.slice(2);
  const advice = input === undefined ? 'remove it' : `use the input ${JSON.stringify(input)}`;
  return `the input "args" has ${JSON.stringify(own)}, which is not possible here; ${advice}`;
}

/** A path that later steps can use, which run in another folder. */
export function fromWorkspace(file: string, workspace: string): string {
  const relative = path.relative(workspace, path.resolve(file));
  return path.isAbsolute(file) || relative.startsWith('..')
    ? path.resolve(file)
    : relative.replaceAll(path.sep, '/');
}

function textOf(variable: string): string | undefined {
  return process.env[variable]?.trim() || undefined;
}

function linesOf(variable: string): string[] {
  const lines = (process.env[variable] ?? '').split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '');
}
