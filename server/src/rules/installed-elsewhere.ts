import {
  type Analysis,
  type Catalogue,
  installersOf,
  upgradedAmong,
  type Version,
  type VersionProperty,
} from '../model/index.ts';

/** The versions on record whose images install this `version` without a comparison, whatever is wrong with it. */
export function installersElsewhere(
  { readings }: Analysis,
  property: VersionProperty,
  catalogue: Catalogue,
): Version[] {
  return upgradedAmong(installersOf(readings, property, catalogue));
}
