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
