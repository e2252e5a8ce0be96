import { type BakedVersion, decodeUtf8, isVersion, quote } from '../../model/index.ts';
import type { Host } from '../host.ts';
import { type LineColumn, Places } from '../line-column.ts';
import type { BakedVersionSetting } from '../settings/settings.ts';
import { encodedPath, restBelow } from '../uri.ts';
import { agentBakerRecords } from './agentbaker-records.ts';

/** Release notes are named after the version; reports, image lists and `latest` beside them are not. */
const releaseNotes = /(?:^|\/)(\d{6}\.\d{2}\.\d+)\.txt$/;
const releaseNotesGlob = '**/[0-9][0-9][0-9][0-9][0-9][0-9].[0-9][0-9].*.txt';

export interface Discovery {
  readonly baked: readonly BakedVersion[];
  /** What could not be used; the rest is used all the same. */
  readonly problems: readonly RecordProblem[];
}

export interface RecordProblem {
  /** As the setting names it. */
  readonly path: string;
  readonly message: string;
}

/** Reads the baked versions that files and folders below `root` (a URI) record. What is missing records nothing. */
export async function discover(host: Host, root: string, paths: readonly string[]): Promise<Discovery> {
  const found = await Promise.all(
    paths.map(async (path) => tellIfNothing(path, await discoverAt(host, root, path))),
  );
  return {
    baked: found.flatMap(({ baked }) => baked),
    problems: found.flatMap(({ problems }) => problems),
  };
}

/** AgentBaker's own paths are looked at unasked; whoever names another expects something there. */
function tellIfNothing(path: string, found: Discovery): Discovery {
  const { baked, problems } = found;
  if (baked.length > 0 || problems.length > 0 || agentBakerRecords.includes(path)) return found;
  return { baked, problems: [{ path, message: `${quote(path)} records no baked version; check the path.` }] };
}

async function discoverAt(host: Host, root: string, path: string): Promise<Discovery> {
  const parts = partsOf(path);
  if (isOutside(path)) {
    const message = `${quote(path)} is not read: write a path below the folder, with "/".`;
    return { baked: [], problems: [{ path, message }] };
  }
  const uri = [root, ...parts.map(encodedPath)].join('/');
  if (!path.endsWith('.json')) {
    const files = await host.findFiles(uri, releaseNotesGlob, root);
    return { baked: fromReleaseNotes(uri, parts, files), problems: [] };
  }
  const content = await host.readFile(uri, root);
  if (content === 'outside') {
    const message = `${quote(path)} is not read: a symbolic link leads out of the folder.`;
    return { baked: [], problems: [{ path, message }] };
  }
  if (!content) return { baked: [], problems: [] };
  const { baked, problem } = await readRecord(uri, decodeUtf8(content));
  if (!problem) return { baked, problems: [] };
  const { line, column } = problem;
  const message = `${quote(path)} is not used, because of ${line}:${column}: ${problem.message}`;
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
    // The same folder has many URIs: whoever lists its files may leave as it is what the client has encoded.
    const path = decoded(restBelow(folder, uri) ?? '').slice(1);
    const version = releaseNotes.exec(path)?.[1];
    const folders = [...parts, ...path.split('/').slice(0, -1)];
    // Windows images are numbered by another scheme.
    if (version === undefined || !isVersion(version) || folders.includes('AKSWindows')) return [];
    // Which image it is, the folders below AgentBaker's own say, however many of them the setting names.
    const top = folders.lastIndexOf('release-notes') + 1;
    const image = folders.slice(top || parts.length);
    return [{ version, images: image.length > 0 ? [image.join('/')] : [], records: [uri] }];
  });
}

/** Empty for what is no URI: one such must not take away all that the others record. */
function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return '';
  }
}

/** The baked versions that a file lists, or where and why it cannot be used. */
export async function readRecord(
  uri: string,
  text: string,
): Promise<{ baked: readonly BakedVersion[]; problem?: LineColumn & { message: string } }> {
  // Only where there is a record: zod takes longer to load than a config to check.
  const { readBakedVersionsFile } = await import('./baked-versions-file.ts');
  const { listed, problems } = readBakedVersionsFile(text);
  const [problem] = problems;
  const baked = listed.flatMap((setting) => fromSetting(setting, [uri]));
  return problem
    ? { baked, problem: { ...new Places(text).place(problem.start), message: problem.message } }
    : { baked };
}

/** A baked version as somebody wrote it down. */
export function fromSetting(setting: BakedVersionSetting, records: readonly string[]): BakedVersion[] {
  const { version, images = [], controller } = typeof setting === 'string' ? { version: setting } : setting;
  return isVersion(version)
    ? [{ version, images, records, ...(controller && { generation: controller }) }]
    : [];
}
