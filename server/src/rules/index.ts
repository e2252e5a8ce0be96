import { alreadyBaked } from './already-baked.ts';
import { ambiguousPatch } from './ambiguous-patch.ts';
import { baseMismatch } from './base-mismatch.ts';
import { duplicateKey } from './duplicate-key.ts';
import { emptyPatch } from './empty-patch.ts';
import { emptyValue } from './empty-value.ts';
import { entryRemoved } from './entry-removed.ts';
import { foreignBase } from './foreign-base.ts';
import { impossibleDate } from './impossible-date.ts';
import { jsonSyntax } from './json-syntax.ts';
import { malformedBase } from './malformed-base.ts';
import { malformedVersion } from './malformed-version.ts';
import { neverUpgrades } from './never-upgrades.ts';
import { noHotfix } from './no-hotfix.ts';
import { patchLowered } from './patch-lowered.ts';
import { payloadRemoved } from './payload-removed.ts';
import { propertyCase } from './property-case.ts';
import { retiredBase } from './retired-base.ts';
import type { Rule } from './rule.ts';
import { scriptsPayload } from './scripts-payload.ts';
import { shadowedVersion } from './shadowed-version.ts';
import { surroundingWhitespace } from './surrounding-whitespace.ts';
import { unknownBase } from './unknown-base.ts';
import { unknownProperty } from './unknown-property.ts';
import { unreachableBase } from './unreachable-base.ts';
import { unsortedEntries } from './unsorted-entries.ts';
import { wrongType } from './wrong-type.ts';

/** Every rule, in the order of the documentation: rules about the whole file come first. */
export const rules: readonly Rule[] = [
  jsonSyntax,
  wrongType,
  malformedBase,
  malformedVersion,
  emptyPatch,
  baseMismatch,
  neverUpgrades,
  ambiguousPatch,
  impossibleDate,
  duplicateKey,
  emptyValue,
  surroundingWhitespace,
  shadowedVersion,
  unknownProperty,
  propertyCase,
  unsortedEntries,
  noHotfix,
  unknownBase,
  alreadyBaked,
  retiredBase,
  unreachableBase,
  foreignBase,
  scriptsPayload,
  entryRemoved,
  patchLowered,
  payloadRemoved,
];

export * from './rule.ts';
