import type { Catalogue } from './catalogue.ts';
import { type Config, decodeConfig } from './config.ts';
import { ConfigView } from './config-view.ts';
import { isReadAsUtf8 } from './encoding.ts';
import { noFile, type Readings, readingsOf, readingsOfConfig } from './fleet/readings.ts';
import { readingsServed } from './fleet/served.ts';
import { readStrict } from './read.ts';
import { recover } from './recover.ts';
import { ignoredValues, mergedMaps, type Repeat, repeatsIn } from './repeats.ts';
import type { ConfigSource, Entry, Property, SyntaxNode } from './source.ts';
import { type TypeFault, typeFaults } from './type-faults.ts';
import { isUsual } from './usual.ts';
import { type Base, baseOf, canonicalBase, compareDigits, patchOf, type Version } from './version.ts';
import type { VersionProperty } from './version-property.ts';
import { isBlank, trimSpace } from './white-space.ts';

/** In characters. Real configs have a few dozen. A larger text is not analyzed. */
export const largestConfig = 5 * 1024 * 1024;
/** The same in messages. */
export const largestConfigInWords = `${largestConfig / 1024 / 1024} MB`;

/** All derived data of one state of a config's text. Each value is computed once, on first use. */
export class Analysis {
  readonly source: ConfigSource;
  private lazyConfig: Config | null | undefined;
  private lazyReadings: Readings | undefined;
  private lazyTypeFaults: readonly TypeFault[] | undefined;
  private lazyRepeats: readonly Repeat[] | undefined;
  private lazyIgnored: ReadonlySet<SyntaxNode> | undefined;
  private lazyByBase: ReadonlyMap<string, readonly Entry[]> | undefined;
  private lazyVersions: ReadonlyMap<string, readonly VersionProperty[]> | undefined;
  private lazyShared: ReadonlyMap<string, readonly VersionProperty[]> | undefined;
  private lazyUnusualEntries: ReadonlySet<Entry> | undefined;
  private lazySeen: ConfigView | undefined;
  private lazyBasesNamed: ReadonlySet<string | undefined> | undefined;
  private recorded: { readonly catalogue: Catalogue; readonly view: ConfigView } | undefined;
  private readonly highest = new Map<Base, readonly VersionProperty[]>();

  /** Including ignored properties. */
  private readonly all: ConfigView;
  /** As nodes see it, without the entries that are usual: most rules have nothing to report for those. */
  readonly unusual: ConfigView;

  /** `encoding` is that of the file, if it is known and not plain UTF-8. */
  constructor(
    text: string,
    readonly encoding?: string | undefined,
    source?: ConfigSource,
    /** Whether it is a map that the live-patching service serves. */
    readonly isServed = false,
  ) {
    this.source = source ?? readAnyhow(text);
    const { fields } = this.source;
    const isUnusual = (entry: Entry) => !isUsual(entry) && !this.isIgnored(entry);
    this.all = new ConfigView(
      fields,
      () => true,
      () => true,
    );
    this.unusual = new ConfigView(fields, this.isSeen, isUnusual);
  }

  private readonly isSeen = (property: Property) => !this.isIgnored(property);

  /** As nodes see it. */
  get seen(): ConfigView {
    this.lazySeen ??=
      this.repeats.length === 0 ? this.all : new ConfigView(this.source.fields, this.isSeen, this.isSeen);
    return this.lazySeen;
  }

  /** The same without usual entries whose base has no record and is not used elsewhere in the file. */
  recordedIn(catalogue: Catalogue): ConfigView {
    if (this.repeats.length > 0) return this.seen;
    if (this.recorded?.catalogue !== catalogue) {
      const { basesNamed, unusualEntries } = this;
      const isRecorded = (entry: Entry) =>
        catalogue.saysSomethingOf(entry.key.value as Base) ||
        basesNamed.has(entry.key.value) ||
        unusualEntries.has(entry);
      const view = new ConfigView(this.source.fields, this.isSeen, isRecorded);
      this.recorded = { catalogue, view };
    }
    return this.recorded.view;
  }

  /**
   * The analysis of a map that the live-patching service serves. Nodes take only its entries. A wrong type in another field
   * makes all of it unreadable.
   */
  static served(text: string): Analysis {
    const source = isBlank(text) ? { text, root: undefined, fields: [], faults: [] } : readAnyhow(text);
    const fields = source.fields.map((field) =>
      field.role === 'entry' ? field : { ...field, name: undefined, role: undefined },
    );
    const analysis = new Analysis('', undefined, { ...source, fields }, true);
    analysis.lazyTypeFaults = typeFaults(source);
    return analysis;
  }

  /** The analysis of another text in the same place. */
  withText(text: string): Analysis {
    return this.isServed ? Analysis.served(text) : new Analysis(text, this.encoding);
  }

  /** The analysis of a file that was not read because of its size. */
  static tooLarge(): Analysis {
    return new Analysis('', undefined, tooLarge(''));
  }

  /** The same text, if controllers find something else in the file once they start. */
  readAs(readings: Readings): Analysis {
    const analysis = new Analysis('', this.encoding, this.source, this.isServed);
    analysis.lazyReadings = readings;
    return analysis;
  }

  /** Nothing is known of its content. */
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

  /** The config that a node decodes; null if it cannot read the file. */
  get config(): Config | null {
    if (this.lazyConfig === undefined)
      this.lazyConfig = this.isEncodedReadable ? decodeConfig(this.source, this.typeFaults) : null;
    return this.lazyConfig;
  }

