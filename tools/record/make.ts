import { readFile, writeFile } from 'node:fs/promises';
import {
  type Base,
  baseOf,
  compareVersions,
  FleetRecord,
  patchOf,
  publishedBy,
  type RecordData,
  recordFormat,
  type Version,
  writeNumbers,
} from '../../server/src/model/index.ts';
import { generationsAt } from './controller.ts';
import { type Note, notesIn } from './notes.ts';
import { Repository } from './repository.ts';
import { Unusable } from './unusable.ts';

/** The record from a checkout of AgentBaker: release notes, the code that they were built from, tags. */
export async function makeRecord(path: string): Promise<RecordData> {
  const repository = new Repository(path);
  const [head = ''] = await repository.lines(
    'log',
    '-1',
    '--format=%H %cd',
    '--date=format:%Y-%m-%d',
    'HEAD',
  );
  const [commit = '', date = ''] = head.split(' ');
  const notes = await notesIn(repository);
  const tags = await repository.lines('tag', '--list');
  const images = imagesOf(notes);
  const sets = new Map<string, number>();
  const versions = await versionsOf(repository, notes);
  const numbers = new Map(Object.keys(images).map((image, i) => [image, String(i)]));
  return {
    format: recordFormat,
    date,
    origin: `Azure/AgentBaker at ${commit}`,
    images,
    versions: Object.fromEntries(
      versions.map(({ version, generation, images }) => {
        const set = writeNumbers(images.flatMap((image) => numbers.get(image) ?? []));
        if (!sets.has(set)) sets.set(set, sets.size);
        return [version, `${generation} ${sets.get(set)}`];
      }),
    ),
    sets: [...sets.keys()],
    taken: takenIn(
      tags,
      versions.map(({ version }) => version),
    ),
  };
}

/** The record in a file; undefined if the file does not exist. */
export async function readRecordFile(file: string): Promise<RecordData | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    const data: RecordData = JSON.parse(text);
    new FleetRecord(data);
    return data;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Unusable(
      `${JSON.stringify(file)} is not a record: ${why.replace(/\.?$/, '.')} Delete it to make a new one.`,
    );
  }
}

export async function writeRecordFile(file: string, data: RecordData): Promise<void> {
  await writeFile(file, recordText(data)).catch((error: Error) => {
    throw new Unusable(`cannot write ${JSON.stringify(file)}: ${error.message}`);
  });
}

function recordText({ format, date, origin, images, sets, versions, taken }: RecordData): string {
  return `${JSON.stringify({ format, date, origin, images, sets, versions, taken }, null, 2)}\n`;
}

/** The operating system of each image, from its newest release notes that have one. */
function imagesOf(notes: readonly Note[]): Record<string, string> {
  const systems = new Map<string, string>();
  for (const { image, system } of notes.toSorted((a, b) => compareVersions(a.version, b.version)))
    systems.set(image, system ?? systems.get(image) ?? '');
  return Object.fromEntries([...systems].sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function versionsOf(repository: Repository, notes: readonly Note[]) {
  const byVersion = new Map<Version, Note[]>();
  for (const note of notes.toSorted((a, b) => compareVersions(a.version, b.version)))
    byVersion.set(note.version, [...(byVersion.get(note.version) ?? []), note]);
  const all = [...byVersion].map(([version, notes]) => ({
    version,
    notes,
    commit: commitOf(version, notes),
  }));
  const known = new Set(
    await existing(
      repository,
      all.map(({ commit }) => commit),
    ),
  );
  const missing = all.find(({ commit }) => !known.has(commit));
  if (missing)
    throw new Unusable(
      `Commit ${missing.commit}, which ${missing.version} was built from, is not in ${JSON.stringify(repository.path)}; fetch the whole history: "git fetch --unshallow --tags".`,
    );
  const generations = await generationsAt(
    repository,
    all.map(({ commit }) => commit),
  );
  return all.map(({ version, notes, commit }, i) => {
    const generation = generations[i];
    if (generation === undefined)
      throw new Unusable(
        `${version} carries a controller of an unknown generation (commit ${commit}); describe it in server/src/model/fleet/generation.ts first.`,
      );
    return { version, generation, images: notes.map(({ image }) => image) };
  });
}

/** Most notes of a version have the same commit. Some have none, or that of a second build. */
function commitOf(version: Version, notes: readonly Note[]): string {
  const counts = new Map<string, number>();
  for (const { commit } of notes) if (commit) counts.set(commit, (counts.get(commit) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  if (!most)
    throw new Unusable(
      `No release notes of ${version} have a "Commit:" line, so its controller is not known.`,
    );
  return most[0];
}

async function existing(repository: Repository, commits: readonly string[]): Promise<string[]> {
  const unique = [...new Set(commits)];
  const trees = await repository.kinds(unique);
  return unique.filter((_, i) => trees[i] === 'commit');
}

function takenIn(tags: readonly string[], baked: readonly Version[]): Record<string, string> {
  const byBase = new Map<Base, string[]>();
  for (const version of [...tags.flatMap((tag) => publishedBy(tag) ?? []), ...baked]) {
    const base = baseOf(version);
    byBase.set(base, [...(byBase.get(base) ?? []), patchOf(version)]);
  }
  const sorted = [...byBase].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([base, patches]) => [base, writeNumbers(patches)]));
}
