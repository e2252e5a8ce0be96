import { quote } from './quote.ts';
import type { Origin, Reason } from './verdict.ts';

/** A verdict's reason as a clause that completes "the node upgrades, because …" or "it stays, because …". */
export function explainReason(reason: Reason): string {
  switch (reason.code) {
    case 'unreadable':
      return 'the file cannot be read, so no hotfix applies';
    case 'nothing-asked':
      return `"${reason.field}" is empty or absent`;
    case 'baked-without-base':
      return `the baked version ${quote(reason.baked)} has no three parts, so there is no base to look up`;
    case 'base-not-listed':
      return `base ${quote(reason.base)} is not listed in "hotfixes"`;
    case 'entry-empty':
      return `base ${quote(reason.base)} is listed with an empty version`;
    case 'baked-not-comparable':
      return `the baked version ${quote(reason.baked)} is no version that a node can compare`;
    case 'version-not-comparable':
      return `${quote(reason.version)}${from(reason.origin)} is no version that a node can compare`;
    case 'other-base':
      return `${quote(reason.version)}${from(reason.origin)} is of another base`;
    case 'same-patch':
      return `it is at the patch of ${quote(reason.version)}${from(reason.origin)} already`;
    case 'lower-patch':
      return `its patch is higher than that of ${quote(reason.version)}${from(reason.origin)}`;
    case 'upgrades':
      return `${quote(reason.version)}${from(reason.origin)} has the same base and a higher patch`;
  }
}

function from(origin: Origin): string {
  return origin.field === 'hotfixes'
    ? ` from the entry of base ${quote(origin.base)}`
    : ` from "${origin.field}"`;
}
