import type {
  BasesCovered,
  CoverageBaked,
  CoverageBefore,
  CoverageChange,
  CoverageOutcome,
} from '../../coverage-types.ts';
import {
  type Analysis,
  type BakedVersion,
  type Base,
  baseCompared,
  basesOf,
  type Catalogue,
  changeOf,
  type Effect,
  effectOf,
  isBase,
  isVersion,
  lastMap,
  offeredBy,
  type Range,
  type Readings,
  readingsServed,
  supportedUntil,
  type Target,
  type VersionProperty,
  verdictOn,
} from '../../model/index.ts';
import { imageName } from './image-name.ts';
import { outcomeOf } from './outcome.ts';
import { analysisServed } from './served.ts';

export interface CoverageOptions {
  readonly catalogue: Catalogue;
  readonly today: string;
  readonly supportWindowMonths?: number | undefined;
  /** What nodes read in the config to compare with. */
  readonly before?: Readings | undefined;
  /** What the live-patching service serves to nodes that ask it. */
  readonly served?: string | undefined;
}

/** What every known baked version would do with a config, by base. */
export function coverageOf(file: Analysis, options: CoverageOptions): BasesCovered<Range> {
  const { catalogue, today, supportWindowMonths = 6, before, served } = options;
  const analysis = analysisServed(file, served);
  const now = new Moment(analysis.readings, catalogue);
  const then =
    before && new Moment(served === undefined ? before : readingsServed(before, served), catalogue);
  const entries = entriesByBase(analysis);
  const former = before ? [...basesOf('binary', before), ...basesOf('scripts', before)] : [];
  const bases = [...new Set([...catalogue.bases, ...entries.keys(), ...former])].sort();
  const { names, numbers } = imagesOf(catalogue);
  return {
    images: names,
    bases: bases.map((base) => {
      const until = supportedUntil(base, supportWindowMonths);
      const property = entries.get(base);
      const isVoid = property !== undefined && outcomeOf(analysis, property, catalogue).isVoid;
      const range = property && placeIn(file, property, analysis);
      // A base that is not on record is judged by patch 0.
      const first = `${base}.0`;
      const change = catalogue.of(base).length > 0 ? null : changeAt(first, then, now);
      return {
        base,
        supportedUntil: until ?? null,
        retired: until !== undefined && today > until,
        entry: property && range ? { hotfix: property.trimmed, isVoid, range } : null,
        before: change,
        now: change && now.doneBy(first),
        baked: catalogue.of(base).map((baked) => ({
          ...covered(now, baked, isVoid, numbers),
          before: changeAt(baked.version, then, now),
        })),
      };
    }),
  };
}

interface KnownImages {
  /** As they are shown, sorted. */
  readonly names: readonly string[];
  /** For each image of a release, the index of its name. */
  readonly numbers: ReadonlyMap<string, number>;
}

/** Kept, because the names of a thousand images take longer than what their nodes do. */
const imagesByCatalogue = new WeakMap<Catalogue, KnownImages>();

function imagesOf(catalogue: Catalogue): KnownImages {
  const known = imagesByCatalogue.get(catalogue);
  if (known) return known;
  const named = new Map(
    catalogue.all.flatMap(({ images }) => images.map((image) => [image, imageName(image)])),
  );
  const names = [...new Set(named.values())].sort();
  const indices = new Map(names.map((name, i) => [name, i]));
  const numbers = new Map([...named].map(([image, name]) => [image, indices.get(name) ?? 0]));
  const images = { names, numbers };
  imagesByCatalogue.set(catalogue, images);
  return images;
}

/** An entry that is served is not in the file: where the map is that it replaces, or else at the start. */
function placeIn(file: Analysis, { key, value }: VersionProperty, analysis: Analysis): Range {
  if (analysis.source === file.source) return { start: key.start, end: value.end };
  const map = lastMap(file.source);
  return map ? { start: map.key.start, end: map.key.end } : { start: 0, end: 0 };
}

/** The entry that nodes of each base use, or `version` if the map has none. */
function entriesByBase({ seen, config }: Analysis): Map<Base, VersionProperty> {
  const legacy = !config?.hotfixes || config.hotfixes.size === 0;
  const found = new Map<Base, VersionProperty>();
  for (const property of seen.versionProperties) {
    const base = property.role === 'entry' ? property.key.value : baseCompared(property);
    const counts = property.role === 'entry' || (property.role === 'pointer' && legacy);
    if (counts && base !== undefined && isBase(base)) found.set(base, property);
  }
  return found;
}

/** What nodes do with one config. */
class Moment {
  constructor(
    readonly readings: Readings,
    private readonly catalogue: Catalogue,
  ) {}

  effect(version: string, what: Target): Effect {
    return effectOf(this.readings, version, what, this.catalogue);
  }

  doneBy(version: string): CoverageBefore {
    const binary = this.effect(version, 'binary');
    return {
      to: offeredBy(binary),
      scriptsTo: offeredBy(this.effect(version, 'scripts')),
      ...(binary.does === 'unknown' && { isUnclear: true }),
    };
  }
}

function covered(
  now: Moment,
  { version, images, generation }: BakedVersion,
  isVoid: boolean,
  numbers: ReadonlyMap<string, number>,
): Omit<CoverageBaked, 'before'> {
  const binary = now.effect(version, 'binary');
  const { to, scriptsTo } = now.doneBy(version);
  const asking = binary.resolved === '' ? [] : binary.images;
  const numbersOf = (names: readonly string[]) => [
    ...new Set(names.flatMap((image) => numbers.get(image) ?? [])),
  ];
  const thatInstall = (installs: boolean | null) =>
    numbersOf(asking.filter((image) => image.installs === installs).map(({ image }) => image));
  return {
    version,
    images: numbersOf(images),
    outcome: outcome(now.readings, version, binary, isVoid),
    generation: generation ?? null,
    cannotOn: thatInstall(false),
    unclearOn: thatInstall(null),
    to,
    scriptsTo,
  };
}

/** What a node did before, if it does something else now. */
function changeAt(version: string, then: Moment | undefined, now: Moment): CoverageChange | null {
  if (!then) return null;
  const [was, is] = [then.doneBy(version), now.doneBy(version)];
  if (was.to === is.to && was.scriptsTo === is.scriptsTo) return null;
  const binary = was.to === is.to ? undefined : changeOf('binary', was.to, is.to);
  const scripts =
    was.scriptsTo === is.scriptsTo ? undefined : changeOf('scripts', was.scriptsTo, is.scriptsTo);
  return { ...was, binary, scripts };
}

function outcome(
  { current }: Readings,
  version: string,
  { does, reason, resolved }: Effect,
  isVoid: boolean,
): CoverageOutcome {
  // A controller that compares nothing upgrades even if an entry is void for all others.
  if (reason.code === 'installs-any') {
    if (!isVersion(resolved)) return 'void';
  } else if (!current) return 'unreadable';
  else if (isVoid) return 'void';
  if (does === 'upgrades' || does === 'cannot') return does;
  if (does === 'unknown') return 'unclear';
  const { code } = verdictOn.binary(current, version).reason;
  return code === 'same-patch' || code === 'lower-patch' ? 'already-there' : 'not-listed';
}
