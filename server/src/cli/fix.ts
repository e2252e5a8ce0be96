import { resolve } from 'node:path';
import { Analysis, applyEdits, type Edit, editBetween, looksLikeUtf16, quote } from '../model/index.ts';
import { analysisOf, textOf } from '../service/findings/checked-file.ts';
import { withoutComments } from '../service/findings/comments.ts';
import { type CheckOptions, check, type Finding } from '../service/findings/finding.ts';
import { fixAll, whyNotFixed } from '../service/findings/fix-all.ts';
import { isAtLeast, Summary } from '../service/findings/summary.ts';
import type { Host } from '../service/host.ts';
import type { ConfigText } from '../service/manifest/config-text.ts';
import { looksLikeConfig } from '../service/settings/recognition.ts';
import { visible } from '../service/visible.ts';
import { stylerFor } from './color.ts';
import { isCertain, notAConfig } from './config-names.ts';
import { findConfigs, howToName } from './configs.ts';
import { bytesOf } from './content.ts';
import { type ExitStatus, exitStatus } from './exit-status.ts';
import { withoutGlobs } from './globs.ts';
import { Manifests } from './manifests.ts';
import { type FileToWrite, overwriteFile } from './overwrite-file.ts';
import { Payloads } from './payloads.ts';
import { Progress } from './progress.ts';
import { type ProjectFlags, Projects } from './projects.ts';
import { ruleNamed } from './rules.ts';
import { namesFor } from './standard-input.ts';
import {
  asBroken,
  asProblem,
  BrokenProject,
  CannotWork,
  reportProblem,
  type Terminal,
  WrongUsage,
  warn,
} from './terminal.ts';
import { uninterrupted } from './uninterrupted.ts';

export interface FixFlags extends ProjectFlags {
  /** Only report what would change. */
  readonly check: boolean;
  /** Remove comments too, which is not a safe fix. */
  readonly comments: boolean;
  /** Print the changes as a unified diff, and change nothing. */
  readonly diff: boolean;
  readonly stdinFilename: string | undefined;
}

/** Applies every safe fix. With `--check` it changes nothing, and a file that would change gives exit status 1. */
export async function fix(
  written: readonly string[],
  flags: FixFlags,
  terminal: Terminal,
  host: Host,
): Promise<ExitStatus> {
  const paths = await withoutGlobs(written, terminal);
  const called = namesFor(paths, flags.stdinFilename);
  if (!flags.check && !flags.diff) refuseBesideInput(paths);
  for (const id of rulesToFix(flags))
    if (!ruleNamed(id).fix)
      throw new WrongUsage(`rule ${quote(id)} has no fix`, `run "hotfix-config rules ${id}"`);
  const rule = flags.rule.filter((flag) => flag.includes('='));
  const projects = new Projects(host, terminal, { ...flags, rule });
  const { paths: configs, listed, unread } = await findConfigs(paths, terminal, projects);
  for (const problem of projects.broken.values()) reportProblem(terminal, problem);
  for (const { problem } of unread) reportProblem(terminal, problem);
  if (configs.length === 0 && projects.broken.size === 0)
    warn(terminal, 'no config found, nothing to fix', howToName);
  const payloads = new Payloads(projects, undefined, terminal, (file) => file);
  const manifests = new Manifests(projects, terminal);
  const progress = new Progress(terminal, 'fixed', configs.length);
  let complete = unread.length === 0;
  let changed = 0;
  const left = new Summary();
  for (const [i, path] of configs.entries()) {
    progress.at(i);
    const settled = await projects.optionsFor(called(path)).catch(asBroken);
    if (settled instanceof BrokenProject) continue;
    const options = { ...settled, ...(await payloads.beside(called(path))) };
    const file = { path: resolve(terminal.cwd, path), name: path, realPath: listed.get(path) };
    const isOurs = await isCertain(called(path), listed.has(path), terminal, projects);
    const done = await fixFile(file, called(path), isOurs, flags, options, terminal, manifests, left).catch(
      asProblem,
    );
    if (done === 'not-a-config') {
      progress.erase();
      if (!listed.has(path)) warn(terminal, ...notAConfig(called(path)));
      continue;
    }
    if (done === false) continue;
    progress.erase();
    if (done !== true) {
      complete = false;
      reportProblem(terminal, done);
      continue;
    }
    changed++;
    if (flags.diff) continue;
    if (flags.check) terminal.out(`would fix ${visible(called(path))}\n`);
    else if (path !== '-') terminal.out(`fixed ${visible(path)}\n`);
  }
  progress.erase();
  // "fixed" must not suggest that the config is valid.
  if (left.reaches('warning'))
    terminal.err(`Not fixed: ${left.sentence().trimEnd()} Show them with "hotfix-config check".\n`);
  if (projects.broken.size > 0) return exitStatus.usage;
  if (!complete) return exitStatus.failed;
  return flags.check && changed > 0 ? exitStatus.findings : exitStatus.fine;
}

