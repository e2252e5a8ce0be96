import { relative, resolve } from 'node:path';
import { Analysis, quote } from '../model/index.ts';
import { isManifestPath } from '../names.ts';
import { isAccepted, lossRules } from '../rules/losses.ts';
import { analysisOf } from '../service/findings/checked-file.ts';
import { type AcceptedLoss, type CheckOptions, check as checkText } from '../service/findings/finding.ts';
import { hasSafeFix } from '../service/findings/fix-all.ts';
import type { FileReport } from '../service/findings/json-findings.ts';
import { isCutOff } from '../service/findings/level-counts.ts';
import { Summary } from '../service/findings/summary.ts';
import type { Host } from '../service/host.ts';
import { looksLikeConfig } from '../service/settings/recognition.ts';
import type { Baseline } from './baseline.ts';
import { isCertain, notAConfig } from './config-names.ts';
import { findConfigs, howToName } from './configs.ts';
import { contentOf, contentOfFile, TooLarge } from './content.ts';
import { type ExitStatus, exitStatus } from './exit-status.ts';
import { kindOf } from './files.ts';
import { withoutGlobs } from './globs.ts';
import { isPayload } from './layout.ts';
import { shown, type Unread } from './listing.ts';
import { type Manifest, Manifests, reportOnManifest } from './manifests.ts';
import { type OutputFlags, Outputs } from './outputs.ts';
import { linksAreShown } from './paints.ts';
import { type PayloadFile, payloadFile } from './payload-file.ts';
import { Payloads, payloadsBeside, withGates } from './payloads.ts';
import { Progress } from './progress.ts';
import { type ProjectFlags, Projects } from './projects.ts';
import { atPosition } from './records.ts';
import { namesFor } from './standard-input.ts';
import {
  advise,
  asBroken,
  asProblem,
  BrokenProject,
  CannotWork,
  reportProblem,
  type Terminal,
  warn,
} from './terminal.ts';

export interface CheckFlags extends ProjectFlags, OutputFlags {
  readonly baseline: string | undefined;
  readonly stdinFilename: string | undefined;
  /** Report only errors. */
  readonly quiet: boolean;
}

/** Checks configs and prints the findings of each file. */
export async function check(
  written: readonly string[],
  flags: CheckFlags,
  terminal: Terminal,
  host: Host,
): Promise<ExitStatus> {
  const projects = new Projects(host, terminal, flags);
  const asked = await withoutGlobs(written, terminal);
  const called = namesFor(asked, flags.stdinFilename);
  const paths = withGates(asked, called, terminal);
  const baseline =
    flags.baseline === undefined
      ? undefined
      : await (await import('./baseline.ts')).openBaseline(flags.baseline, paths.map(called), terminal);
  try {
    const { paths: all, listed, payloads, unread: unlisted } = await findConfigs(paths, terminal, projects);
    const isPayloadInput = all.includes('-') && isPayload(resolve(terminal.cwd, called('-')));
    const named = isPayloadInput ? all.filter((path) => path !== '-') : all;
    const unread = [...unlisted];
    const isThere = (path: string) => path === '-' || kindOf(resolve(terminal.cwd, path)) !== 'nothing';
    const there = named.filter((path) => listed.has(path) || isThere(path));
    const missed = (await baseline?.missing(there.map(called), projects)) ?? [];
    const missing = missed.filter(({ path }) => !isPayload(resolve(terminal.cwd, path)));
    const gone = new Map(missing.flatMap(({ path, isThere, why }) => (isThere ? [] : [[path, why ?? '']])));
    // Report the configs of a removed folder instead of the folder.
    const wentWith = (folder: string) => missing.some(({ path }) => path.startsWith(`${folder}/`));
    const found = missing.length === 0 ? named : named.filter((path) => isThere(path) || !wentWith(path));
    const files: (File | PayloadFile)[] = [];
    // Report wrong usage before printing results.
    for (const path of new Set([...found, ...missing.map(({ path }) => path)])) {
      const [file, why] = [called(path), gone.get(path)];
      const options = await projects.optionsFor(file).catch(asBroken);
      if (options instanceof BrokenProject) {
        unread.push({ path: file, problem: options });
        continue;
      }
      const isListed = listed.has(path);
      files.push({
        path,
        file,
        isListed,
        isCertain: why !== undefined || (await isCertain(file, isListed, terminal, projects)),
        gone: why,
        options: why === undefined ? options : leavingNothing(options),
      });
    }
    const configs = files.map(({ file }) => file);
    const input = isPayloadInput ? [shown(called('-'), terminal)] : [];
    for (const file of payloadsBeside(configs, [...payloads, ...input], terminal)) {
      const payload = await payloadFile(file, asked.map(called), terminal, projects).catch(asBroken);
      if (payload instanceof BrokenProject) unread.push({ path: file, problem: payload });
      else files.push(payload);
    }
    const outputs = await Outputs.open(
      flags,
      files.map(({ path }) => path),
      terminal,
    );
    const run = new Run(flags, terminal, baseline, outputs, projects);
    for (const file of input) run.payloads.given(file, await terminal.input());
    const status = await run.over(files, unread);
    const isWhole = baseline && run.foundAllLosses && (flags.exclude ?? []).length === 0;
    for (const { file, position, why } of isWhole ? projects.unusedLosses(run.accepted) : [])
      if (isBelowOne(file, paths, terminal))
        warn(terminal, atPosition(shown(file, terminal), position, why), 'remove the entry');
    return status;
  } finally {
    baseline?.close();
  }
}

