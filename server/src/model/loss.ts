import type { Config } from './config.ts';
import { type Target, verdictOn } from './verdict.ts';
import { type Base, compareDigits, isBase, looseBase, parseLoose } from './version.ts';
import { trimSpace } from './white-space.ts';

/** The nodes of a base that a change of the config took something from. */
export interface Loss {
  readonly what: Target;
  readonly base: Base;
  /** The hotfix version that they had, as it was written. */
  readonly before: string;
  /** The lower one that they have now; undefined where they have none. */
  readonly after: string | undefined;
}

/** What nodes lose by going from one config to another. An unreadable config, or none, gives them nothing. */
export function lossesBetween(before: Config | null, after: Config | null): Loss[] {
  return [...lossesOf('binary', before, after), ...lossesOf('scripts', before, after)];
}

function lossesOf(what: Target, before: Config | null, after: Config | null): Loss[] {
  const judge = verdictOn[what];
  return basesOf(what, before).flatMap((base): Loss[] => {
    // No patch is below 0: what that node is offered, every node of the base is.
    const [had, has] = [judge(before, `${base}.0`), judge(after, `${base}.0`)];
    if (!had.upgrade) return [];
    if (!has.upgrade) return [{ what, base, before: had.resolved, after: undefined }];
    const lowered = compareDigits(patchIn(has.resolved), patchIn(had.resolved)) < 0;
    return lowered ? [{ what, base, before: had.resolved, after: has.resolved }] : [];
  });
}

/** The bases that a config says something about. */
export function basesOf(what: Target, config: Config | null): Base[] {
  if (!config) return [];
  const { hotfixes, version, scriptsVersion } = config;
  if (what === 'binary' && hotfixes && hotfixes.size > 0) return [...hotfixes.keys()].filter(isBase).sort();
  const base = looseBase(trimSpace(what === 'binary' ? version : scriptsVersion));
  return base ? [base] : [];
}

function patchIn(version: string): string {
  return parseLoose(version)?.patch ?? '0';
}
