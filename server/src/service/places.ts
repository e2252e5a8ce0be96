import type { Analysis, Field, Range, Slot } from '../model/index.ts';

/** The entry, `version` or `scripts_version` whose key or value an offset touches. */
export function slotAt(analysis: Analysis, offset: number): Slot | undefined {
  const slot = lastBefore(analysis.slots, offset, ({ key }) => key.start);
  return slot && (isIn(slot.key, offset) || isIn(slot.value, offset)) ? slot : undefined;
}

/** The field whose key an offset touches. */
export function fieldAt({ source }: Analysis, offset: number): Field | undefined {
  return source.fields.find(({ key }) => isIn(key, offset));
}

/** The slots that begin inside a range. */
export function slotsIn({ slots }: Analysis, { start, end }: Range): readonly Slot[] {
  const from = firstFrom(slots, start, ({ key }) => key.start);
  const to = firstFrom(slots, end + 1, ({ key }) => key.start);
  return slots.slice(from, to);
}

function isIn({ start, end }: Range, offset: number): boolean {
  return start <= offset && offset <= end;
}

function lastBefore<T>(sorted: readonly T[], offset: number, startOf: (item: T) => number): T | undefined {
  return sorted[firstFrom(sorted, offset + 1, startOf) - 1];
}

/** The index of the first item that begins at or after an offset. */
function firstFrom<T>(sorted: readonly T[], offset: number, startOf: (item: T) => number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = sorted[middle];
    if (item !== undefined && startOf(item) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
