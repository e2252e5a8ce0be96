import { type BakedVersion, decodeUtf8, isVersion, quote } from '../../model/index.ts';
import type { Host } from '../host.ts';
import { type LineColumn, LineIndex } from '../line-index.ts';
import type { BakedVersionSetting } from '../settings/settings.ts';
import { encodedPath, restBelow } from '../uri.ts';
import { agentBakerRecords } from './agentbaker-records.ts';

/** Release notes have the version as their name; other files in the folder do not. */
const releaseNotes = /(?:^|\/)(\d{6}\.\d{2}\.\d+)\.txt$/;
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
export async function discover(host: Host, root: string, paths: readonly string[]): Promise<Discovery> {
  const found = await Promise.all(
    paths.map(async (path) => withProblemIfEmpty(path, await discoverAt(host, root, path))),
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

async function discoverAt(host: Host, root: string, path: string): Promise<Discovery> {
  const parts = partsOf(path);
  if (isOutside(path)) {
    const message = `${quote(path)} is ignored: not a path below the folder, written with "/".`;
    return { baked: [], problems: [{ path, message }] };
  }
  const uri = [root, ...parts.map(encodedPath)].join('/');
  if (!path.endsWith('.json')) {
    const files = await host.findFiles(uri, releaseNotesGlob, root);
    return { baked: fromReleaseNotes(uri, parts, files), problems: [] };
  }
  const content = await host.readFile(uri, root);
  if (content === 'outside') {
    const message = `${quote(path)} is ignored: a symbolic link leads out of the folder.`;
    return { baked: [], problems: [{ path, message }] };
  }
  if (!content) return { baked: [], problems: [] };
  const { baked, problem } = await readRecord(uri, decodeUtf8(content));
  if (!problem) return { baked, problems: [] };
  const { line, column } = problem;
  const message = `${quote(path)} is ignored. Line ${line}, column ${column}: ${problem.message}`;
  return { baked, problems: [{ path, message }] };
}

export function partsOf(path: string): string[] {
  return path.split('/').filter((part) => part !== '' && part !== '.');
}

function isOutside(path: string): boolean {
  return path.startsWith('/') || /^[A-Za-z]:|\\/.test(path) || partsOf(path).includes('..');
}

function fromReleaseNotes(
  folder: string,
  parts: readonly string[],
  files: readonly string[],
): BakedVersion[] {
  return files.flatMap((uri) => {
    // A folder has several URIs: hosts differ in which characters they encode.
    const path = decoded(restBelow(folder, uri) ?? '').slice(1);
    const version = releaseNotes.exec(path)?.[1];
    const folders = [...parts, ...path.split('/').slice(0, -1)];
    // Windows images use another version scheme.
    if (version === undefined || !isVersion(version) || folders.includes('AKSWindows')) return [];
    // The folders below "release-notes" name the image, even if the setting includes some of them.
    const top = folders.lastIndexOf('release-notes') + 1;
    const image = folders.slice(top || parts.length);
    return [{ version, images: image.length > 0 ? [image.join('/')] : [], records: [uri] }];
  });
}

/** Empty for an invalid URI, so that it does not hide the other records. */
function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return '';
  }
}

/** The baked versions in a file, or why the file is invalid. */
export async function readRecord(
  uri: string,
  text: string,
): Promise<{ baked: readonly BakedVersion[]; problem?: LineColumn & { message: string } }> {
  // Loaded only for a record: loading zod takes longer than a check.
  const { readBakedVersionsFile } = await import('./baked-versions-file.ts');
  const { listed, problems } = readBakedVersionsFile(text);
  const [problem] = problems;
  const baked = listed.flatMap((setting) => fromSetting(setting, [uri]));
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
