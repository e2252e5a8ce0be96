import { type BakedVersion, decodeUtf8, isVersion, quote } from '../../model/index.ts';
import type { GitRecords, Host } from '../host.ts';
import { type LineColumn, LineIndex } from '../line-index.ts';
import type { BakedVersionSetting } from '../settings/settings.ts';
import { encodedPath, restBelow } from '../uri.ts';
import { agentBakerRecords } from './agentbaker-records.ts';

/** Release notes have the version as their name; other files in the folder do not. */
const releaseNotes = /^(\d{6}\.\d{2}\.\d+)\.txt$/;
const releaseNotesGlob = '**/[0-9][0-9][0-9][0-9][0-9][0-9].[0-9][0-9].*.txt';

export interface Discovery {
  readonly baked: readonly BakedVersion[];
  /** Records that could not be used. */
  readonly problems: readonly RecordProblem[];
}

export interface RecordProblem {
  /** The path in the setting. */
  readonly path: string;
  readonly message: string;
}

/** Reads the baked versions recorded in files and folders below `root` (a URI). Missing ones record nothing. */
export async function discover(
  host: Host,
  root: string,
  paths: readonly string[],
  git?: GitRecords,
): Promise<Discovery> {
  const found = await Promise.all(
    paths.map(async (path) => withProblemIfEmpty(path, await discoverAt(host, root, path, git))),
  );
  return {
    baked: found.flatMap(({ baked }) => baked),
    problems: found.flatMap(({ problems }) => problems),
  };
}

/** A path that the user named should record something. AgentBaker's paths are defaults and may be missing. */
function withProblemIfEmpty(path: string, found: Discovery): Discovery {
  const { baked, problems } = found;
  if (baked.length > 0 || problems.length > 0 || agentBakerRecords.includes(path)) return found;
  return {
    baked,
    problems: [{ path, message: `${quote(path)} records no baked versions. Check the path.` }],
  };
}

/** `REVISION:PATH`, as git writes it; a revision such as `HEAD^{/a: b}` has colons of its own. */
const atRevision = /^((?:[^:{]|\{[^}]*\})+):(.*)$/s;

/** The parts of `REVISION:PATH`. A path with a colon is written `./a:b`. */
export function revisionIn(text: string): { revision: string; path: string } | undefined {
  const [, revision, path] = atRevision.exec(text) ?? [];
  const isPath = isOutside(text) || /^\.{0,2}\//.test(text);
  return revision === undefined || path === undefined || isPath ? undefined : { revision, path };
}

/** Reads the baked versions at a revision of the folder's repository, where git may be asked. */
export async function discoverAtRevision(
  git: GitRecords | undefined,
  folder: string,
  { revision, path }: { readonly revision: string; readonly path: string },
): Promise<{ baked: readonly BakedVersion[]; problem?: string; position?: LineColumn }> {
  const parts = partsOf(path);
  if (isOutside(path)) return { baked: [], problem: 'not a path from the root of the repository' };
  const found = await git?.atRevision(folder, revision, parts.join('/'));
  if (!found) return { baked: [], problem: 'git may not be asked here' };
  if ('problem' in found) return { baked: [], problem: found.problem };
  const { files, content } = found;
  if (files.length === 0) return { baked: [], problem: 'no such path at this revision' };
  if (!content) return { baked: files.flatMap((file) => fromReleaseNotes(partsOf(file), parts.length)) };
  const { baked, problem } = await readRecord(undefined, decodeUtf8(content));
  return problem ? { baked: [], problem: problem.message, position: problem } : { baked };
}

