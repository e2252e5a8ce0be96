import { quote } from '../../../server/src/model/quote.ts';

/** More than there are recorded bases. A longer list does not help a model. */
const most = 200;

/** A canonical version is shown unchanged. Anything else is quoted, because it may contain words. */
export function shown(version: string): string {
  return /^\d{6}\.\d{2}\.\d{1,20}$/.test(version) ? version : quote(version);
}

/** The last items of a list, after the number of items that were left out. */
export function limited(items: readonly string[], limit = most): readonly string[] {
  const others = items.length - limit;
  return others > 0 ? [`(${others} others are left out)`, ...items.slice(others)] : items;
}
