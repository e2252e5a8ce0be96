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
    this.lazyEntries ??= this.fields.flatMap((field) =>
      field.entries.filter(this.isEntry).map((entry) => ({ field, entry })),
    );
    return this.lazyEntries;
  }

  /** In the order of the text. */
  get slots(): readonly Slot[] {
    this.lazySlots ??= this.fields.flatMap((field) => {
      const { name, entries } = field;
      if (name === 'hotfixes')
        return entries.filter(this.isEntry).flatMap((entry) => slotOf(entry, field, 'entry') ?? []);
      return name && this.isField(field) ? (slotOf(field, field, name) ?? []) : [];
    });
    return this.lazySlots;
  }
}
