import { readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isWrittenAsPath } from '../../server/src/cli/files.ts';
import { repositoryAbove } from '../../server/src/cli/repositories.ts';
import { codeSpan } from '../../server/src/service/answers/markup.ts';
import { baselineOf, commitOf, isHash, withHistory } from './baseline.ts';
import { type CommandLine, commandLine, type Result } from './command-line.ts';
import { markerOf } from './comment.ts';
import { readEvent } from './event.ts';
import { fromWorkspace, type Inputs, problemOfArgs, readInputs } from './inputs.ts';
import { annotate, say, setOutput, temporaryFile, writeSummary } from './runner.ts';

/** Checks the configs, compares them with the baseline and writes all reports. Returns the exit status. */
export async function check(): Promise<number> {
  const inputs = readInputs();
  const workspace = process.cwd();
  const folder = inputs.workingDirectory;
  const unusable = problemOf(folder);
  const refused =
    unusable === undefined
      ? problemOfArgs(inputs.args)
      : `the input "working-directory" is ${JSON.stringify(folder)}, which ${unusable}`;
  if (refused !== undefined) {
    cannotCheck(refused, undefined, inputs);
    setOutput('exit-status', 3);
    return 3;
  }
  process.chdir(folder);
  const cli = commandLine(inputs.version);
  const root = repositoryAbove(path.resolve(inputs.paths[0] ?? '.'));
  const named = inputs.baseline && withHistory(root, inputs.baseline);
  const baseline = named || baselineOf(readEvent(), root);
  const findings = temporaryFile('hotfix-config-findings.md');
  const { status, out, err } = await cli(
    [
      ...['check', ...inputs.args, '--format=github', `--fail-on=${inputs.failOn}`],
      ...[`--output=sarif=${inputs.sarifFile}`, `--output=markdown=${findings}`],
      ...(baseline ? [`--baseline=${baseline}`] : []),
      ...['--', ...inputs.paths],
    ],
    process.cwd(),
  );
  process.stdout.write(out);
  setOutput('exit-status', status);
  if (status > 1) {
    cannotCheck(err.trim(), baseline, inputs);
    return status;
  }
  process.stderr.write(err);
  setOutput('sarif-file', fromWorkspace(inputs.sarifFile, workspace));
  const found = readFileSync(findings, 'utf8');
  const [sum = ''] = found.split('\n');
  say(`hotfix-config: ${sum} Exit status ${status}.`);
  const changes = await changesSince(baseline, root ?? process.cwd(), inputs, cli);
  writeSummary(`## Hotfix configs\n\n${found}\n${changes.text}`);
  if (inputs.comment) leaveComment(`${sum}\n\n${changes.text}`, changes.isWorthReading || status > 0, inputs);
  return status;
}

/** A change could replace the folder by a link to another one, which would be checked in its place. */
function problemOf(folder: string): string | undefined {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return 'is not a folder of this checkout';
  const isInside = !path.relative('.', folder).startsWith('..');
  const isLink =
    isInside && realpathSync(folder) !== path.resolve(realpathSync('.'), path.relative('.', folder));
  return isLink ? 'leads through a link; name the folder that it leads to' : undefined;
}

function cannotCheck(message: string, baseline: string | undefined, inputs: Inputs): void {
  const advice = baseline === undefined ? '' : adviceFor(message);
  annotate('error', message + advice);
  const text = 'The check failed. See the log of its step.\n';
  writeSummary(`## Hotfix configs\n\n${text}`);
  // A comment of an earlier run is out of date.
  if (inputs.comment) leaveComment(text, false, inputs);
}

function adviceFor(message: string): string {
  if (message.includes('not in a git repository'))
    return ' If actions/checkout has a "path", name it in the input "working-directory" of this action.';
  return message.includes('shallow') ? ' In a workflow, set "fetch-depth: 0" for actions/checkout.' : '';
}

interface Changes {
  readonly text: string;
  /** A pull request that changes no config gets no comment. */
  readonly isWorthReading: boolean;
}

async function changesSince(
  baseline: string | undefined,
  root: string,
  inputs: Inputs,
  cli: CommandLine,
): Promise<Changes> {
  if (!baseline)
    return {
      text: 'No baseline, so changes in node behavior are not shown. Pull requests have a baseline; otherwise set the input `baseline`.\n',
      isWorthReading: false,
    };
  // In a checkout with a path, the workspace is outside of the repository.
  const cwd = repositoryAbove(process.cwd()) === root ? process.cwd() : root;
  const flags = ['--format=markdown', ...sharedOf(inputs.args, cwd)];
  const [first = '.', ...others] = inputs.paths;
  const isFile = isFileNamed(baseline, root);
  if (isFile && (others.length > 0 || !isFileAt(first)))
    return {
      text: 'Changes in node behavior since a file are shown for one config.\n',
      isWorthReading: false,
    };
  const isHere = (each: string) => repositoryAbove(path.resolve(each)) === root;
  const below = inputs.paths.filter(isHere).map((each) => path.resolve(each));
  const elsewhere = inputs.paths.filter((each) => !isFile && !isHere(each));
  const result = isFile
    ? await cli(['diff', ...flags, '--', path.resolve(baseline), first], process.cwd())
    : await cli(['diff', ...flags, ...below.map((each) => `--path=${each}`), '--', baseline], cwd);
  const since = codeSpan(isHash(baseline) ? baseline.slice(0, 12) : baseline);
  return {
    text: [
      `Compared with ${since}:\n\n${comparison(result)}`,
      ...elsewhere.map((each) => `${codeSpan(each)} is in another repository and was not compared.\n`),
    ].join('\n'),
    isWorthReading: result.status !== 0 || result.out.trim() !== 'No change in node behavior.',
  };
}

/** As `check` decides: a name that git knows as a revision is not a file. */
function isFileNamed(baseline: string, root: string): boolean {
  if (isWrittenAsPath(baseline)) return true;
  return isFileAt(baseline) && commitOf(root, baseline) === undefined;
}

function isFileAt(name: string): boolean {
  return statSync(name, { throwIfNoEntry: false })?.isFile() ?? false;
}

function comparison({ status, out, err }: Result): string {
  if (out !== '') return out;
  return status === 0 ? '' : `Comparison failed: ${codeSpan(err.trim())}\n`;
}

/** The arguments of `check` that `diff` has too. Globs belong to the working directory. */
function sharedOf(args: readonly string[], cwd: string): string[] {
  const isHere = cwd === process.cwd();
  return args
    .filter((arg) => /^--(?:baked|baked-from|today)=/.test(arg) || (isHere && arg.startsWith('--exclude=')))
    .map((arg) => {
      const file = /^--baked-from=(.*)$/s.exec(arg)?.[1];
      return file !== undefined && isFileAt(file) ? `--baked-from=${path.resolve(file)}` : arg;
    });
}

/** For the next step, which has the token. */
function leaveComment(body: string, isWorthReading: boolean, { workingDirectory, paths }: Inputs): void {
  const file = temporaryFile('hotfix-config-comment.md');
  writeFileSync(file, `${markerOf(workingDirectory, paths)}\n## Hotfix configs\n\n${body}`);
  setOutput('comment-file', file);
  setOutput('comment-is-new', String(isWorthReading));
}
