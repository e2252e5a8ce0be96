import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Analysis, Catalogue, type Config, decodeUtf8, quote } from '../model/index.ts';
import { type Difference, differencesBetween } from '../service/difference.ts';
import type { Host } from '../service/host.ts';
import { escapeMarkdown } from '../service/markup.ts';
import { readBytes } from './files.ts';
import { git } from './git.ts';
import { type ProjectFlags, Projects } from './projects.ts';
import { CannotWork, type Terminal } from './terminal.ts';

export const diffFormats = ['text', 'markdown', 'json'] as const;

export interface DiffFlags extends ProjectFlags {
  readonly format: (typeof diffFormats)[number];
}

/** Prints for which baked versions nodes do another thing under the second config than under the first. */
export async function diff(
  base: string,
  head: string,
  flags: DiffFlags,
  terminal: Terminal,
  host: Host,
): Promise<void> {
  const projects = new Projects(host, terminal);
  const [before, after] = [await configOf(base, terminal), await configOf(head, terminal)];
  const place = resolve(terminal.cwd, head.includes(':') ? head.slice(head.indexOf(':') + 1) : head);
  const { catalogue = Catalogue.empty } = await projects.optionsFor(place, flags);
  const differences = differencesBetween(before, after, catalogue);
  for (const [name, config] of [
    [base, before],
    [head, after],
  ] as const) {
    if (!config) terminal.err(`hotfix-config: nodes cannot read ${quote(name)}; under it none upgrades.\n`);
  }
  terminal.out(print(differences, flags.format));
}

/** A file, or a path at a revision: `main:parts/hotfix.json`. Null where nodes cannot read it. */
async function configOf(name: string, terminal: Terminal): Promise<Config | null> {
  return new Analysis(decodeUtf8(await bytesOf(name, terminal))).config;
}

async function bytesOf(name: string, terminal: Terminal): Promise<Uint8Array> {
  const isFile = await stat(resolve(terminal.cwd, name)).then(
    () => true,
    () => false,
  );
  if (isFile || name === '-' || !name.includes(':')) return readBytes(name, terminal);
  const blob = await git(terminal.cwd, 'cat-file', 'blob', name);
  if (blob.ok) return blob.out;
  throw new CannotWork(
    `cannot read ${quote(name)}: it is no file, and git has no such revision or path (${blob.err}).`,
  );
}

function print(differences: readonly Difference[], format: DiffFlags['format']): string {
  if (format === 'json') return `${JSON.stringify(differences, null, 2)}\n`;
  if (differences.length === 0) return 'No node does another thing than before.\n';
  const rows = differences.map(({ baked, what, before, after }) => [baked, what, does(before), does(after)]);
  if (format === 'markdown') return markdown(rows);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
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
