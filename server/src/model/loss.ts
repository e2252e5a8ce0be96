import type { Catalogue } from './catalogue.ts';
import type { Config } from './config.ts';
import { effectOf, reaches } from './fleet/effect.ts';
import type { Readings } from './fleet/readings.ts';
import type { Target } from './verdict.ts';
import { type Base, compareDigits, isBase, looseBase, parseLoose } from './version.ts';
import { trimSpace } from './white-space.ts';

/** The nodes of a base that lose something by a change of the config. */
export interface Loss {
  readonly what: Target;
  readonly base: Base;
  /** The hotfix version that they had, as written. */
  readonly before: string;
  /** The lower version that nodes of the base have now; undefined if they have none. */
  readonly after: string | undefined;
}

/** What nodes lose by going from one config to another. An unreadable or missing config gives them nothing. */
export function lossesBetween(before: Readings, after: Readings, catalogue: Catalogue): Loss[] {
  return (['binary', 'scripts'] as const).flatMap((what) =>
    basesOf(what, before.current).flatMap((base) => lossOf({ what, base }, before, after, catalogue) ?? []),
  );
}

function lossOf(
  of: Pick<Loss, 'what' | 'base'>,
  before: Readings,
  after: Readings,
  catalogue: Catalogue,
): Loss | undefined {
  const { what, base } = of;
  const known = catalogue.of(base).map(({ version }) => version);
  // A base that is not on record is judged by patch 0: what that node is offered, every node of the base is.
  const pairs = (known.length > 0 ? known : [`${base}.0`]).map((version) => ({
    had: effectOf(before, version, what, catalogue),
    has: effectOf(after, version, what, catalogue),
  }));
  const lost = pairs.find(({ had, has }) => reaches(had) && !reaches(has));
  const lowered = pairs.find(
    ({ had, has }) =>
      reaches(had) && reaches(has) && compareDigits(patchIn(has.resolved), patchIn(had.resolved)) < 0,
  );
  // All scripts are delivered together, so the version that enables them does not matter.
  const loser = lost ?? (what === 'binary' ? lowered : undefined);
  return loser && { ...of, before: loser.had.resolved, after: lowered?.has.resolved };
}

/** The bases that a config names. */
export function basesOf(what: Target, config: Config | null): Base[] {
  if (!config) return [];
  const { hotfixes, version, scripts_version } = config;
  if (what === 'binary' && hotfixes && hotfixes.size > 0) return [...hotfixes.keys()].filter(isBase).sort();
  const base = looseBase(trimSpace(what === 'binary' ? version : scripts_version));
  return base ? [base] : [];
}

function patchIn(version: string): string {
  return parseLoose(version)?.patch ?? '0';
}
