import type { BakedVersion } from './baked-version.ts';
import { traitsOf } from './fleet/generation.ts';
import { type OperatingSystem, systemNamed } from './fleet/operating-system.ts';
import type { FleetRecord } from './fleet/record.ts';
import { type Base, baseOf, compareDigits, patchOf, type Version } from './version.ts';

/** What is on record in addition to the versions of users and workspaces. */
export interface Recorded {
  /** The bundled record. Versions of users and workspaces override it. */
  readonly bundled?: FleetRecord | undefined;
  /** Versions that are published, or used in another state of the file. No new hotfix can have them. */
  readonly taken?: Iterable<Version> | undefined;
}

/** The known baked versions. An empty catalogue says nothing about a base. */
export class Catalogue {
  static readonly empty = new Catalogue([]);
  /** Ascending. */
  readonly all: readonly BakedVersion[];
  private readonly byBase = new Map<Base, BakedVersion[]>();
  /** The versions whose controller installs any version. */
  readonly comparingNothing: readonly BakedVersion[];
  private readonly byVersion: ReadonlyMap<string, BakedVersion>;
  private readonly bundled: FleetRecord | undefined;
  /** The bases with images or published patches. One set, because a large config asks for each of its entries. */
  private readonly mentioned: ReadonlySet<string>;
  private alsoTaken: ReadonlyMap<Base, readonly string[]>;
  private takenByBase = new Map<Base, readonly string[]>();
  /** Whether users or the workspace list versions: the current one says nothing about other bases. */
  private readonly hasOwn: boolean;
  private isPart = false;
  /**
   * The version of the images that an official branch serves; undefined elsewhere. Such a branch names it, and has no
   * release notes.
   */
  readonly branchVersion: Version | undefined;

  /** Merges records of the same version: all images and sources, and the first controller. */
  constructor(records: Iterable<BakedVersion>, { bundled, taken = [] }: Recorded = {}) {
    const own = [...records];
    const merged = merge(own);
    this.hasOwn = own.some(({ isCurrentAlone }) => !isCurrentAlone);
    this.branchVersion = branchVersionIn(own);
    this.bundled = bundled;
    this.alsoTaken = patchesByBase(taken);
    for (const record of bundled?.versions ?? [])
      merged.set(record.version, complete(merged.get(record.version), record));
    this.byVersion = merged;
    this.all = [...merged.values()].sort((a, b) => compareVersions(a.version, b.version));
    this.comparingNothing = this.all.filter(
      ({ generation }) => generation && traitsOf(generation).binary === 'installs-any',
    );
    for (const baked of this.all) {
      const base = baseOf(baked.version);
      const siblings = this.byBase.get(base);
      if (siblings) siblings.push(baked);
      else this.byBase.set(base, [baked]);
    }
    this.mentioned = new Set([...this.byBase.keys(), ...(bundled?.publishedBases ?? [])]);
  }

  /** An incomplete catalogue, while the search for records goes on. */
  static part(records: Iterable<BakedVersion>): Catalogue {
    const catalogue = new Catalogue(records);
    catalogue.isPart = true;
    return catalogue;
  }

  /** A copy with more versions taken. */
  withTaken(versions: readonly Version[]): Catalogue {
    if (versions.length === 0) return this;
    const catalogue: Catalogue = Object.assign(Object.create(Catalogue.prototype), this);
    catalogue.alsoTaken = patchesByBase(versions, this.alsoTaken);
    catalogue.takenByBase = new Map();
    return catalogue;
  }

  get isEmpty(): boolean {
    return this.all.length === 0;
  }

  /** Whether a version that is not in it is unknown. */
  get isConclusive(): boolean {
    return !this.isEmpty && !this.isPart;
  }

  /** Whether a base that is not in it has no image. False during the search for records and after the last day of the record. */
  isConclusiveFor(base: Base): boolean {
    return this.isConclusive && (this.hasOwn || this.bundled === undefined || this.bundled.reaches(base));
  }

  /** Whether anything can be said of a base: of its images, of its patches, or that it has no image. */
  saysSomethingOf(base: Base): boolean {
    return this.mentioned.has(base) || this.alsoTaken.has(base) || this.isConclusiveFor(base);
  }

  /** Ascending. */
  get bases(): readonly Base[] {
    return [...this.byBase.keys()];
  }

  /** The baked versions of a base, ascending. */
  of(base: Base): readonly BakedVersion[] {
    return this.byBase.get(base) ?? [];
  }

  get(version: string): BakedVersion | undefined {
    return this.byVersion.get(version);
  }

  /** The patches of a base that no new hotfix can have: published, baked or used elsewhere. Ascending. */
  taken(base: Base): readonly string[] {
    const known = this.takenByBase.get(base);
    if (known) return known;
    const baked = this.of(base).map(({ version }) => patchOf(version));
    const all = [...(this.bundled?.taken(base) ?? []), ...baked, ...(this.alsoTaken.get(base) ?? [])];
    // Most bases of a large config are not on record. Caching those would fill the memory.
    if (all.length === 0) return all;
    const taken = [...new Set(all)].sort(compareDigits);
    this.takenByBase.set(base, taken);
    return taken;
  }

  /** The operating system of an image: from its release notes if they are on record, otherwise from its name. */
  systemOf(image: string): OperatingSystem {
    return this.bundled?.systemOf(image) ?? systemNamed(image);
  }
}

export function compareVersions(a: Version, b: Version): number {
  const [baseA, baseB] = [baseOf(a), baseOf(b)];
  return baseA < baseB ? -1 : baseA > baseB ? 1 : compareDigits(patchOf(a), patchOf(b));
}

function branchVersionIn(own: readonly BakedVersion[]): Version | undefined {
  if (own.some(({ records }) => records.some((uri) => uri.endsWith('.txt')))) return undefined;
  const current = new Set(own.flatMap(({ isCurrentAlone, version }) => (isCurrentAlone ? [version] : [])));
  const [version] = current;
  return current.size === 1 ? version : undefined;
}

/** One record per version. A version can have a record per image, so each record is visited once. */
function merge(records: Iterable<BakedVersion>): Map<Version, BakedVersion> {
  const sameVersion = new Map<Version, BakedVersion[]>();
  for (const record of records) {
    const known = sameVersion.get(record.version);
    if (known) known.push(record);
    else sameVersion.set(record.version, [record]);
  }
  const merged = new Map<Version, BakedVersion>();
  for (const [version, all] of sameVersion) {
    const generation = all.find((record) => record.generation)?.generation;
    merged.set(version, {
      version,
      images: [...new Set(all.flatMap(({ images }) => images))].sort(),
      records: [...new Set(all.flatMap((record) => record.records))].sort(),
      ...(generation && { generation }),
    });
  }
  return merged;
}

function patchesByBase(
  versions: Iterable<Version>,
  known: ReadonlyMap<Base, readonly string[]> = new Map(),
): ReadonlyMap<Base, readonly string[]> {
  const patches = new Map(known);
  for (const version of versions) {
    const base = baseOf(version);
    patches.set(base, [...(patches.get(base) ?? []), patchOf(version)]);
  }
  return patches;
}

/** What a nearer record does not say. */
function complete(known: BakedVersion | undefined, bundled: BakedVersion): BakedVersion {
  if (!known) return bundled;
  const images = known.images.length > 0 ? known.images : bundled.images;
  return { ...known, images, generation: known.generation ?? bundled.generation };
}
