import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The inputs from action.yml, passed as environment variables so that they never become part of a script. */
export function readInputs() {
  return {
    paths: linesOf('INPUT_PATHS'),
    baseline: textOf('INPUT_BASELINE'),
    failOn: textOf('INPUT_FAIL_ON') ?? 'error',
    args: linesOf('INPUT_ARGS'),
    sarifFile:
      textOf('INPUT_SARIF_FILE') ?? path.join(process.env['RUNNER_TEMP'] ?? tmpdir(), 'hotfix-config.sarif'),
    version: textOf('INPUT_VERSION'),
  };
}

function textOf(variable) {
  return process.env[variable]?.trim() || undefined;
}

function linesOf(variable) {
  const lines = (process.env[variable] ?? '').split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '');
}

/** The event that started the workflow. */
export function readEvent() {
  const file = process.env['GITHUB_EVENT_PATH'];
  return file ? JSON.parse(readFileSync(file, 'utf8')) : {};
}