async function discoverAt(
  host: Host,
  root: string,
  path: string,
  git: GitRecords | undefined,
): Promise<Discovery> {
  const parts = partsOf(path);
  const inGit = revisionIn(path);
  if (inGit) {
    const { baked, problem, position } = await discoverAtRevision(git, root, inGit);
    const message = position ? ignoredAt(path, position, problem) : `${quote(path)} is ignored: ${problem}.`;
    return { baked, problems: problem === undefined ? [] : [{ path, message }] };
  }
  if (isOutside(path)) {
    const message = `${quote(path)} is ignored: not a path below the folder, written with "/".`;
    return { baked: [], problems: [{ path, message }] };
  }
  const uri = [root, ...parts.map(encodedPath)].join('/');
  if (!path.endsWith('.json')) {
    const files = await host.findFiles(uri, releaseNotesGlob, root);
    const baked = files.flatMap((file) => {
      // A folder has several URIs: hosts differ in which characters they encode.
      const below = decoded(restBelow(uri, file) ?? '').slice(1);
      return fromReleaseNotes([...parts, ...below.split('/')], parts.length, file);
    });
    return { baked, problems: [] };
  }
  const content = await host.readFile(uri, root);
  if (content === 'outside') {
    const message = `${quote(path)} is ignored: a symbolic link leads out of the folder.`;
    return { baked: [], problems: [{ path, message }] };
  }
  if (!content) return { baked: [], problems: [] };
  const { baked, problem } = await readRecord(uri, decodeUtf8(content), agentBakerRecords.includes(path));
  if (!problem) return { baked, problems: [] };
  return { baked, problems: [{ path, message: ignoredAt(path, problem, problem.message) }] };
}

function ignoredAt(path: string, { line, column }: LineColumn, message = ''): string {
  return `${quote(path)} is ignored. Line ${line}, column ${column}: ${message}`;
}

export function partsOf(path: string): string[] {
  return path.split('/').filter((part) => part !== '' && part !== '.');
}

function isOutside(path: string): boolean {
  return path.startsWith('/') || /^[A-Za-z]:|\\/.test(path) || partsOf(path).includes('..');
}

/** The version of a file with release notes; `named` of its folders are those that the setting names. */
function fromReleaseNotes(path: readonly string[], named: number, uri?: string): BakedVersion[] {
  const version = releaseNotes.exec(path.at(-1) ?? '')?.[1];
  const folders = path.slice(0, -1);
  // Windows images use another version scheme.
  if (version === undefined || !isVersion(version) || folders.includes('AKSWindows')) return [];
  // The folders below "release-notes" name the image, even if the setting includes some of them.
  const top = folders.lastIndexOf('release-notes') + 1;
  const image = folders.slice(top || named);
  return [
    {
      version,
      images: image.length > 0 ? [image.join('/')] : [],
      records: uri === undefined ? [] : [uri],
    },
  ];
}

/** Empty for an invalid URI, so that it does not hide the other records. */
function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return '';
  }
}

/**
 * The baked versions in a file, or why the file is invalid. It has no URI where it is only in git. `isCurrent` if it is
 * AgentBaker's file with the current version.
 */
export async function readRecord(
  uri: string | undefined,
  text: string,
  isCurrent = false,
): Promise<{ baked: readonly BakedVersion[]; problem?: LineColumn & { message: string } }> {
  // Loaded only for a record: loading zod takes longer than a check.
  const { readBakedVersionsFile } = await import('./baked-versions-file.ts');
  const { listed, isCurrentAlone, problems } = readBakedVersionsFile(text, isCurrent);
  const [problem] = problems;
  const baked = listed
    .flatMap((setting) => fromSetting(setting, uri === undefined ? [] : [uri]))
    .map((one) => (isCurrentAlone ? { ...one, isCurrentAlone } : one));
  return problem
    ? { baked, problem: { ...new LineIndex(text).position(problem.start), message: problem.message } }
    : { baked };
}

/** A baked version from a setting or a file. */
export function fromSetting(setting: BakedVersionSetting, records: readonly string[]): BakedVersion[] {
  const { version, images = [], controller } = typeof setting === 'string' ? { version: setting } : setting;
  return isVersion(version)
    ? [{ version, images, records, ...(controller && { generation: controller }) }]
    : [];
}
