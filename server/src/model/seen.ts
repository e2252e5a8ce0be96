import type { Entry, Field, Property } from './source.ts';
import { type VersionProperty, versionPropertyOf } from './version-property.ts';

export interface EntryInField {
  readonly field: Field;
  readonly entry: Entry;
}

/** What somebody sees of a config: its entries, and all that holds a hotfix version. */
export class Seen {
  private lazyEntries: readonly EntryInField[] | undefined;
  private lazyVersionProperties: readonly VersionProperty[] | undefined;

  constructor(
    private readonly fields: readonly Field[],
    private readonly isField: (field: Property) => boolean,
    private readonly isEntry: (entry: Entry) => boolean,
  ) {}

  get entries(): readonly EntryInField[] {
    this.lazyEntries ??= this.collectEntries();
    return this.lazyEntries;
  }

  /** In the order of the text. */
  get versionProperties(): readonly VersionProperty[] {
    this.lazyVersionProperties ??= this.collectVersionProperties();
    return this.lazyVersionProperties;
  }

  // Loops: on every keystroke, and in a large config, a list for each entry would take most of the time.
  private collectEntries(): EntryInField[] {
    const entries: EntryInField[] = [];
    for (const field of this.fields)
      for (const entry of field.entries) if (this.isEntry(entry)) entries.push({ field, entry });
    return entries;
  }

  private collectVersionProperties(): VersionProperty[] {
    const versionProperties: VersionProperty[] = [];
    const add = (property: VersionProperty | undefined) => property && versionProperties.push(property);
    for (const field of this.fields) {
      const { role, entries } = field;
      if (role && role !== 'entry' && this.isField(field)) add(versionPropertyOf(field, field, role));
      for (const entry of entries) if (this.isEntry(entry)) add(versionPropertyOf(entry, field, 'entry'));
    }
    return versionProperties;
  }
}
