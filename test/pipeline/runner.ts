import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

export const root = join(import.meta.dirname, '../..');

interface ActionStep {
  readonly id?: string;
  readonly if?: string;
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
  /** Of the job. */
  readonly token?: string;
}

/** The action and the hooks alone: what a workflow downloads and needs. Nothing is installed or built. */
export function actionFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'action-'));
  for (const part of ['action.yml', 'action'])
    cpSync(join(root, part), join(folder, part), { recursive: true });
  return folder;
}

/** Runs the steps of action.yml in bash, with the files and variables of GitHub's runner. */
export async function runAction(
  inputs: Readonly<Record<string, string>>,
  { action: folder, cwd, event = {}, env = {}, token = '' }: Trigger,
): Promise<StepResult> {
  const action = readYaml<Action>('action.yml');
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
  const outputs = () => readOutputs(readFileSync(files.GITHUB_OUTPUT, 'utf8'));
  const expressions = (text: string) =>
    text.replace(/\$\{\{ ([\w.-]+) \}\}/g, (_, name: string) => evaluate(name));
  const evaluate = (name: string): string => {
    const [, input] = /^inputs\.([\w-]+)$/.exec(name) ?? [];
    if (input !== undefined) return inputs[input] ?? action.inputs[input]?.default ?? '';
    const [, output] = /^steps\.check\.outputs\.([\w-]+)$/.exec(name) ?? [];
    if (output !== undefined) return outputs()[output] ?? '';
    if (name === 'github.token') return token;
    throw new Error(`unknown expression ${name}`);
  };
  try {
    const [result = { status: 0, log: '' }, ...others] = await runSteps(
      action.runs.steps.filter(({ run }) => run !== undefined),
      async (step) => {
        if (!isDue(step.if, evaluate)) return undefined;
        const variables = Object.entries(step.env ?? {}).map(([name, text]) => [name, expressions(text)]);
        const all = { ...process.env, ...files, ...Object.fromEntries(variables), ...env };
        return bash(step.run ?? '', cwd, all);
      },
    );
    const { 'comment-file': _, 'comment-is-new': __, ...outside } = outputs();
    const sarif = outside['sarif-file'];
    return {
      status: Math.max(result.status, ...others.map(({ status }) => status)),
      log: [result, ...others].map(({ log }) => log).join(''),
      summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8'),
      outputs: outside,
      sarif: sarif === undefined ? undefined : JSON.parse(readFileSync(resolve(cwd, sarif), 'utf8')),
    };
  } finally {
    rmSync(temporary, { recursive: true });
  }
}

async function runSteps<T>(
  steps: readonly ActionStep[],
  run: (step: ActionStep) => Promise<T | undefined>,
): Promise<T[]> {
  const results: T[] = [];
  for (const step of steps) {
    const result = await run(step);
    if (result !== undefined) results.push(result);
  }
  return results;
}

/** The condition of a step: comparisons with a text, joined by `&&`. */
function isDue(condition: string | undefined, evaluate: (name: string) => string): boolean {
  const parts = condition?.replace(/^\$\{\{ (.*) \}\}$/, '$1').split(' && ') ?? [];
  return parts.every((part) => {
    if (part === '!cancelled()') return true;
    const [, name = '', operator, text] = /^([\w.-]+) (==|!=) '(.*)'$/.exec(part) ?? [];
    return (evaluate(name) === text) === (operator === '==');
  });
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