  /** What the controllers of all generations decode. */
  get readings(): Readings {
    this.lazyReadings ??= this.isServed ? this.readingsOfServed : this.readingsOfFile;
    return this.lazyReadings;
  }

  private get readingsOfFile(): Readings {
    return this.isEncodedReadable ? readingsOf(this.source, this.config) : readingsOfConfig(null);
  }

  /** By nodes without a file, which is the normal state. */
  private get readingsOfServed(): Readings {
    return this.config ? readingsServed(noFile, this.source.text) : readingsOfConfig(null);
  }

  get typeFaults(): readonly TypeFault[] {
    this.lazyTypeFaults ??= typeFaults(this.source);
    return this.lazyTypeFaults;
  }

  /** Including ignored ones. */
  get versionProperties(): readonly VersionProperty[] {
    return this.all.versionProperties;
  }

  /** The properties that nodes ignore because they are repeated. */
  get repeats(): readonly Repeat[] {
    this.lazyRepeats ??= repeatsIn(this.source);
    return this.lazyRepeats;
  }

  /** Whether nodes ignore a property because it is repeated. */
  isIgnored({ value }: Pick<Entry, 'value'>): boolean {
    if (this.repeats.length === 0) return false;
    this.lazyIgnored ??= ignoredValues(this.repeats);
    return this.lazyIgnored.has(value);
  }

  /** Whether the maps that nodes read have an entry: then nodes never read `version`. */
  get hasEntries(): boolean {
    return mergedMaps(this.source).some(({ entries }) => entries.length > 0);
  }

  /** Whether a base is listed, in any spelling. */
  isListed(base: Base): boolean {
    return this.keyCountOf(base) > 0;
  }

  /** How many keys mean a base, including ignored ones. */
  keyCountOf(base: Base): number {
    this.lazyByBase ??= grouped(
      this.source.fields.flatMap(({ entries }) => entries),
      ({ key }) => canonicalBase(trimSpace(key.value)),
    );
    return this.lazyByBase.get(base)?.length ?? 0;
  }

  /** The versions of a base in the file, including ignored ones, except that of one property. */
  versionsOf(base: Base, except?: VersionProperty): Version[] {
    return versionsIn(this.propertiesOf(base), except);
  }

  /**
   * The highest of these. The top two are kept, so that thousands of versions of one base are not scanned for each of
   * them.
   */
  highestOf(base: Base, except?: VersionProperty): Version | undefined {
    let highest = this.highest.get(base);
    if (!highest) {
      highest = [...this.propertiesOf(base)].sort(byPatchDescending).slice(0, 2);
      this.highest.set(base, highest);
    }
    return versionsIn(highest, except)[0];
  }

  /** Whether at most one property has a version of a base. This is the usual case, and needs no list per base. */
  namesOnce(base: Base): boolean {
    return !this.shared.has(base);
  }

  private propertiesOf(base: Base): readonly VersionProperty[] {
    const shared = this.shared.get(base);
    if (shared) return shared;
    this.lazyVersions ??= grouped(this.versionProperties, baseNamed);
    return this.lazyVersions.get(base) ?? [];
  }

  /**
   * The properties by base, only for bases that several properties may have: without repeats, no two usual entries
   * share a base.
   */
  private get shared(): ReadonlyMap<string, readonly VersionProperty[]> {
    this.lazyShared ??= grouped(this.sharing, baseNamed);
    return this.lazyShared;
  }

  private get sharing(): readonly VersionProperty[] {
    if (this.repeats.length > 0) return this.versionProperties;
    const { basesNamed, unusualEntries } = this;
    if (basesNamed.size === 0) return [];
    const isSharing = (entry: Entry) => basesNamed.has(entry.key.value) || unusualEntries.has(entry);
    return new ConfigView(this.source.fields, this.isSeen, isSharing, this.recorded?.view).versionProperties;
  }

  /** The bases of all versions except those of usual entries. */
  private get basesNamed(): ReadonlySet<string | undefined> {
    this.lazyBasesNamed ??= new Set(this.unusual.versionProperties.map(baseNamed));
    return this.lazyBasesNamed;
  }

  private get unusualEntries(): ReadonlySet<Entry> {
    this.lazyUnusualEntries ??= new Set(this.unusual.entries.map(({ entry }) => entry));
    return this.lazyUnusualEntries;
  }
}

function baseNamed(property: VersionProperty): Base | undefined {
  return property.version && baseOf(property.version);
}

function versionsIn(
  versionProperties: readonly VersionProperty[],
  except: VersionProperty | undefined,
): Version[] {
  return versionProperties.flatMap(({ value, version }) =>
    version && value !== except?.value ? [version] : [],
  );
}

function byPatchDescending(a: VersionProperty, b: VersionProperty): number {
  return a.version && b.version ? compareDigits(patchOf(b.version), patchOf(a.version)) : 0;
}

function tooLarge(text: string): ConfigSource {
  const fault = { code: 'too-large', start: 0, end: Math.min(1, text.length), strictOnly: true } as const;
  return { text, root: undefined, fields: [], faults: [fault] };
}

function readAnyhow(text: string): ConfigSource {
  if (text.length > largestConfig) return tooLarge(text);
  const read = readStrict(text);
  return 'fields' in read ? read : recover(text, read);
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
