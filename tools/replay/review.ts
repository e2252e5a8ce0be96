import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { lossRules } from '../../server/src/rules/losses.ts';
import type { Difference } from '../../server/src/service/answers/difference.ts';
import { root } from '../build/bundle.ts';
import { type Change, git, makeRepository, type Step } from './history.ts';

/** The output of the command line for a step, on its day. */
export interface Review {
  readonly step: Step;
  /** The ids of the rules with findings. */
  readonly rules: readonly string[];
  /** The text output of `check`. */
  readonly findings: string;
  /** The text output of `diff`. */
  readonly differences: string;
  /** The recorded outcomes that changed, counted: "2 lost, 1 gained". */
  readonly outcomes: string;
}

/** Whether the review says that nodes lose a hotfix. */
export function losesHotfix({ rules }: Review): boolean {
  return rules.some((rule) => lossRules.has(rule));
}

export interface ColorFlag {
  readonly color: 'always' | 'never';
}

/** Reviews each change of a history as of its day. The folder must be empty at the start. */
export function* replay(folder: string, changes: readonly Change[], { color }: ColorFlag): Generator<Review> {
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
    const diff = (...args: string[]) =>
      hotfixConfig(folder, ['diff', side(step.before), side(step), ...args]);
    const changes: Difference[] = JSON.parse(diff('--format=json'));
    yield {
      step,
      rules: found.map(({ ruleId }) => ruleId),
      findings: check(`--color=${color}`),
      // Needs a process, so only on request.
      get differences() {
        return diff();
      },
      outcomes: counted(changes.map(({ change }) => change)),
    };
  }
}

function counted(changes: readonly string[]): string {
  const kinds = [...new Set(changes)];
  return kinds.map((kind) => `${changes.filter((one) => one === kind).length} ${kind}`).join(', ');
}

/** A config as an argument of `diff`. For a missing config: standard input, which is empty. */
function side({ change, hash }: Step['before']): string {
  return change === undefined || change.text === null ? '-' : `${hash}:${change.path}`;
}

/** The built command line. It exits with 1 if there are findings. */
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
