import type { Analysis } from './analysis.ts';
import type { Catalogue } from './catalogue.ts';
import { type Base, compareDigits, patchAfter, patchOf, type Version, versionFrom } from './version.ts';
import type { VersionProperty } from './version-property.ts';

/**
 * The version of a new hotfix for `base`: one patch above the highest patch that is taken, on record or elsewhere in
 * the file. Undefined if a node could not read that number.
 */
export function nextVersion(
  analysis: Analysis,
  base: Base,
  catalogue: Catalogue,
  except?: VersionProperty,
): Version | undefined {
  const highest = analysis.byBase.highestOf(base, except);
  return versionAbove(base, catalogue, highest === undefined ? [] : [highest]);
}

export function versionAbove(
  base: Base,
  catalogue: Catalogue,
  named: readonly Version[],
): Version | undefined {
  const patches = [...catalogue.taken(base), ...named.map(patchOf)];
  const highest = patches.reduce((a, b) => (compareDigits(a, b) < 0 ? b : a), '0');
  const patch = patchAfter(highest);
  return patch === undefined ? undefined : versionFrom(base, patch);
}
