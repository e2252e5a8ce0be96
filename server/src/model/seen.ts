import { type Slot, slotOf } from './slot.ts';
import type { Entry, Field, Property } from './source.ts';

export interface PlacedEntry {
  readonly field: Field;
  readonly entry: Entry;
}

/** What somebody sees of a config: its entries, and all that holds a hotfix version. */
export class Seen {
  private lazyEntries: readonly PlacedEntry[] | undefined;
  private lazySlots: readonly Slot[] | undefined;

  constructor(
    private readonly fields: readonly Field[],
    private readonly isField: (field: Property) => boolean,
    private readonly isEntry: (entry: Entry) => boolean,
  ) {}

  get entries(): readonly PlacedEntry[] {
    this.lazyEntries ??= this.placed();
    return this.lazyEntries;
  }

  /** In the order of the text. */
  get slots(): readonly Slot[] {
    this.lazySlots ??= this.slotted();
    return this.lazySlots;
  }

  // Loops: on every keystroke, and in a large config, a list for each entry would take most of the time.
  private placed(): PlacedEntry[] {
    const placed: PlacedEntry[] = [];
    for (const field of this.fields)
      for (const entry of field.entries) if (this.isEntry(entry)) placed.push({ field, entry });
    return placed;
  }

  private slotted(): Slot[] {
    const { entries } = this;
    const slots: Slot[] = [];
    let at = 0;
    const add = (slot: Slot | undefined) => slot && slots.push(slot);
    for (const field of this.fields) {
      const { role } = field;
      if (role && role !== 'entry' && this.isField(field)) add(slotOf(field, field, role));
      for (; entries[at]?.field === field; at++) {
        const placed = entries[at];
        if (placed) add(slotOf(placed.entry, field, 'entry'));
      }
    }
    return slots;
  }
}
