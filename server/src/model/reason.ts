import { fieldWith } from './fields.ts';
import { quote } from './quote.ts';
import type { Origin, Reason } from './verdict.ts';

/** The reason of a verdict as a clause: "upgrades to …: …", "stays: …". */
export function explainReason(reason: Reason): string {
  switch (reason.code) {
    case 'unreadable':
      return 'nodes cannot read the file';
    case 'nothing-asked':
      return `"${fieldWith[reason.role]}" is empty or missing`;
    case 'baked-without-base':
      return `baked version ${quote(reason.baked)} does not have three parts, so it has no base`;
    case 'base-not-listed':
      return `base ${quote(reason.base)} is not in "hotfixes"`;
    case 'entry-empty':
      return `the entry of base ${quote(reason.base)} is empty`;
    case 'baked-not-comparable':
      return `baked version ${quote(reason.baked)} is not a valid version`;
    case 'version-not-comparable':
      return `${quote(reason.version)}${from(reason.origin)} is not a valid version`;
    case 'other-base':
      return `${quote(reason.version)}${from(reason.origin)} has another base`;
    case 'same-patch':
      return `already at the patch of ${quote(reason.version)}${from(reason.origin)}`;
    case 'lower-patch':
      return `already at a higher patch than ${quote(reason.version)}${from(reason.origin)}`;
    case 'upgrades':
      return `${quote(reason.version)}${from(reason.origin)} has the same base and a higher patch`;
  }
}

function from(origin: Origin): string {
  return origin.role === 'entry'
    ? ` from the entry of base ${quote(origin.base)}`
    : ` from "${fieldWith[origin.role]}"`;
}
