import { devNull } from 'node:os';
import { resolve } from 'node:path';
import { Analysis, Catalogue, type Config, decodeUtf8, quote } from '../model/index.ts';
import { type Difference, differencesBetween } from '../service/difference.ts';
import type { Host } from '../service/host.ts';
import { escapeMarkdown } from '../service/markup.ts';
import { bytesOf } from './content.ts';
import { type ExitStatus, exitStatus } from './exit-status.ts';
import { isRegularFile, kindOf } from './files.ts';
import { git, lacksContent, whatIsNext, whyNoAnswer } from './git.ts';
import { type ProjectFlags, Projects } from './projects.ts';
import { CannotWork, type Terminal } from './terminal.ts';

export interface DiffFlags extends ProjectFlags {
  readonly format: 'text' | 'markdown' | 'json';
}

/** Prints for which baked versions nodes do another thing under the second config than under the first. */
export async function diff(
  base: string,
  head: string,
  flags: DiffFlags,
  terminal: Terminal,
  host: Host,
): Promise<ExitStatus> {
  const projects = new Projects(host, terminal, flags);
  const [before, after] = [await readSide(base, terminal), await readSide(head, terminal)];
  const { catalogue = Catalogue.empty } = await projects.optionsFor(after.path ?? before.path ?? '-');
  for (const { name, config } of [before, after]) {
    if (!config) terminal.err(`hotfix-config: nodes cannot read ${quote(name)}; under it none upgrades.\n`);
  }
  terminal.out(print(differencesBetween(before.config, after.config, catalogue), flags.format));
  return exitStatus.fine;
}

interface Side {
  readonly name: string;
  /** Where project settings are looked for; a stream or a device is in no project. */
  readonly path: string | undefined;
  /** Null where nodes cannot read it. */
  readonly config: Config | null;
}

/** A file, or a path at a revision: `main:parts/hotfix.json`. */
async function readSide(name: string, terminal: Terminal): Promise<Side> {
  const side = (path: string | undefined, bytes: Uint8Array) => ({
    name,
    path,
    config: new Analysis(decodeUtf8(bytes)).config,
  });
  const path = resolve(terminal.cwd, name);
  if (name === '-' || !name.includes(':') || kindOf(path) !== 'nothing')
    return side(isRegularFile(path) ? path : undefined, await bytesOf(name, terminal));
  const blob = await git(terminal.cwd, 'cat-file', 'blob', name);
  const top = await git(terminal.cwd, 'rev-parse', '--show-toplevel');
  const root = top.out.toString('utf8').trimEnd();
  if (blob.ok) return side(pathIn(name, root, terminal), blob.out);
  if (!top.ok || lacksContent(blob.err))
    throw new CannotWork(
      `cannot read ${quote(name)}: it is no file, and ${whyNoAnswer(top.ok ? blob : top)}.`,
    );
  const revision = name.slice(0, name.length - pathAt(name).length - 1);
  const isThere = (
    await git(root, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{tree}`)
  ).ok;
  const next = isThere ? 'check the path' : await whatIsNext(root);
  throw new CannotWork(
    `cannot read ${quote(name)}: it is no file, and git has no such revision or path (${blob.err}); ${next}, or write ${devNull} where there was no config.`,
  );
}

/** Where a file at a revision is in the working tree: `REV:path` from the top, `REV:./path` from here, `:0:path` in the index. */
function pathIn(name: string, root: string, { cwd }: Terminal): string {
  const path = pathAt(name);
  return resolve(/^\.\.?\//.test(path) ? cwd : root, path);
}

function pathAt(name: string): string {
  return name.replace(/^(?::\d|(?:[^:{]|\{[^}]*\})*):/, '');
}

function print(differences: readonly Difference[], format: DiffFlags['format']): string {
  if (format === 'json') return `${JSON.stringify(differences, null, 2)}\n`;
  if (differences.length === 0) return 'No node does another thing than before.\n';
  const rows = differences.map(({ baked, what, before, after }) => [baked, what, does(before), does(after)]);
  if (format === 'markdown') return markdown(rows);
  const widths = [0, 1, 2].map((column) =>
    rows.reduce((most, row) => Math.max(most, row[column]?.length ?? 0), 0),
  );
  const line = ([baked = '', what = '', before = '', after = '']: string[]) =>
    `${baked.padEnd(widths[0] ?? 0)}  ${what.padEnd(widths[1] ?? 0)}  ${before.padEnd(widths[2] ?? 0)}  ->  ${after}\n`;
  return rows.map(line).join('');
}

function markdown(rows: readonly string[][]): string {
  const cells = (row: readonly string[]) => `| ${row.join(' | ')} |\n`;
  const head = [
    ['baked version', 'what', 'before', 'after'],
    ['---', '---', '---', '---'],
  ];
  return [...head, ...rows.map((row) => row.map(escapeMarkdown))].map(cells).join('');
}

function does(version: string | null): string {
  return version === null ? 'stays' : `upgrades to ${version}`;
}
