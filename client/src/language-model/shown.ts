import { quote } from '../../../server/src/model/quote.ts';

/** More than there are bases with images; what somebody has made to be longer is no help to a model either. */
const most = 200;

/** A version as releases write it speaks for itself; in anything else words may stand that are not ours. */
export function shown(version: string): string {
  return /^\d{6}\.\d{2}\.\d{1,20}$/.test(version) ? version : quote(version);
}

/** The last of a list, where it ascends the newest, and before them how many there are besides. */
export function limited(items: readonly string[], limit = most): readonly string[] {
  const others = items.length - limit;
  return others > 0 ? [`(${others} others are left out)`, ...items.slice(others)] : items;
}
