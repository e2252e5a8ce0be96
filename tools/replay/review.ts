import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../build/bundle.ts';
import { type Change, git, makeRepository, type Step } from './history.ts';

/** What the command line says about a step on its day. */
export interface Review {
  readonly step: Step;
  /** The ids of the rules that found something. */
  readonly rules: readonly string[];
  /** As `check` prints it for people. */
  readonly findings: string;
  /** As `diff` prints it. */
  readonly differences: string;
}

export interface Colour {
  readonly color: 'always' | 'never';
}

/** Reviews each change of a history as if it had been proposed on its day; the folder is empty at the start. */
export function* replay(folder: string, changes: readonly Change[], { color }: Colour): Generator<Review> {
  for (const step of makeRepository(folder, changes)) {
    git(folder, ['checkout', '--quiet', step.hash]);
    const check = (...args: string[]) =>
      hotfixConfig(folder, [
        'check',
        `--baseline=${step.before.hash}`,
        `--today=${step.change.date}`,
        ...args,
      ]);
    const found: { ruleId: string }[] = JSON.parse(check('--format=json'));
    yield {
      step,
      rules: found.map(({ ruleId }) => ruleId),
      findings: check(`--color=${color}`),
      // A process, and not everybody asks.
      get differences() {
        return hotfixConfig(folder, ['diff', side(step.before), side(step)]);
      },
    };
  }
}

/** A config as `diff` takes it; standard input, which is empty, where there is none. */
function side({ change, hash }: Step['before']): string {
  return change === undefined || change.text === null ? '-' : `${hash}:${change.path}`;
}

/** The built command line; with findings it ends with 1. */
function hotfixConfig(cwd: string, args: readonly string[]): string {
  const cli = join(root, 'server/dist/cli.js');
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [cli, ...args], {
    cwd,
    input: '',
    encoding: 'utf8',
  });
  if (error) throw error;
  if (status !== 0 && status !== 1)
    throw new Error(`hotfix-config ${args.join(' ')} ended with ${status}: ${stderr}`);
  return stdout;
}
