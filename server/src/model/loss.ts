import type { Catalogue } from './catalogue.ts';
import type { Change } from './change.ts';
import type { Config } from './config.ts';
import { effectOf, installingAny, reaches } from './fleet/effect.ts';
import { configsRead, type Readings } from './fleet/readings.ts';
import type { Target } from './verdict.ts';
import {
  type Base,
  baseOf,
  compareDigits,
  isBase,
  isVersion,
  looseBase,
  parseLoose,
  type Version,
  versionFrom,
} from './version.ts';
import { trimSpace } from './white-space.ts';

/** The nodes of a base that lose something by a change of the config. */
export interface Loss {
  readonly what: Target;
  readonly base: Base;
  /** The hotfix version that they had, as written. */
  readonly before: string;
  /** The lower version that nodes of the base have now; undefined if they have none. */
  readonly after: string | undefined;
  /** Whether they read only `version`, and install any. */
  readonly installsAny: boolean;
}

/**
 * What nodes lose by going from one config to another. An unreadable or missing config gives them nothing.
 * `counts` leaves out bases whose nodes do not matter.
 */
export function lossesBetween(
  before: Readings,
  after: Readings,
  catalogue: Catalogue,
  counts: (base: Base) => boolean = () => true,
): Loss[] {
  if (before === after) return [];
  const lost = (['binary', 'scripts'] as const).flatMap((what) =>
    basesOf(what, before)
      .filter(counts)
      .flatMap((base) => lossOf({ what, base }, before, after, catalogue) ?? []),
  );
  // One removal is one loss.
  return lost.some(({ what }) => what === 'binary')
    ? lost
    : [...lossesOfAny(before, after, catalogue).filter(({ base }) => counts(base)), ...lost];
}

/**
 * Images of other bases that install any `version` lose it with the field, or go back with a lower patch of its base. A
 * move into the map is no removal.
 */
function lossesOfAny(before: Readings, after: Readings, catalogue: Catalogue): Loss[] {
  const own = basesOf('binary', before);
  const named = configsRead(before).flatMap(({ version }) => looseBase(trimSpace(version)) ?? []);
  if (named.some((base) => after.current?.hotfixes?.has(base))) return [];
  // Patch 0 is an image, not a hotfix.
  const bases = installingAny(before, catalogue).flatMap(({ version, effect, isPackage }) =>
    isPackage && patchIn(effect.resolved) !== '0' && !own.includes(baseOf(version)) ? [baseOf(version)] : [],
  );
  return [...new Set(bases)].flatMap(
    (base) => lossOf({ what: 'binary', base }, before, after, catalogue) ?? [],
  );
}

function lossOf(
  of: Pick<Loss, 'what' | 'base'>,
  before: Readings,
  after: Readings,
  catalogue: Catalogue,
): Loss | undefined {
  const { what, base } = of;
  const pairs = bakedIn(base, catalogue).map((version) => ({
    had: effectOf(before, version, what, catalogue),
    has: effectOf(after, version, what, catalogue),
  }));
  const lost = pairs.find(({ had, has }) => reaches(had) && !reaches(has));
  const lowered = pairs.find(
    ({ had, has }) => reaches(had) && reaches(has) && isLower(has.resolved, had.resolved),
  );
  // All scripts are delivered together, so the version that enables them does not matter.
  const changed = lost ?? (what === 'binary' ? lowered : undefined);
  return (
    changed && {
      ...of,
      before: changed.had.resolved,
      after: lowered?.has.resolved,
      installsAny: changed.had.reason.code === 'installs-any',
    }
  );
}

/** A base that is not on record is judged by patch 0: what that node is offered, every node of the base is. */
function bakedIn(base: Base, catalogue: Catalogue): Version[] {
  const known = catalogue.of(base).map(({ version }) => version);
  return known.length > 0 ? known : [versionFrom(base, '0')];
}

/** The bases whose nodes apply the scripts of a payload. */
export function basesWithScripts(readings: Readings, catalogue: Catalogue): Base[] {
  return [...new Set(versionsWithScripts(readings, catalogue).map(baseOf))];
}

/** Baked versions whose nodes apply them: by the config, or always on the branch that serves them. */
export function versionsWithScripts(readings: Readings, catalogue: Catalogue): Version[] {
  const { branchVersion } = catalogue;
  const gated = basesOf('scripts', readings)
    .flatMap((base) => bakedIn(base, catalogue))
    .filter((version) => reaches(effectOf(readings, version, 'scripts', catalogue)));
  const always =
    branchVersion !== undefined && alwaysAppliesScripts(readings, catalogue) ? [branchVersion] : [];
  return [...new Set([...gated, ...always])];
}

/** Whether the images of an official branch apply the scripts of its payload, whatever the config says. */
export function alwaysAppliesScripts(readings: Readings, catalogue: Catalogue): boolean {
  const { branchVersion } = catalogue;
  return (
    branchVersion !== undefined && effectOf(readings, branchVersion, 'scripts', catalogue).does === 'always'
  );
}

/** The bases that a config names, for any controller that reads it. */
export function basesOf(what: Target, readings: Readings): Base[] {
  return [...new Set(configsRead(readings).flatMap((config) => basesIn(what, config)))];
}

function basesIn(what: Target, { hotfixes, version, scripts_version }: Config): Base[] {
  if (what === 'binary' && hotfixes && hotfixes.size > 0) return [...hotfixes.keys()].filter(isBase).sort();
  const base = looseBase(trimSpace(what === 'binary' ? version : scripts_version));
  return base ? [base] : [];
}

/**
 * What becomes of the hotfix version that nodes ask for; empty if they stay. A version that no package has is no hotfix.
 * All scripts are delivered together, so none is lower.
 */
export function changeOf(what: Target, before: string, after: string): Change {
  const isHotfix = (version: string) => version !== '' && (what === 'scripts' || isVersion(version));
  if (isHotfix(before) !== isHotfix(after)) return isHotfix(after) ? 'gained' : 'lost';
  return what === 'binary' && isLower(after, before) ? 'lowered' : 'changed';
}

/** Only patches of one base compare: images that install any version can get another base. */
function isLower(version: string, than: string): boolean {
  return (
    looseBase(trimSpace(version)) === looseBase(trimSpace(than)) &&
    compareDigits(patchIn(version), patchIn(than)) < 0
  );
}

function patchIn(version: string): string {
  return parseLoose(version)?.patch ?? '0';
}
