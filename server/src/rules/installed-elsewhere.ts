import {
  type Analysis,
  type Catalogue,
  installersOf,
  upgradedAmong,
  type Version,
  type VersionProperty,
} from '../model/index.ts';
import type { MessageData, Report } from './rule.ts';

/** The versions on record whose images install this `version` without a comparison, whatever is wrong with it. */
export function installersElsewhere(
  { readings }: Analysis,
  property: VersionProperty,
  catalogue: Catalogue,
): Version[] {
  return upgradedAmong(installersOf(readings, property, catalogue));
}

/** The rule's own message, unless images elsewhere install the version: then the message names one of them. */
export function messageUnless<Own extends string>(
  [other]: readonly Version[],
  messageId: Own,
  data: MessageData,
): Pick<Report<Own | 'installed-elsewhere'>, 'messageId' | 'data'> {
  return other === undefined
    ? { messageId, data }
    : { messageId: 'installed-elsewhere', data: { ...data, other } };
}
