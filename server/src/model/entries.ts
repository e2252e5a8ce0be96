import { isPlain } from './plain.ts';
import type { Entry, Survey } from './source.ts';

export function survey(entries: readonly Entry[]): Survey {
  return {
    odd: entries.filter((entry) => !isPlain(entry)),
    descents: descentsIn(entries, 1, entries.length),
  };
}

/** How many entries of a range of indices do not ascend from the one before. */
export function descentsIn(entries: readonly Entry[], from: number, to: number): number {
  let descents = 0;
  for (let i = from; i < to; i++) {
    const [before, entry] = [entries[i - 1], entries[i]];
    if (before && entry && before.key.value >= entry.key.value) descents++;
  }
  return descents;
}

/** The index of the first entry that begins at or after an offset. */
export function indexFrom(entries: readonly Entry[], offset: number): number {
  return firstIndex(entries, ({ key }) => key.start >= offset);
}

/** The index of the first item that passes a test which, once passed, is passed by all that follow. */
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
