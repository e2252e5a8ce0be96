import type { Catalogue } from './catalogue.ts';
import { type Config, decodeConfig, type TypeFault, typeFaults } from './config.ts';
import { isReadAsUtf8 } from './encoding.ts';
import { firstIndex } from './entries.ts';
import { isPlain } from './plain.ts';
import { readStrict } from './read.ts';
import { mostMended, recover } from './recover.ts';
import { lostValues, mergedMaps, type Repeat, repeatsIn } from './repeats.ts';
import { type Slot, slotOf, slotsOf } from './slot.ts';
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

export interface PlacedEntry {
  readonly field: Field;
  readonly entry: Entry;
}

/** In characters. Real configs have a few dozen; of more than this, no question about its parts is answered. */
export const largestConfig = 5 * 1024 * 1024;

/** Everything that can be asked of one state of a config's text; each answer is worked out once, when first asked. */
export class Analysis {
  readonly source: ConfigSource;
  private lazyConfig: Config | null | undefined;
  private lazySlots: readonly Slot[] | undefined;
  private lazyLiveOddEntries: readonly PlacedEntry[] | undefined;
  private lazyLiveOddSlots: readonly Slot[] | undefined;
  private lazyRepeats: readonly Repeat[] | undefined;
  private lazyLost: ReadonlySet<ValueToken> | undefined;
  private lazyByKey: ReadonlyMap<string, readonly PlacedEntry[]> | undefined;
  private lazyOddSlots: readonly Slot[] | undefined;
  private lazyOddSlotsOf: ReadonlyMap<string, readonly Slot[]> | undefined;
  private lazyOddMeaning: ReadonlyMap<string, readonly Entry[]> | undefined;
  private lazyTypeFaults: readonly TypeFault[] | undefined;

  /** `encoding` is that of the file, where it is known and not plain UTF-8. */
  constructor(
    text: string,
    mostFaults?: number,
    source?: ConfigSource,
    readonly encoding?: string | undefined,
  ) {
    this.source = source ?? readAnyhow(text, mostFaults);
  }

  /** That of a text that was decoded from another encoding, where there is one. */
  static encoded(text: string, encoding: string | undefined): Analysis {
    return new Analysis(text, undefined, undefined, encoding);
  }

  /** That of a file that was not read because of its size. */
  static tooLarge(): Analysis {
    return new Analysis('', undefined, tooLarge(''));
  }

  /** With all faults of the syntax, for whoever mends them. */
  static thorough(text: string, encoding?: string): Analysis {
    return new Analysis(text, mostMended, undefined, encoding);
  }

  /** Nothing is known of what is in it. */
  get isTooLarge(): boolean {
    return this.source.faults[0]?.code === 'too-large';
  }

  /** Whether nodes can decode it. */
  get isReadable(): boolean {
    return this.isEncodedReadable && this.source.faults.length === 0 && this.typeFaults.length === 0;
  }

  /** In another encoding the text may be valid, and nodes cannot read the bytes. */
  private get isEncodedReadable(): boolean {
    return this.encoding === undefined || isReadAsUtf8(this.encoding);
  }

  /** The config that a node decodes; null when it cannot read the file. */
  get config(): Config | null {
    if (this.lazyConfig === undefined)
      this.lazyConfig = this.isEncodedReadable ? decodeConfig(this.source, this.typeFaults) : null;
    return this.lazyConfig;
  }

