import {
  type Analysis,
  type Catalogue,
  installersOf,
  type Version,
  type VersionProperty,
} from '../model/index.ts';

/** The versions on record whose images install this `version` without a comparison, whatever is wrong with it. */
export function installersElsewhere(
  { readings }: Analysis,
  property: VersionProperty,
  catalogue: Catalogue,
): Version[] {
  return installersOf(readings, property, catalogue)
    .filter(({ isPackage }) => isPackage)
    .map(({ version }) => version);
}
