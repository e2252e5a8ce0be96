import {
  baseOf,
  basesOf,
  type Catalogue,
  type Change,
  type Config,
  changeOf,
  changes,
  compareVersions,
  configsRead,
  type Effect,
  effectOf,
  isVersion,
  offeredBy,
  type Payload,
  parseLoose,
  type Readings,
  type Target,
  trimSpace,
  type Version,
  versionFrom,
  versionsWithScripts,
} from '../../model/index.ts';

/** A baked version with a change in node behavior. */
export interface Difference {
  readonly baked: Version;
  readonly what: Target | 'payload';
  readonly change: Change;
  /** The hotfix version that they asked for; null if they stayed. For a payload, the names of scripts that left or came. */
  readonly before: string | null;
  readonly after: string | null;
  /** Where it is not on record whether they can install what they ask for. */
  readonly unknown?: readonly ('before' | 'after')[] | undefined;
}

/** A difference between two configs. */
export type ConfigDifference = Difference & { readonly what: Target };

/**
 * What changes for nodes between two configs: losses, gains, then the rest, each by baked version. A base that is not on record is judged by patch 0 and
 * by the patches just below those of both configs, so that every change is a difference.
 */
export function differencesBetween(
  before: Readings,
  after: Readings,
  catalogue: Catalogue,
): ConfigDifference[] {
  const all = bakedVersionsOf([before, after], catalogue).flatMap((baked) =>
    (['binary', 'scripts'] as const).flatMap((what): ConfigDifference[] => {
      const [was, is] = [before, after].map((readings) => asked(effectOf(readings, baked, what, catalogue)));
      if (!was || !is || was.version === is.version) return [];
      const unknown = [
        ...(was.isUnknown ? ['before' as const] : []),
        ...(is.isUnknown ? ['after' as const] : []),
      ];
      return [
        {
          ...{ baked, what, change: changeOf(what, was.version ?? '', is.version ?? '') },
          ...{ before: was.version, after: is.version, ...(unknown.length > 0 && { unknown }) },
        },
      ];
    }),
  );
  return all
    .filter((difference) => !isMadeUp(difference, all, catalogue))
    .sort((a, b) => changes.indexOf(a.change) - changes.indexOf(b.change));
}

/**
 * Scripts that only versions lose of which none is on record: a lower number changes nothing for nodes of patch 0. Where
 * nothing is on record, all versions are made up.
 */
function isMadeUp(
  { baked, what, change }: ConfigDifference,
  all: readonly ConfigDifference[],
  catalogue: Catalogue,
): boolean {
  const base = baseOf(baked);
  if (what !== 'scripts' || change !== 'lost') return false;
  if (catalogue.all.length === 0 || catalogue.of(base).length > 0) return false;
  const first = versionFrom(base, '0');
  return !all.some((other) => other.what === what && other.change === change && other.baked === first);
}

/** A payload of scripts, and the config that enables it. */
export interface Delivered {
  readonly payload: Payload;
  readonly gate: Readings;
}

/** What nodes lose and gain by scripts that left a payload or came to it. Those that no config enables change nothing. */
export function payloadDifferences(before: Delivered, after: Delivered, catalogue: Catalogue): Difference[] {
  const [left, added] = [before.payload.namesNotIn(after.payload), after.payload.namesNotIn(before.payload)];
  const rows = (names: readonly string[], gate: Readings, difference: (names: string) => ChangeOfPayload) =>
    names.length === 0
      ? []
      : versionsWithScripts(gate, catalogue).map((baked) => ({
          ...{ baked, what: 'payload' as const },
          ...difference(names.join(', ')),
        }));
  return [
    ...rows(left, before.gate, (names) => ({ change: 'lost', before: names, after: null })),
    ...rows(added, after.gate, (names) => ({ change: 'gained', before: null, after: names })),
  ];
}

type ChangeOfPayload = Pick<Difference, 'change' | 'before' | 'after'>;

function asked(effect: Effect): { readonly version: string | null; readonly isUnknown: boolean } {
  const version = offeredBy(effect) || null;
  return { version, isUnknown: version !== null && effect.does === 'unknown' };
}

function bakedVersionsOf(sides: readonly Readings[], catalogue: Catalogue): Version[] {
  const found = new Set(catalogue.all.map(({ version }) => version));
  const patches = new Set(sides.flatMap(configsRead).flatMap(patchesIn));
  const bases = new Set(sides.flatMap((side) => [...basesOf('binary', side), ...basesOf('scripts', side)]));
  for (const base of bases) {
    if (catalogue.of(base).length > 0) continue;
    found.add(versionFrom(base, '0'));
    for (const patch of patches) {
      const below = versionFrom(base, String(BigInt(patch) - 1n));
      if (isVersion(below)) found.add(below);
    }
  }
  return [...found].sort(compareVersions);
}

function patchesIn(config: Config): string[] {
  const texts = [...(config.hotfixes?.values() ?? []), config.version, config.scripts_version];
  return texts.flatMap((text) => parseLoose(trimSpace(text))?.patch ?? []);
}
