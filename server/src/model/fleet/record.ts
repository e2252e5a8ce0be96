import type { BakedVersion } from '../baked-version.ts';
import { type Base, isBase, isVersion, type Version } from '../version.ts';
import { type Generation, isGeneration } from './generation.ts';
import { readNumbers } from './numbers.ts';
import { type OperatingSystem, parseOperatingSystem } from './operating-system.ts';

/** The record as in the data file: compact, with one line for each thing that can change. */
export interface RecordData {
  readonly format: number;
  /** The day of its newest commit, YYYY-MM-DD. */
  readonly date: string;
  readonly origin: string;
  /** Operating systems ("ubuntu 22.04") by image. Images are named after the folders of their release notes. */
  readonly images: Readonly<Record<string, string>>;
  /** Sets of images that versions share, by their numbers: "0-12,14". */
  readonly sets: readonly string[];
  /** Generation and number of the set, by baked version: "stamped 5". */
  readonly versions: Readonly<Record<string, string>>;
  /** Published patches by base: "0-2". */
  readonly taken: Readonly<Record<string, string>>;
}

export const recordFormat = 1;

/** The record of one day: baked versions, their images and controllers, and the taken patches. */
export class FleetRecord {
  readonly date: string;
  /** The same day, as a base. */
  private readonly lastBase: string;
  readonly versions: readonly BakedVersion[];
  private readonly systems: ReadonlyMap<string, OperatingSystem>;
  private readonly takenByBase: ReadonlyMap<string, string>;

  /** Throws with the reason if the data is not a valid record. */
  constructor(data: RecordData) {
    if (data.format !== recordFormat)
      throw new Error(
        `The record has format ${String(data.format)}; only format ${recordFormat} can be read.`,
      );
    this.date = data.date;
    this.lastBase = data.date.replace(/^(\d+)-(\d+)-/, '$1$2.');
    const images = Object.keys(data.images);
    this.systems = new Map(
      Object.entries(data.images).map(([image, os]) => [image, parseOperatingSystem(os)]),
    );
    const sets = data.sets.map((set) => readNumbers(set).map((number) => valueAt(images, number)));
    this.versions = Object.entries(data.versions).map(([version, text]) => {
      const [generation = '', set = ''] = text.split(' ');
      return {
        version: asVersion(version),
        generation: asGeneration(generation),
        images: valueAt(sets, set),
        records: [],
      };
    });
    this.takenByBase = new Map(Object.entries(data.taken));
  }

  /** The published patches of a base. */
  taken(base: Base): readonly string[] {
    return readNumbers(this.takenByBase.get(base) ?? '');
  }

  /** The bases with a published patch, with or without baked images. */
  get publishedBases(): readonly Base[] {
    return [...this.takenByBase.keys()].filter(isBase);
  }

  systemOf(image: string): OperatingSystem | undefined {
    return this.systems.get(image);
  }

  /** Whether it would have an image of a base: it has nothing from after its date. */
  reaches(base: Base): boolean {
    return base <= this.lastBase;
  }
}

function valueAt<T>(values: readonly T[], number: string): T {
  const value = values[Number(number)];
  if (value === undefined)
    throw new Error(`The record has no item ${JSON.stringify(number)} in a list of ${values.length}.`);
  return value;
}

function asVersion(text: string): Version {
  if (isVersion(text)) return text;
  throw new Error(`The record has the baked version ${JSON.stringify(text)}, which is not YYYYMM.DD.PATCH.`);
}

function asGeneration(text: string): Generation {
  if (isGeneration(text)) return text;
  throw new Error(`The record has the controller ${JSON.stringify(text)}, which is not known.`);
}
