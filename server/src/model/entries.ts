import type { Entry } from './source.ts';

/** Whether each entry has a greater base than the one before: then none is repeated. */
export function isAscending(entries: readonly Entry[]): boolean {
  for (let i = 1; i < entries.length; i++) {
    const [before, entry] = [entries[i - 1], entries[i]];
    if (before && entry && before.key.value >= entry.key.value) return false;
  }
  return true;
}

/** The index of the first entry that begins at or after an offset. */
export function indexFrom(entries: readonly Entry[], offset: number): number {
  return firstIndex(entries, ({ key }) => key.start >= offset);
}

/** The index of the first item that passes a test. All items after it must pass the test too. */
export function firstIndex<T>(items: readonly T[], passes: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && !passes(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}
