import { devNull } from 'node:os';
import { dirname, relative, resolve, sep } from 'node:path';
import { Catalogue, installingAny, quote, type Readings, upgradedAmong } from '../model/index.ts';
import { type Difference, differencesBetween, isLoss } from '../service/answers/difference.ts';
import { analysisOf } from '../service/findings/checked-file.ts';
import type { Host } from '../service/host.ts';
import { bytesOf } from './content.ts';
import { differencesAsMarkdown, differencesAsText } from './diff-text.ts';
import { type ExitStatus, exitStatus } from './exit-status.ts';
import { isRegularFile, isWrittenAsPath, kindOf } from './files.ts';
import { git } from './git.ts';
import { because, lacksContent, whyNoAnswer } from './git-problems.ts';
import { hashOf, whatIsNext } from './git-revision.ts';
import { type ProjectFlags, Projects } from './projects.ts';
import { repositoryAbove } from './repositories.ts';
import { CannotWork, type Terminal, warn } from './terminal.ts';

export interface DiffFlags extends ProjectFlags {
  readonly format: 'text' | 'markdown' | 'json';
  /** Whether losses have an exit status of their own. */
  readonly exitCode?: boolean | undefined;
}

/** Prints the baked versions for which the two configs differ in node behavior. */
export async function diff(
  base: string,
  head: string,
  flags: DiffFlags,
  terminal: Terminal,
  host: Host,
): Promise<ExitStatus> {
  const projects = new Projects(host, terminal, flags);
  const [before, after] = [await readSide(base, head, terminal), await readSide(head, base, terminal)];
  const path = after.path ?? before.path ?? '-';
  const { catalogue = Catalogue.empty } = await projects.optionsFor(path);
  for (const { name, readings } of [before, after]) {
    if (!readings.current) warn(terminal, unreadable(name, readings, catalogue));
  }
  const differences = differencesBetween(before.readings, after.readings, catalogue);
  terminal.out(print(differences, flags.format));
  return flags.exitCode && differences.some(({ change }) => isLoss(change))
    ? exitStatus.findings
    : exitStatus.fine;
}

/** Older controllers may read a file that current ones cannot: they ignore the fields that they do not know. */
function unreadable(name: string, readings: Readings, catalogue: Catalogue): string {
  const able = upgradedAmong(installingAny(readings, catalogue));
  if (able.length === 0) return `nodes cannot read ${quote(name)}, so none upgrades with it`;
  return `current controllers cannot read ${quote(name)}, so only nodes of ${able.join(', ')} upgrade with it`;
}

interface Side {
  readonly name: string;
  /** Where to look for project settings. A stream or a device has none. */
  readonly path: string | undefined;
  readonly readings: Readings;
}

/**
 * A file, or a path at a revision: `main:parts/hotfix.json`. Git decides first; `./` selects a file with such a name. The
 * repository is that of the working directory, otherwise that of the other side.
 */
async function readSide(name: string, other: string, terminal: Terminal): Promise<Side> {
  const side = (path: string | undefined, bytes: Uint8Array) => ({
    name,
    path,
    readings: analysisOf(bytes).readings,
  });
  const path = resolve(terminal.cwd, name);
  const roots = [terminal.cwd, dirname(resolve(terminal.cwd, other))].map((folder) =>
    repositoryAbove(folder),
  );
  const [root, ...others] = new Set(roots.flatMap((found) => found ?? []));
  const isFile = name === '-' || !name.includes(':') || isWrittenAsPath(name);
  if (isFile || (root === undefined && kindOf(path) !== 'nothing'))
    return side(isRegularFile(path) ? path : undefined, await bytesOf(name, terminal));
  for (const known of [root ?? terminal.cwd, ...others]) {
    const blob = await git(known, 'cat-file', 'blob', (await blobAt(known, name, terminal)) ?? '');
    if (blob.ok) return side(resolve(known, pathIn(name, known, terminal)), blob.out);
    if (lacksContent(blob.err)) throw because(`cannot read ${quote(name)}`, whyNoAnswer(blob));
  }
  throw await notThere(name, root ?? terminal.cwd, terminal);
}

/** The hash of a path at a revision. */
async function blobAt(root: string, name: string, terminal: Terminal): Promise<string | undefined> {
  const path = pathAt(name);
  const written = name.slice(0, name.length - path.length) + pathIn(name, root, terminal);
  return hashOf(root, written);
}

async function notThere(name: string, root: string, { cwd }: Terminal): Promise<CannotWork> {
  const top = await git(root, 'rev-parse', '--show-toplevel');
  const cannot = `cannot read ${quote(name)}`;
  if (!top.ok) return because(`${cannot}: not a file, and`, whyNoAnswer(top), ' ');
  if (kindOf(resolve(cwd, name)) !== 'nothing')
    return new CannotWork(`${cannot}: no such revision or path in git`, `write "./${name}" for the file`);
  const revision = name.slice(0, name.length - pathAt(name).length - 1);
  const isThere = revision === '' || (await hashOf(root, `${revision}^{tree}`)) !== undefined;
  const next = isThere ? 'check the path' : await whatIsNext(root);
  return new CannotWork(
    `${cannot}: no such file, and no such revision or path in git`,
    `${next}; for "no config", write ${devNull}`,
  );
}

/** The path from the root: `REV:path` starts there, `REV:./path` at the working directory, `:0:path` is in the index. */
function pathIn(name: string, root: string, { cwd }: Terminal): string {
  const path = pathAt(name);
  return /^\.\.?\//.test(path) ? relative(root, resolve(cwd, path)).replaceAll(sep, '/') : path;
}

function pathAt(name: string): string {
  return name.replace(/^(?::\d|(?:[^:{]|\{[^}]*\})*):/, '');
}

function print(differences: readonly Difference[], format: DiffFlags['format']): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(differences, null, 2)}\n`;
    case 'markdown':
      return differencesAsMarkdown(differences);
    case 'text':
      return differencesAsText(differences);
  }
}
