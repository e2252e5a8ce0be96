import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

export const root = join(import.meta.dirname, '../..');

interface ActionStep {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly run?: string;
}

export interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string; readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly ActionStep[] };
}

export function readYaml<T>(path: string): T {
  return parse(readFileSync(join(root, path), 'utf8'));
}

export interface StepResult {
  readonly status: number;
  readonly log: string;
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly sarif: SarifLog | undefined;
}

interface SarifLog {
  readonly version: string;
  readonly runs: readonly { readonly results: readonly { readonly ruleId: string }[] }[];
}

export interface Trigger {
  /** The folder of the action, from `actionFolder`. */
  readonly action: string;
  readonly cwd: string;
  readonly event?: unknown;
  readonly env?: Readonly<Record<string, string>>;
}

/** The action alone, with the built command line, so that concurrent builds have no effect. */
export function actionFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'action-'));
  const parts = ['action.yml', 'tools/action', 'server/src/cli/can-move.mjs'];
  for (const part of [...parts, 'server/dist/cli.js', 'server/dist/command-line.js'])
    cpSync(join(root, part), join(folder, part), { recursive: true });
  return folder;
}

/** Runs the steps of action.yml in bash, with the files and variables of GitHub's runner. */
export async function runAction(
  inputs: Readonly<Record<string, string>>,
  { action: folder, cwd, event = {}, env = {} }: Trigger,
): Promise<StepResult> {
  const action = readYaml<Action>('action.yml');
  const step = action.runs.steps.find(({ run }) => run !== undefined);
  const given = (name: string) => inputs[name] ?? action.inputs[name]?.default ?? '';
  const variables = Object.entries(step?.env ?? {}).map(([name, text]) => [
    name,
    text.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, input: string) => given(input)),
  ]);
  const temporary = mkdtempSync(join(tmpdir(), 'runner-'));
  const file = (name: string, text = '') => {
    writeFileSync(join(temporary, name), text);
    return join(temporary, name);
  };
  const files = {
    GITHUB_ACTION_PATH: folder,
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify(event)),
    GITHUB_OUTPUT: file('output'),
    GITHUB_STEP_SUMMARY: file('summary.md'),
    RUNNER_TEMP: temporary,
  };
  try {
    const all = { ...process.env, ...files, ...Object.fromEntries(variables), ...env };
    const { status, log } = await bash(step?.run ?? '', cwd, all);
    const outputs = readOutputs(readFileSync(files.GITHUB_OUTPUT, 'utf8'));
    const sarif = outputs['sarif-file'];
    return {
      status,
      log,
      summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8'),
      outputs,
      sarif: sarif === undefined ? undefined : JSON.parse(readFileSync(resolve(cwd, sarif), 'utf8')),
    };
  } finally {
    rmSync(temporary, { recursive: true });
  }
}

/** Runs a script as the runner does for `shell: bash`. */
export function bash(
  script: string,
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<Pick<StepResult, 'status' | 'log'>> {
  // On Windows, git includes it.
  const gitFolder = execFileSync('git', ['--exec-path'], { encoding: 'utf8' }).trim();
  const shell = process.platform === 'win32' ? resolve(gitFolder, '../../../bin/bash.exe') : 'bash';
  const args = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script];
  return new Promise((done, reject) => {
    execFile(shell, args, { cwd, env, maxBuffer: 1 << 28, timeout: 500_000 }, (error, out, err) => {
      if (error && typeof error.code !== 'number') reject(error);
      else done({ status: typeof error?.code === 'number' ? error.code : 0, log: out + err });
    });
  });
}

function readOutputs(text: string): Record<string, string> {
  const values = text.matchAll(/^([\w-]+)<<(.+)\n([\s\S]*?)\n\2$/gm);
  return Object.fromEntries([...values].map(([, name = '', , value = '']) => [name, value]));
}
