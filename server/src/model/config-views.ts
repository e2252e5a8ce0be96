import type { Catalogue } from './catalogue.ts';
import { ConfigView } from './config-view.ts';
import { ignoredValues, type Repeat, repeatsIn } from './repeats.ts';
import type { ConfigSource, Entry, Property, SyntaxNode } from './source.ts';
import { isUsual } from './usual.ts';
import { type Base, baseOf } from './version.ts';
import type { VersionProperty } from './version-property.ts';

/** The properties of a config: all of them, those that nodes see, and fewer entries for rules that need only some. */
export class ConfigViews {
  /** Including ignored properties. */
  readonly all: ConfigView;
  /** As nodes see it, without the entries that are usual: most rules have nothing to report for those. */
  readonly unusual: ConfigView;
  private lazyRepeats: readonly Repeat[] | undefined;
  private lazyIgnored: ReadonlySet<SyntaxNode> | undefined;
  private lazySeen: ConfigView | undefined;
  private lazyBasesNamed: ReadonlySet<string | undefined> | undefined;
  private lazyUnusualEntries: ReadonlySet<Entry> | undefined;
  private recorded: { readonly catalogue: Catalogue; readonly view: ConfigView } | undefined;

  constructor(private readonly source: ConfigSource) {
    const isUnusual = (entry: Entry) => !isUsual(entry) && !this.isIgnored(entry);
    this.all = new ConfigView(
      source.fields,
      () => true,
      () => true,
    );
    this.unusual = new ConfigView(source.fields, this.isSeen, isUnusual);
  }

  private readonly isSeen = (property: Property) => !this.isIgnored(property);

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
      const isRecorded = (entry: Entry) =>
        catalogue.saysSomethingOf(entry.key.value as Base) || this.mayShareBase(entry);
      const view = new ConfigView(this.source.fields, this.isSeen, isRecorded);
      this.recorded = { catalogue, view };
    }
    return this.recorded.view;
  }

  /** The properties whose base several may have: without repeats, no two usual entries share a base. */
  get sharing(): readonly VersionProperty[] {
    if (this.repeats.length > 0) return this.all.versionProperties;
    if (this.basesNamed.size === 0) return [];
    const isSharing = (entry: Entry) => this.mayShareBase(entry);
    return new ConfigView(this.source.fields, this.isSeen, isSharing, this.recorded?.view).versionProperties;
  }

  private mayShareBase(entry: Entry): boolean {
    return this.basesNamed.has(entry.key.value) || this.unusualEntries.has(entry);
  }

  /** The bases of all versions except those of usual entries. */
  private get basesNamed(): ReadonlySet<string | undefined> {
    this.lazyBasesNamed ??= new Set(
      this.unusual.versionProperties.map(({ version }) => version && baseOf(version)),
    );
    return this.lazyBasesNamed;
  }

  private get unusualEntries(): ReadonlySet<Entry> {
    this.lazyUnusualEntries ??= new Set(this.unusual.entries.map(({ entry }) => entry));
    return this.lazyUnusualEntries;
  }
}
