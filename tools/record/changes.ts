import { type Base, baseOf, FleetRecord, type RecordData } from '../../server/src/model/index.ts';

/** The additions in a record since another one, one per line. */
export function changesBetween(before: RecordData | undefined, after: RecordData): string[] {
  if (!before) return [`New record of ${Object.keys(after.versions).length} versions.`];
  const [was, is] = [new FleetRecord(before), new FleetRecord(after)];
  const lines = [...versionChanges(was, is), ...systemChanges(before, after), ...takenChanges(was, is)];
  return lines.length > 0 ? lines : ['Nothing changed.'];
}

function* versionChanges(was: FleetRecord, is: FleetRecord): Generator<string> {
  const old = new Map(was.versions.map((baked) => [baked.version, baked]));
  for (const { version, generation, images } of is.versions) {
    const known = old.get(version);
    old.delete(version);
    if (!known) yield `+ ${version}: ${generation}, ${images.length} image${images.length === 1 ? '' : 's'}`;
    else if (known.generation !== generation) yield `~ ${version}: ${known.generation} -> ${generation}`;
    if (!known) continue;
    const added = images.filter((image) => !known.images.includes(image));
    const removed = known.images.filter((image) => !images.includes(image));
    if (added.length + removed.length > 0)
      yield `~ ${version}: ${[...added.map((image) => `+${image}`), ...removed.map((image) => `-${image}`)].join(' ')}`;
  }
  for (const version of old.keys()) yield `- ${version}`;
}

function* systemChanges(before: RecordData, after: RecordData): Generator<string> {
  for (const [image, system] of Object.entries(after.images)) {
    const known = before.images[image];
    if (known !== undefined && known !== system) yield `~ ${image}: ${known} -> ${system}`;
  }
}

function* takenChanges(was: FleetRecord, is: FleetRecord): Generator<string> {
  const baked = new Set(is.versions.map(({ version }) => baseOf(version)));
  for (const base of new Set<Base>([...was.publishedBases, ...is.publishedBases])) {
    const [old, now] = [was.taken(base), is.taken(base)];
    const added = now.filter((patch) => !old.includes(patch));
    const removed = old.filter((patch) => !now.includes(patch));
    const parts = [...added.map((patch) => `+${patch}`), ...removed.map((patch) => `-${patch}`)];
    if (parts.length > 0)
      yield `~ taken patches of ${base}${baked.has(base) ? '' : ' (no image)'}: ${parts.join(' ')}`;
  }
}
