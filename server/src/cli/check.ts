import { resolve } from 'node:path';
import { quote } from '../model/index.ts';
import { type Level, levels } from '../rules/index.ts';
import { checkFile } from '../service/checked-file.ts';
import type { Host } from '../service/host.ts';
import { type Baseline, openBaseline } from './baseline.ts';
import { findConfigs } from './configs.ts';
import { readBytes } from './files.ts';
import { type ProjectFlags, Projects } from './projects.ts';
import { toGitHub } from './report/github.ts';
import { toJUnit } from './report/junit.ts';
import { type FileReport, toJson } from './report/report.ts';
import { toSarif } from './report/sarif.ts';
import { toText } from './report/text.ts';
import { type Terminal, WrongUsage } from './terminal.ts';

export const checkFormats = ['text', 'json', 'github', 'sarif', 'junit'] as const;

export interface CheckFlags extends ProjectFlags {
  readonly format: (typeof checkFormats)[number];
  readonly failOn: Level;
  readonly baseline: string | undefined;
  readonly stdinFilename: string | undefined;
  readonly color: 'auto' | 'always' | 'never';
}

/** Checks configs and prints what was found; answers whether anything is at or above the level to fail on. */
export async function check(
  paths: readonly string[],
  flags: CheckFlags,
  terminal: Terminal,
  host: Host,
): Promise<boolean> {
  if (flags.today !== undefined) checkDay(flags.today);
  const projects = new Projects(host, terminal);
  const baseline = flags.baseline === undefined ? undefined : await openBaseline(flags.baseline, terminal);
  const configs = await findConfigs(paths, terminal, projects);
  const gone = (await baseline?.goneFrom(paths, projects)) ?? [];
  if (configs.length + gone.length === 0)
    terminal.err('hotfix-config: no config found; nothing was checked.\n');
  const reports: FileReport[] = [];
  for (const path of configs) reports.push(await reportOn(path, flags, { terminal, projects, baseline }));
  for (const path of gone)
    reports.push(await reportOn(path, flags, { terminal, projects, baseline, bytes: new Uint8Array() }));
  terminal.out(print(reports, flags, terminal));
  const most = levels.indexOf(flags.failOn);
  return reports.some(({ findings }) => findings.some(({ level }) => levels.indexOf(level) <= most));
}

interface Work {
  readonly terminal: Terminal;
  readonly projects: Projects;
  readonly baseline: Baseline | undefined;
  /** What the file holds, where it is not read. */
  readonly bytes?: Uint8Array;
}

async function reportOn(
  path: string,
  flags: CheckFlags,
  { terminal, projects, baseline, ...work }: Work,
): Promise<FileReport> {
  const file = path === '-' ? (flags.stdinFilename ?? '-') : path;
  const absolute = resolve(terminal.cwd, file);
  const bytes = work.bytes ?? (await readBytes(path, terminal));
  const options = await projects.optionsFor(absolute, flags);
  return { file, ...checkFile(bytes, { ...options, baseline: await baseline?.of(absolute) }) };
}

function print(
  reports: readonly FileReport[],
  { format, color }: CheckFlags,
  { isTerminal }: Terminal,
): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(reports.flatMap(toJson), null, 2)}\n`;
    case 'github':
      return toGitHub(reports);
    case 'sarif':
      return toSarif(reports);
    case 'junit':
      return toJUnit(reports);
    case 'text':
      return toText(reports, color === 'always' || (color === 'auto' && isTerminal));
  }
}

function checkDay(day: string): void {
  const time = Date.parse(`${day}T00:00:00Z`);
  if (/^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(day))
    return;
  throw new WrongUsage(`${quote(day)} is no day; write YYYY-MM-DD.`);
}
