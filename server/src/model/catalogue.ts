import { type Base, baseOf, compareDigits, patchOf, type Version } from './version.ts';

/** A version that images were built with, and what is on record about it. */
export interface BakedVersion {
  readonly version: Version;
  /** The images that carry it, as people name them, such as "Ubuntu 22.04 gen2", in the order of the alphabet. */
  readonly images: readonly string[];
  /** URIs of the files that record it. */
  readonly records: readonly string[];
}

/** The known baked versions. Empty where none is known: then nothing can be said about a base. */
export class Catalogue {
  static readonly empty = new Catalogue([]);
  /** Ascending. */
  readonly all: readonly BakedVersion[];
  private readonly byBase = new Map<Base, BakedVersion[]>();

  private isPart = false;

  /** Records of the same version are one: their images and places add up. */
  constructor(records: Iterable<BakedVersion>) {
    const merged = new Map<Version, BakedVersion>();
    for (const record of records) merged.set(record.version, merge(merged.get(record.version), record));
    this.all = [...merged.values()].sort((a, b) => compareVersions(a.version, b.version));
    for (const baked of this.all) {
      const base = baseOf(baked.version);
      const siblings = this.byBase.get(base);
      if (siblings) siblings.push(baked);
      else this.byBase.set(base, [baked]);
    }
  }

  /** Of some records, while others are still being looked for. */
  static part(records: Iterable<BakedVersion>): Catalogue {
    const catalogue = new Catalogue(records);
    catalogue.isPart = true;
    return catalogue;
  }

  get isEmpty(): boolean {
    return this.all.length === 0;
  }

  /** Whether what is not in it is not known. */
  get tellsWhatIsUnknown(): boolean {
    return !this.isEmpty && !this.isPart;
  }

  /** Ascending. */
  get bases(): readonly Base[] {
    return [...this.byBase.keys()];
  }

  /** The baked versions of a base, ascending. */
  of(base: Base): readonly BakedVersion[] {
    return this.byBase.get(base) ?? [];
  }
}

export function compareVersions(a: Version, b: Version): number {
  const [baseA, baseB] = [baseOf(a), baseOf(b)];
  return baseA < baseB ? -1 : baseA > baseB ? 1 : compareDigits(patchOf(a), patchOf(b));
}

function merge(known: BakedVersion | undefined, { version, images, records }: BakedVersion): BakedVersion {
  return {
    version,
    images: [...new Set([...(known?.images ?? []), ...images])].sort(),
    records: [...new Set([...(known?.records ?? []), ...records])].sort(),
  };
}
