import {
  type Analysis,
  baseOf,
  type Catalogue,
  isCalendarDate,
  parseLoose,
  type VersionProperty,
} from '../model/index.ts';
import { ambiguityOnceSpelled } from './ambiguous-patch.ts';

/** What a node of a base does with a malformed version, or a node of any base if none is given. */
export function comparisonOf(version: string, base: string | undefined) {
  const read = parseLoose(version);
  if (!read) return 'incomparable';
  const own = base === undefined ? read : parseLoose(base);
  if (read.major !== own?.major || read.minor !== own.minor) return 'other-base';
  return read.patch === '0' ? 'patch-zero' : 'unpackaged';
}

/**
 * Whether nodes that use this version ask for a package that does not exist and no safe fix repairs that, or
 * different nodes install different packages. A safe fix must not enable such a version: nodes would try five times
 * and boot unpatched, or differ from each other, where they ask for nothing today.
 */
export function getsWrongPackage(
  analysis: Analysis,
  property: VersionProperty,
  catalogue: Catalogue,
): boolean {
  return asksForMissingPackage(property) || ambiguityOnceSpelled(analysis, property, catalogue) !== undefined;
}

function asksForMissingPackage({ role, spelling, version, trimmed, base }: VersionProperty): boolean {
  // An impossible date in an entry is a fault of its key.
  if (version) return role !== 'entry' && !isCalendarDate(baseOf(version));
  return spelling === 'malformed-version' && comparisonOf(trimmed, base) === 'unpackaged';
}

/** Whether nodes would use such a version if they could read the file. */
export function hasWrongPackage(analysis: Analysis, catalogue: Catalogue): boolean {
  return analysis.seen.versionProperties.some(
    (property) =>
      (property.role !== 'entry' || property.base === property.key.value) &&
      getsWrongPackage(analysis, property, catalogue),
  );
}
