import type { Entry, Field, Property } from './source.ts';
import { type VersionProperty, versionPropertyOf } from './version-property.ts';

export interface EntryInField {
  readonly field: Field;
  readonly entry: Entry;
}

/** The visible part of a config: its entries, and all properties with a hotfix version. */
export class ConfigView {
  private lazyEntries: readonly EntryInField[] | undefined;
  private lazyVersionProperties: readonly VersionProperty[] | undefined;

  constructor(
    private readonly fields: readonly Field[],
    private readonly isField: (field: Property) => boolean,
    private readonly isEntry: (entry: Entry) => boolean,
    /** A view that has all of its entries. Searching that takes less time than searching the fields. */
    private readonly within?: ConfigView | undefined,
  ) {}

  get entries(): readonly EntryInField[] {
    this.lazyEntries ??= this.collectEntries();
    return this.lazyEntries;
  }

  /** How many they are, without a list of them. */
  get entryCount(): number {
    let count = 0;
    for (const { entries } of this.fields) for (const entry of entries) if (this.isEntry(entry)) count++;
    return count;
  }

  /** In the order of the text. */
  get versionProperties(): readonly VersionProperty[] {
    this.lazyVersionProperties ??= this.collectVersionProperties();
    return this.lazyVersionProperties;
  }

  // Plain loops: in a large config, a list per entry would take most of the time of a keystroke.
  private collectEntries(): EntryInField[] {
    if (this.within) return this.within.entries.filter(({ entry }) => this.isEntry(entry));
    const entries: EntryInField[] = [];
    for (const field of this.fields)
      for (const entry of field.entries) if (this.isEntry(entry)) entries.push({ field, entry });
    return entries;
  }

  private collectVersionProperties(): VersionProperty[] {
    const versionProperties: VersionProperty[] = [];
    const add = (property: VersionProperty | undefined) => property && versionProperties.push(property);
    const { entries } = this;
    let next = 0;
    for (const field of this.fields) {
      const { role } = field;
      if (role && role !== 'entry' && this.isField(field)) add(versionPropertyOf(field, field, role));
      for (; entries[next]?.field === field; next++) {
        const entry = entries[next]?.entry;
        if (entry) add(versionPropertyOf(entry, field, 'entry'));
      }
    }
    return versionProperties;
  }
}