/** Applies the safe fixes before a check, which reports what could not be fixed. */
export async function fixBefore(
  paths: readonly string[],
  flags: Omit<FixFlags, 'check' | 'comments' | 'diff'>,
  terminal: Terminal,
  host: Host,
): Promise<void> {
  if (paths.includes('-'))
    throw new WrongUsage('--fix cannot be combined with "-"', 'use "hotfix-config fix -" for standard input');
  const quiet = { ...terminal, out: terminal.err, err: () => {} };
  await fix(paths, { ...flags, check: false, comments: false, diff: false }, quiet, host);
}

/** The fixed text of standard input must be the only text on standard output. */
function refuseBesideInput(paths: readonly string[]): void {
  const nextTo = paths.find((path) => path !== '-');
  if (nextTo === undefined || !paths.includes('-')) return;
  throw new WrongUsage(
    `"-" cannot be combined with ${quote(nextTo)}: the fixed text goes to standard output`,
    `fix ${quote(nextTo)} in another run`,
  );
}

/** Returns whether the file changed or would change. */
async function fixFile(
  file: FileToWrite,
  called: string,
  isOurs: boolean,
  flags: FixFlags,
  options: CheckOptions,
  terminal: Terminal,
  manifests: Manifests,
  left: Summary,
): Promise<boolean | 'not-a-config'> {
  const path = file.name;
  const bytes = await bytesOf(path, terminal);
  const { text, encoding } = textOf(bytes);
  const manifest = await manifests.open(called, bytes);
  const isOne = manifest ? manifest.configs.length > 0 : isOurs || looksLikeConfig(analysisOf(bytes));
  if (!isOne) return 'not-a-config';
  refuseOtherEncoding(called, encoding ?? (looksLikeUtf16(text) ? 'UTF-16' : undefined));
  const configs = manifest?.configs ?? [{ analysis: new Analysis(text) }];
  const all = configs.map((config) => fixConfig(called, config, flags, options));
  const fixed = applyEdits(
    text,
    all.flatMap(({ edits }) => edits),
  );
  left.add(all.flatMap(({ findings }) => findings.filter(({ level }) => isAtLeast(level, 'warning'))));
  if (fixed !== text || path === '-') refuseLoss(called, bytes, text);
  const isDry = flags.check || flags.diff;
  if (path === '-' && !isDry) terminal.asIs(fixed);
  if (fixed === text) return false;
  if (flags.diff) terminal.out(colored(await unifiedDiff(visible(called), text, fixed), terminal));
  if (path !== '-' && !isDry) await uninterrupted(() => overwriteFile(file, bytes, fixed));
  return true;
}

/** The edits that fix a config, and what is left. A scalar of a manifest that cannot hold the fixed text stays as it was. */
function fixConfig(
  path: string,
  { analysis: found, text: place }: { readonly analysis: Analysis; readonly text?: ConfigText },
  flags: FixFlags,
  options: CheckOptions,
): { readonly edits: readonly Edit[]; readonly findings: readonly Finding[] } {
  const findings = check(found, options);
  refuseTooMany(path, found, findings);
  const { text } = found.source;
  const bare = flags.comments ? withoutComments(found) : text;
  const isBare = bare !== text;
  const analysis = isBare ? found.withText(bare) : found;
  const after = fixAll(analysis, options, isBare ? undefined : findings, rulesToFix(flags));
  const fixes = isBare ? [editBetween(text, after.analysis.source.text)] : after.edits;
  const edits = place && fixes.length > 0 ? place.write(fixes) : fixes;
  return edits ? { edits, findings: after.findings } : { edits: [], findings };
}

/** `--rule ID` without a level. */
function rulesToFix({ rule }: FixFlags): ReadonlySet<string> {
  return new Set(rule.filter((flag) => !flag.includes('=')));
}

async function unifiedDiff(name: string, before: string, after: string): Promise<string> {
  const { createTwoFilesPatch } = await import('diff');
  const header = { includeIndex: false, includeUnderline: false, includeFileHeaders: true };
  return createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, '', '', { headerOptions: header });
}

function colored(diff: string, terminal: Terminal): string {
  const style = stylerFor('out', terminal);
  return diff
    .split('\n')
    .map((line) => {
      if (line === '') return line;
      if (line.startsWith('--- ') || line.startsWith('+++ ')) return style('bold', line);
      if (line.startsWith('@@')) return style('cyan', line);
      if (line.startsWith('+')) return style('green', line);
      return line.startsWith('-') ? style('red', line) : line;
    })
    .join('\n');
}

function refuseTooMany(path: string, analysis: Analysis, findings: readonly Finding[]): void {
  const why = whyNotFixed(analysis, findings);
  if (why === undefined) return;
  throw new CannotWork(
    `${quote(path)} is not fixed: ${why}`,
    'show the first findings with "hotfix-config check"',
  );
}

function refuseOtherEncoding(path: string, encoding: string | undefined): void {
  if (encoding)
    throw new CannotWork(`cannot fix ${quote(path)}: the encoding is ${encoding}`, 'save it as UTF-8 first');
}

/** Refuses a file whose bytes cannot be restored from its text. */
function refuseLoss(path: string, bytes: Uint8Array, text: string): void {
  if (Buffer.from(text).equals(bytes)) return;
  throw new CannotWork(
    `cannot fix ${quote(path)}: it is not valid UTF-8, so writing it would lose bytes`,
    'save it as UTF-8 first',
  );
}
