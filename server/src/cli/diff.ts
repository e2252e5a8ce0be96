import { relative, resolve, sep } from 'node:path';
import {
  Catalogue,
  configsRead,
  installingAny,
  quote,
  type Readings,
  upgradedAmong,
} from '../model/index.ts';
import { differencesBetween } from '../service/answers/difference.ts';
import type { Host } from '../service/host.ts';
import { type ChangedConfig, changedConfigs } from './changed-configs.ts';
import { stylerFor } from './color.ts';
import { howToName } from './configs.ts';
import { readSide } from './diff-file.ts';
import { changesAsMarkdown, changesAsText } from './diff-report.ts';
import { type RepositorySides, repositorySides } from './diff-sides.ts';
import { differencesAsMarkdown, differencesAsText } from './diff-text.ts';
import { type ExitStatus, exitStatus } from './exit-status.ts';
import { withoutGlobs } from './globs.ts';
import { isOpenLoss, type Judged, judged } from './judged.ts';
import { shown } from './listing.ts';
import { Manifests } from './manifests.ts';
import { type ProjectFlags, Projects } from './projects.ts';
import { BrokenProject, reportProblem, type Terminal, WrongUsage, warn } from './terminal.ts';

export interface DiffFlags extends ProjectFlags {
  readonly format: 'text' | 'markdown' | 'json';
  /** Whether losses have an exit status of their own. */
  readonly exitCode?: boolean | undefined;
  /** Compare only configs at or below these paths. */
  readonly path: readonly string[];
}

/** Prints what changes for nodes between two configs, or between two states of a repository. */
export async function diff(
  base: string | undefined,
  head: string | undefined,
  flags: DiffFlags,
  terminal: Terminal,
  host: Host,
): Promise<ExitStatus> {
  const projects = new Projects(host, terminal, flags);
  const sides = await repositorySides(base, head, terminal);
  if (sides) return diffRepository(sides, flags, projects, terminal);
  if (flags.path.length > 0)
    throw new WrongUsage('--path selects configs of a repository', 'name revisions, or leave out --path');
  return diffFiles(base ?? '', head ?? '', flags, projects, terminal);
}

async function diffFiles(
  base: string,
  head: string,
  flags: DiffFlags,
  projects: Projects,
  terminal: Terminal,
): Promise<ExitStatus> {
  const manifests = new Manifests(projects, terminal);
  const read = (side: string, other: string) => readSide(side, other, manifests, terminal);
  const [before, after] = [await read(base, head), await read(head, base)];
  const path = after.path ?? before.path ?? '-';
  const options = await projects.optionsFor(path);
  const { catalogue = Catalogue.empty } = options;
  for (const { name, readings } of [before, after]) {
    if (!readings.current) warn(terminal, unreadable(name, readings, catalogue));
  }
  const found = differencesBetween(before.readings, after.readings, catalogue);
  const differences = judged(found, options);
  const print = {
    json: () => asJson(differences),
    markdown: () => differencesAsMarkdown(differences),
    text: () => differencesAsText(differences, stylerFor('out', terminal)),
  };
  terminal.out(print[flags.format]());
  return statusOf(differences, flags);
}

async function diffRepository(
  sides: RepositorySides,
  flags: DiffFlags,
  projects: Projects,
  terminal: Terminal,
): Promise<ExitStatus> {
  const { before } = sides;
  if (before.note !== undefined) warn(terminal, before.note, before.hint);
  const named = await withoutGlobs(flags.path, terminal);
  const below = named.map((path) => nameIn(sides.root, path, terminal));
  const here = { ...terminal, cwd: sides.root };
  const { configs, unread, compared } = await changedConfigs(sides, below, projects, here);
  // A broken project file is the same problem for all of its configs.
  const problems = new Map(unread.map(({ problem }) => [problem.message, problem]));
  for (const problem of problems.values()) reportProblem(terminal, problem);
  const noted = configs.map((config) => ({ ...config, notes: notesOf(config) }));
  for (const { notes } of noted) for (const note of notes) warn(terminal, note);
  if (compared === 0 && unread.length === 0) warn(terminal, 'no config found, nothing to compare', howToName);
  const path = (name: string) => shown(resolve(sides.root, name), terminal);
  const left = unread.map(({ path, problem }) =>
    problem instanceof BrokenProject ? `${path}: ${problem.inOneLine}` : problem.inOneLine,
  );
  const print = {
    json: () => asJson(configs.map((config) => elementOf(config, path))),
    markdown: () => changesAsMarkdown(noted, left),
    text: () => changesAsText(noted, unread.length, path, stylerFor('out', terminal)),
  };
  terminal.out(print[flags.format]());
  const status = statusOf(
    configs.flatMap(({ differences }) => differences),
    flags,
  );
  if (unread.some(({ problem }) => problem instanceof BrokenProject)) return exitStatus.usage;
  return unread.length > 0 ? exitStatus.failed : status;
}

function statusOf(differences: readonly Judged[], { exitCode }: DiffFlags): ExitStatus {
  return exitCode && differences.some(isOpenLoss) ? exitStatus.findings : exitStatus.fine;
}

/** The name in git of a path argument. */
function nameIn(root: string, path: string, { cwd }: Terminal): string {
  const name = relative(root, resolve(cwd, path)).replaceAll(sep, '/');
  if (name !== '..' && !name.startsWith('../') && path !== '') return name;
  throw new WrongUsage(`--path ${quote(path)} is not in the repository`, 'run the command in its repository');
}

function elementOf(
  { name, status, from, before, after, differences }: ChangedConfig,
  path: (name: string) => string,
) {
  const unreadable = [...(before.current ? [] : ['before']), ...(after.current ? [] : ['after'])];
  return {
    ...{ file: path(name), status, ...(from !== undefined && { from: path(from) }) },
    ...(unreadable.length > 0 && { unreadable }),
    differences,
  };
}

/** What a reader of the differences needs to know. The baseline warns about its own side. */
function notesOf({ name, status, why, before, after, catalogue }: ChangedConfig): string[] {
  return [
    ...(why === undefined ? [] : [`${quote(name)} was removed: ${why}`]),
    ...(!before.current && configsRead(before).length > 0
      ? [`before, ${unreadable(name, before, catalogue)}`]
      : []),
    ...(status !== 'deleted' && !after.current ? [unreadable(name, after, catalogue)] : []),
  ];
}

/** Older controllers may read a file that current ones cannot: they ignore the fields that they do not know. */
function unreadable(name: string, readings: Readings, catalogue: Catalogue): string {
  const able = upgradedAmong(installingAny(readings, catalogue));
  if (able.length === 0) return `nodes cannot read ${quote(name)}, so none upgrades with it`;
  return `current controllers cannot read ${quote(name)}, so only nodes of ${able.join(', ')} upgrade with it`;
}

function asJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
