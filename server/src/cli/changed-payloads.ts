import { join, posix, relative, sep } from 'node:path';
import { Catalogue, decodeUtf8, noFile, Payload, type Readings } from '../model/index.ts';
import { embeddedConfigPath, payloadPath } from '../names.ts';
import { type Delivered, type Difference, payloadDifferences } from '../service/answers/difference.ts';
import { analysisOf } from '../service/findings/checked-file.ts';
import { largestFile, largestPayload } from '../service/host.ts';
import { type Judged, judged } from './judged.ts';
import { rootOfConfig, rootOfPayload } from './layout.ts';
import type { Projects } from './projects.ts';
import type { RevisionBaseline } from './revision-baseline.ts';

interface Compared {
  readonly root: string;
  readonly projects: Projects;
  readonly baseline: RevisionBaseline;
  /** The second side. */
  readonly source: {
    contentBelow(folder: string, path: string, most: number): Promise<Uint8Array | undefined>;
  };
}

interface ChangedPayload {
  readonly name: string;
  readonly status: 'new' | 'deleted' | 'changed';
  readonly before: Readings;
  readonly after: Readings;
  readonly catalogue: Catalogue;
  readonly differences: readonly Judged[];
}

/** What nodes lose and gain by the scripts of a payload. Undefined if that is nothing. */
export async function changedPayload(
  name: string,
  { root, projects, baseline, source }: Compared,
): Promise<ChangedPayload | undefined> {
  const folder = nameIn(root, rootOfPayload(join(root, name)) ?? root);
  const past = (path: string) => baseline.contentOf([posix.join(folder, path)]);
  const [before, after] = [
    await past(payloadPath),
    await source.contentBelow(folder, payloadPath, largestPayload),
  ];
  // The settings of its config govern both. Files that a sparse checkout leaves out are still delivered.
  if (!after && (!before || (await baseline.isLeftOut(name)))) return undefined;
  const options = await projects.optionsFor(join(root, folder, embeddedConfigPath));
  const { catalogue = Catalogue.empty } = options;
  const found = payloadDifferences(
    delivered(before, await past(embeddedConfigPath)),
    delivered(after, await source.contentBelow(folder, embeddedConfigPath, largestFile)),
    catalogue,
  );
  if (found.length === 0) return undefined;
  const status = after ? (before ? 'changed' : 'new') : 'deleted';
  // It has no config that could be unreadable.
  return { name, status, before: noFile, after: noFile, catalogue, differences: judged(found, options) };
}

/** Without scripts in its payload, nodes of a config had none to lose, or have none to gain. */
export async function withPayload(
  config: string,
  differences: readonly Difference[],
  { root, baseline, source }: Omit<Compared, 'projects'>,
): Promise<readonly Difference[]> {
  const layout = rootOfConfig(join(root, config));
  if (layout === undefined || differences.every(({ what }) => what !== 'scripts')) return differences;
  const folder = nameIn(root, layout);
  const name = posix.join(folder, payloadPath);
  const before = await baseline.contentOf([name]);
  const now = await source.contentBelow(folder, payloadPath, largestPayload);
  // Without a payload on both sides, the scripts are elsewhere.
  const isDeleted = !now && before && !(await baseline.isLeftOut(name));
  const hadNone = before !== undefined && parsed(before).isEmpty;
  const hasNone = isDeleted || (now !== undefined && parsed(now).isEmpty);
  return differences.filter(
    ({ what, before: was, after: is }) =>
      what !== 'scripts' || !((was === null || hadNone) && (is === null || hasNone)),
  );
}

function delivered(payload: Uint8Array | undefined, gate: Uint8Array | undefined): Delivered {
  return { payload: parsed(payload), gate: gate ? analysisOf(gate).readings : noFile };
}

function parsed(payload: Uint8Array = new Uint8Array()): Payload {
  return new Payload(decodeUtf8(payload));
}

function nameIn(root: string, folder: string): string {
  return relative(root, folder).replaceAll(sep, '/');
}