  /** One map with nothing but plain entries in order, and nothing beside it: most configs are. */
  get isPlain(): boolean {
    const { faults, fields } = this.source;
    const [field] = fields;
    if (!field || faults.length > 0 || fields.length > 1 || this.encoding !== undefined) return false;
    const { key, entries, odd, descents } = field;
    return key.value === 'hotfixes' && entries.length > 0 && odd.length === 0 && descents === 0;
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

  /** How many entries of the maps that nodes go by they see. */
  get seenEntries(): number {
    const counts = mergedMaps(this.source).map(({ entries }) =>
      this.repeats.length === 0 ? entries.length : entries.filter((entry) => !this.isLost(entry)).length,
    );
    return counts.reduce((sum, count) => sum + count, 0);
  }

  /** Whether a base is listed; misspelled ones are by what they stand for. */
  lists(base: Base): boolean {
    return this.claims(base) > 0;
  }

  /** How many keys stand for a base, whoever sees them. */
  claims(base: Base): number {
    this.lazyOddMeaning ??= grouped(
      this.source.fields.flatMap(({ odd }) => odd),
      ({ key }) => canonicalBase(trimSpace(key.value)),
    );
    const misspelled = (this.lazyOddMeaning.get(base) ?? []).filter(({ key }) => key.value !== base);
    return this.withKey(base).length + misspelled.length;
  }

  /** The versions of a base that the file names, whoever sees them, but for those in one place. */
  versionsOf(base: Base, except?: Slot): Version[] {
    this.lazyOddSlotsOf ??= grouped(this.oddSlots, ({ version }) => version && baseOf(version));
    const odd = this.lazyOddSlotsOf.get(base) ?? [];
    // A plain entry names a version of the base that it is listed under.
    const plain = this.withKey(base).flatMap(({ entry: { key, value } }) =>
      value.kind === 'string' && isPlain({ key, value }) ? [{ value, version: value.value as Version }] : [],
    );
    return [...plain, ...odd].flatMap(({ value, version }) =>
      version && value !== except?.value ? [version] : [],
    );
  }

  /** The entries that are not plain and that nodes see: what is wrong with an entry, is wrong with one of these. */
  get liveOddEntries(): readonly PlacedEntry[] {
    this.lazyLiveOddEntries ??= this.source.fields.flatMap((field) =>
      field.odd.filter((entry) => !this.isLost(entry)).map((entry) => ({ field, entry })),
    );
    return this.lazyLiveOddEntries;
  }

  /** Those of the odd slots that nodes see: what is wrong with a slot, is wrong with one of these. */
  get liveOddSlots(): readonly Slot[] {
    this.lazyLiveOddSlots ??= this.oddSlots.filter((slot) => !this.isLost(slot));
    return this.lazyLiveOddSlots;
  }

  /** The slots that are not plain entries, `version` and `scripts_version` always among them. */
  private get oddSlots(): readonly Slot[] {
    const { fields } = this.source;
    this.lazyOddSlots ??= [
      ...fields.flatMap((field) => field.odd.flatMap((entry) => slotOf(entry, field, 'entry') ?? [])),
      ...fields.flatMap((field) =>
        field.name && field.name !== 'hotfixes' ? (slotOf(field, field, field.name) ?? []) : [],
      ),
    ];
    return this.lazyOddSlots;
  }

  /** The odd ones, and the plain entries that nodes see and whose base passes a test. */
  slotsWhere(test: (base: Base) => boolean): readonly Slot[] {
    const plain = this.source.fields.flatMap((field) => this.slotsAmong(field, field.entries, test));
    return [...this.liveOddSlots, ...plain.filter((slot) => !this.isLost(slot))];
  }

  /** The same for all bases below one. */
  slotsBelow(limit: string): readonly Slot[] {
    const plain = this.source.fields.flatMap((field) => {
      const { entries, descents } = field;
      // Of entries in order, none behind the first that is not below it has to be looked at.
      const end = descents > 0 ? entries.length : firstIndex(entries, ({ key }) => key.value >= limit);
      return this.slotsAmong(field, entries.slice(0, end), (base) => base < limit);
    });
    return [...this.liveOddSlots, ...plain.filter((slot) => !this.isLost(slot))];
  }

  /** The entries of a key, whoever sees them. */
  private withKey(key: string): readonly PlacedEntry[] {
    const { fields } = this.source;
    if (fields.some(({ descents }) => descents > 0)) {
      this.lazyByKey ??= grouped(
        fields.flatMap((field) => field.entries.map((entry) => ({ field, entry }))),
        ({ entry }) => entry.key.value,
      );
      return this.lazyByKey.get(key) ?? [];
    }
    return fields.flatMap((field) => {
      const entry = field.entries[firstIndex(field.entries, (one) => one.key.value >= key)];
      return entry?.key.value === key ? [{ field, entry }] : [];
    });
  }

  private slotsAmong(field: Field, entries: readonly Entry[], test: (base: Base) => boolean): Slot[] {
    return entries
      .filter((entry) => test(entry.key.value as Base) && isPlain(entry))
      .flatMap((entry) => slotOf(entry, field, 'entry') ?? []);
  }
}

/**
 * The version a new hotfix for `base` would get: one patch above the highest that is taken, on record or by the file
 * elsewhere. Undefined where a node could not read that number any more.
 */
export function nextVersion(
  analysis: Analysis,
  base: Base,
  catalogue: Catalogue,
  except?: Slot,
): Version | undefined {
  return versionAbove(base, catalogue, analysis.versionsOf(base, except));
}

export function versionAbove(
  base: Base,
  catalogue: Catalogue,
  named: readonly Version[],
): Version | undefined {
  const patches = [...catalogue.taken(base), ...named.map(patchOf)];
  const highest = patches.reduce((a, b) => (compareDigits(a, b) < 0 ? b : a), '0');
  const patch = patchAfter(highest);
  return patch === undefined ? undefined : versionFrom(base, patch);
}

function tooLarge(text: string): ConfigSource {
  const fault = { code: 'too-large', start: 0, end: Math.min(1, text.length), strictOnly: true } as const;
  return { text, root: undefined, fields: [], faults: [fault] };
}

function readAnyhow(text: string, mostFaults?: number): ConfigSource {
  if (text.length > largestConfig) return tooLarge(text);
  const read = readStrict(text);
  return 'fields' in read ? read : recover(text, read, mostFaults);
}

function grouped<T>(
  items: readonly T[],
  keyOf: (item: T) => string | undefined,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