/** A check of some files says nothing about the losses in others. */
function isBelowOne(file: string, paths: readonly string[], { cwd }: Terminal): boolean {
  const folders = (paths.length === 0 ? ['.'] : paths).map((path) => resolve(cwd, path));
  return folders.some((folder) => !relative(folder, file).startsWith('..'));
}

interface File {
  readonly path: string;
  /** The name to report. */
  readonly file: string;
  /** Found in a folder, not named as a path. */
  readonly isListed: boolean;
  /** A config regardless of its content. */
  readonly isCertain: boolean;
  /** Why a file of the baseline is missing. For nodes a missing file is an empty config. */
  readonly gone: string | undefined;
  readonly options: CheckOptions;
}

function wasRemoved(file: string, why: string, baseline: string): string {
  const because = why === '' ? '' : ` (${why})`;
  return `${quote(file)} was removed since ${quote(baseline)}${because}; checking it as an empty config`;
}

/** An empty config should be deleted, and this one was. */
function leavingNothing(options: CheckOptions): CheckOptions {
  return { ...options, levels: { ...options.levels, 'no-hotfix': 'off' } };
}

class Run {
  /** The accepted losses that were found. */
  readonly accepted = new Map<readonly AcceptedLoss[], Set<string>>();
  private missedLosses = false;
  private readonly summary = new Summary();
  readonly payloads: Payloads;
  private readonly manifests: Manifests;
  private complete = true;
  private readonly leftOut = new Set<string>();

  constructor(
    private readonly flags: CheckFlags,
    private readonly terminal: Terminal,
    private readonly baseline: Baseline | undefined,
    private readonly outputs: Outputs,
    private readonly projects: Projects,
  ) {
    this.manifests = new Manifests(projects, terminal);
    this.payloads = new Payloads(projects, baseline, terminal, (file) => outputs.nameOf(file));
  }

  async over(files: readonly (File | PayloadFile)[], unread: readonly Unread[]): Promise<ExitStatus> {
    const { terminal, outputs, summary, flags, projects } = this;
    const progress = new Progress(terminal, 'checked', files.length);
    let fixable = 0;
    let firstRule: string | undefined;
    const isText = flags.format === 'text' || flags.format === 'concise';
    let checked = 0;
    outputs.start();
    for (const problem of projects.broken.values()) reportProblem(terminal, problem);
    for (const folder of unread) this.leaveOut(folder);
    for (const [i, file] of files.entries()) {
      progress.at(i);
      if ('gone' in file && file.gone !== undefined) {
        progress.erase();
        warn(terminal, wasRemoved(file.file, file.gone, flags.baseline ?? ''));
      }
      let report = await this.reportOn(file).catch(asProblem);
      if (report instanceof CannotWork) {
        progress.erase();
        this.leaveOut({ path: file.file, problem: report });
        continue;
      }
      if (!report) {
        progress.erase();
        if ('isListed' in file && !file.isListed) warn(terminal, ...notAConfig(file.file));
        continue;
      }
      checked++;
      if (flags.quiet)
        report = { ...report, findings: report.findings.filter(({ level }) => level === 'error') };
      summary.add(report.findings);
      firstRule ??= report.findings[0]?.ruleId;
      if (isText && !isCutOff(report.findings)) fixable += report.findings.filter(hasSafeFix).length;
      outputs.file(report, () => progress.erase());
    }
    progress.erase();
    outputs.end();
    if (checked === 0 && this.complete && projects.broken.size === 0)
      warn(terminal, 'no config found, nothing to check', howToName);
    else if (isText) terminal.err(summary.sentence(fixable));
    if (firstRule !== undefined && flags.format === 'text' && !linksAreShown(terminal))
      advise(terminal, `"hotfix-config rules ${firstRule}" describes the rule`);
    if (this.projects.broken.size > 0) return exitStatus.usage;
    if (!this.complete) return exitStatus.failed;
    return summary.reaches(flags.failOn) ? exitStatus.findings : exitStatus.fine;
  }

