import type { Catalogue } from './catalogue.ts';
import { type Config, decodeConfig, type TypeFault, typeFaults } from './config.ts';
import { readStrict } from './read.ts';
import { recover } from './recover.ts';
import { lostValues, mergedMaps, type Repeat, repeatsIn } from './repeats.ts';
import { isPlain, type Slot, slotOf, slotsOf } from './slot.ts';
import type { ConfigSource, Entry, Field, ValueToken } from './source.ts';
import {
  type Base,
  baseOf,
  canonicalBase,
  compareDigits,
  patchAfter,
  patchOf,
  type Version,
  versionFrom,
} from './version.ts';
import { trimSpace } from './white-space.ts';

export interface SuspectEntry {
  readonly field: Field;
  readonly entry: Entry;
}

/** Everything that can be asked of one state of a config's text; each answer is worked out once, when first asked. */
export class Analysis {
  readonly source: ConfigSource;
  private lazyConfig: Config | null | undefined;
  private lazySlots: readonly Slot[] | undefined;
  private lazySuspectEntries: readonly SuspectEntry[] | undefined;
  private lazySuspects: readonly Slot[] | undefined;
  private lazyRepeats: readonly Repeat[] | undefined;
  private lazyLost: ReadonlySet<ValueToken> | undefined;
  private lazyListed: ReadonlySet<string> | undefined;
  private lazyNaming: Map<Base, Slot[]> | undefined;
  private lazyTypeFaults: readonly TypeFault[] | undefined;

  constructor(text: string) {
    const read = readStrict(text);
    this.source = 'fields' in read ? read : recover(text, read);
  }

  /** The config that a node decodes; null when it cannot read the file. */
  get config(): Config | null {
    if (this.lazyConfig === undefined) this.lazyConfig = decodeConfig(this.source, this.typeFaults);
    return this.lazyConfig;
  }

  get typeFaults(): readonly TypeFault[] {
    this.lazyTypeFaults ??= typeFaults(this.source);
    return this.lazyTypeFaults;
  }

  get slots(): readonly Slot[] {
    this.lazySlots ??= slotsOf(this.source);
    return this.lazySlots;
  }

  /** What a node loses because it stands in the file again. */
  get repeats(): readonly Repeat[] {
    this.lazyRepeats ??= repeatsIn(this.source);
    return this.lazyRepeats;
  }

  /** Whether no node ever sees the value of a property. */
  isLost({ value }: Pick<Entry, 'value'>): boolean {
    this.lazyLost ??= lostValues(this.repeats);
    return this.lazyLost.has(value);
  }

  /** The slots that nodes see. */
  get liveSlots(): readonly Slot[] {
    return this.slots.filter((slot) => !this.isLost(slot));
  }

  /** The maps that nodes go by have an entry: then `version` is never read. */
  get hasEntries(): boolean {
    return mergedMaps(this.source).some(({ entries }) => entries.length > 0);
  }

  /** The bases that are listed, misspelled ones by what they stand for. */
  get listedBases(): ReadonlySet<string> {
    this.lazyListed ??= new Set(
      this.source.fields.flatMap(({ entries }) =>
        entries.map(({ key }) => canonicalBase(trimSpace(key.value)) ?? key.value),
      ),
    );
    return this.lazyListed;
  }

  /** The slots that name a version of a base. */
  naming(base: Base): readonly Slot[] {
    if (!this.lazyNaming) {
      this.lazyNaming = new Map();
      for (const slot of this.slots) {
        if (!slot.version) continue;
        const named = this.lazyNaming.get(baseOf(slot.version));
        if (named) named.push(slot);
        else this.lazyNaming.set(baseOf(slot.version), [slot]);
      }
    }
    return this.lazyNaming.get(base) ?? [];
  }

  /** The entries that are not plain and that nodes see: what is wrong with an entry, is wrong with one of these. */
  get suspectEntries(): readonly SuspectEntry[] {
    this.lazySuspectEntries ??= this.source.fields.flatMap((field) =>
      field.entries
        .filter((entry) => !isPlain(entry) && !this.isLost(entry))
        .map((entry) => ({ field, entry })),
    );
    return this.lazySuspectEntries;
  }

  /** The slots that are not plain entries, `version` and `scripts_version` always among them. */
  get suspects(): readonly Slot[] {
    this.lazySuspects ??= [
      ...this.suspectEntries.flatMap(({ field, entry }) => slotOf(entry, field, 'entry') ?? []),
      ...this.source.fields.flatMap((field) => {
        const isText = field.name && field.name !== 'hotfixes' && !this.isLost(field);
        return isText ? (slotOf(field, field, field.name) ?? []) : [];
      }),
    ];
    return this.lazySuspects;
  }

  /** The suspects, and the plain entries whose base passes a test. */
  slotsWhere(test: (base: Base) => boolean): readonly Slot[] {
    const plain = this.source.fields.flatMap((field) =>
      field.entries
        .filter((entry) => test(entry.key.value as Base) && isPlain(entry) && !this.isLost(entry))
        .flatMap((entry) => slotOf(entry, field, 'entry') ?? []),
    );
    return [...this.suspects, ...plain];
  }
}

/**
 * The version a new hotfix for `base` would get: one patch above the highest known baked one and those that the file
 * names elsewhere. Undefined where a node could not read that number any more.
 */
export function nextVersion(
  analysis: Analysis,
  base: Base,
  catalogue: Catalogue,
  except?: Slot,
): Version | undefined {
  const baked = catalogue.of(base).map(({ version }) => version);
  const named = analysis
    .naming(base)
    .flatMap((slot) => (slot !== except && slot.version ? [slot.version] : []));
  const patches = [...baked, ...named].map(patchOf);
  const highest = patches.reduce((a, b) => (compareDigits(a, b) < 0 ? b : a), '0');
  const patch = patchAfter(highest);
  return patch === undefined ? undefined : versionFrom(base, patch);
}
