import { devNull } from 'node:os';
import { dirname, relative, resolve, sep } from 'node:path';
import { quote, type Readings } from '../model/index.ts';
import { analysisOf } from '../service/findings/checked-file.ts';
import { bytesOf } from './content.ts';
import { isRegularFile, isWrittenAsPath, kindOf } from './files.ts';
import { git } from './git.ts';
import { because, lacksContent, whyNoAnswer } from './git-problems.ts';
import { hashOf, whatIsNext } from './git-revision.ts';
import type { Manifest, Manifests } from './manifests.ts';
import { repositoryAbove } from './repositories.ts';
import { CannotWork, type Terminal } from './terminal.ts';

/** One of two configs. */
export interface Side {
  readonly name: string;
  /** Where to look for project settings. A stream or a device has none. */
  readonly path: string | undefined;
  readonly readings: Readings;
}

/**
 * A file, or a path at a revision: `main:parts/hotfix.json`. Git decides first; `./` selects a file with such a name. The
 * repository is that of the working directory, otherwise that of the other side.
 */
export async function readSide(
  name: string,
  other: string,
  manifests: Manifests,
  terminal: Terminal,
): Promise<Side> {
  const side = async (path: string | undefined, bytes: Uint8Array) => {
    const manifest = await manifests.open(name, bytes);
    return { name, path, readings: manifest ? onlyOneOf(name, manifest) : analysisOf(bytes).readings };
  };
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

function onlyOneOf(name: string, { configs }: Manifest): Readings {
  const [first, second] = configs;
  if (first && !second) return first.analysis.readings;
  const count = first ? `${configs.length} hotfix configs` : 'no hotfix config';
  throw new CannotWork(
    `cannot compare ${quote(name)}: it has ${count} in ConfigMaps`,
    'compare revisions, which compares each config with its former text',
  );
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