  private leaveOut(unread: Unread): void {
    this.complete = false;
    const key = JSON.stringify([unread.path, unread.problem.message]);
    // A file of the baseline can be found twice.
    if (this.leftOut.has(key)) return;
    this.leftOut.add(key);
    // A broken project file is reported once, and can have many configs.
    if (!(unread.problem instanceof BrokenProject)) reportProblem(this.terminal, unread.problem);
    this.outputs.leaveOut(unread);
  }

  private async manifestOf(file: string, content: string | Uint8Array): Promise<Manifest | undefined> {
    if (!isManifestPath(file)) return undefined;
    return this.manifests.open(file, content, await this.baseline?.manifestOf(file));
  }

  private async contentOrTooLarge(file: File): Promise<string | Uint8Array | undefined> {
    try {
      return await this.contentOf(file);
    } catch (thrown) {
      if (thrown instanceof TooLarge) return undefined;
      throw thrown;
    }
  }

  private contentOf({ path, gone, isListed }: File): string | Uint8Array | Promise<string | Uint8Array> {
    if (gone !== undefined) return '';
    // Looking up the file type first takes as long as the check.
    return isListed ? contentOfFile(path, this.terminal) : contentOf(path, this.terminal);
  }

  /** Undefined if the file is not a config despite its name. */
  private async reportOn(of: File | PayloadFile): Promise<FileReport | undefined> {
    const report =
      'isNamed' in of ? await this.payloads.reportOn(of.file, of) : await this.reportOnConfig(of);
    const { levels, acceptedLosses } = of.options;
    if (!report || !acceptedLosses) return report;
    const bases = this.accepted.get(acceptedLosses) ?? new Set();
    for (const { data } of report.findings.filter(isAccepted)) bases.add(String(data['base']));
    this.accepted.set(acceptedLosses, bases);
    this.missedLosses ||= isCutOff(report.findings) || [...lossRules].some((rule) => levels[rule] === 'off');
    return report;
  }

  /** Whether each accepted loss would have been found. */
  get foundAllLosses(): boolean {
    return this.complete && !this.missedLosses && this.projects.broken.size === 0;
  }

  private async reportOnConfig(of: File): Promise<FileReport | undefined> {
    const { file, options: settled } = of;
    const content = await this.contentOrTooLarge(of);
    const manifest = content === undefined ? undefined : await this.manifestOf(file, content);
    if (manifest) return reportOnManifest(file, manifest, settled);
    const analysis =
      content === undefined
        ? undefined
        : typeof content === 'string'
          ? new Analysis(content)
          : analysisOf(content);
    const current = content === undefined || !analysis ? undefined : { content, analysis };
    const options = {
      ...settled,
      ...(await this.payloads.beside(file)),
      ...(this.baseline && {
        baseline: await this.baseline.of(resolve(this.terminal.cwd, file), current),
      }),
    };
    if (!analysis) return { file, text: '', findings: checkText(Analysis.tooLarge(), options) };
    if (!of.isCertain && !looksLikeConfig(analysis, options.baseline)) return undefined;
    this.payloads.checked(file, of.gone === undefined ? analysis : undefined);
    return { file, text: analysis.source.text, findings: checkText(analysis, options) };
  }
}
