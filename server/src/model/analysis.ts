import type { Catalogue } from './catalogue.ts';
import { type Config, decodeConfig } from './config.ts';
import type { ConfigView } from './config-view.ts';
import { ConfigViews } from './config-views.ts';
import { isReadAsUtf8 } from './encoding.ts';
import { noFile, type Readings, readingsOf, readingsOfConfig } from './fleet/readings.ts';
import { readingsServed } from './fleet/served.ts';
import { readStrict } from './read.ts';
import { recover } from './recover.ts';
import { mergedMaps, type Repeat } from './repeats.ts';
import type { ConfigSource, Entry } from './source.ts';
import { type TypeFault, typeFaults } from './type-faults.ts';
import type { VersionProperty } from './version-property.ts';
import { VersionsByBase } from './versions-by-base.ts';
import { isBlank } from './white-space.ts';

/** In characters. Real configs have a few dozen. A larger text is not analyzed. */
export const largestConfig = 5 * 1024 * 1024;
/** The same in messages. */
export const largestConfigInWords = `${largestConfig / 1024 / 1024} MB`;

/** All derived data of one state of a config's text. Each value is computed once, on first use. */
export class Analysis {
  readonly source: ConfigSource;
  /** The keys and versions of each base. */
  readonly byBase: VersionsByBase;
  private lazyConfig: Config | null | undefined;
  private lazyReadings: Readings | undefined;
  private lazyTypeFaults: readonly TypeFault[] | undefined;
  private readonly views: ConfigViews;

  /** `encoding` is that of the file, if it is known and not plain UTF-8. */
  constructor(
    text: string,
    readonly encoding?: string | undefined,
    source?: ConfigSource,
    /** Whether it is a map that the live-patching service serves. */
    readonly isServed = false,
  ) {
    this.source = source ?? readAnyhow(text);
    this.views = new ConfigViews(this.source);
    this.byBase = new VersionsByBase(this.source.fields, this.views);
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

  /** As nodes see it. */
  get seen(): ConfigView {
    return this.views.seen;
  }

  /** The same without entries that are usual: most rules have nothing to report for those. */
  get unusual(): ConfigView {
    return this.views.unusual;
  }

  /** As nodes see it, without usual entries whose base has no record and is not used elsewhere in the file. */
  recordedIn(catalogue: Catalogue): ConfigView {
    return this.views.recordedIn(catalogue);
  }

  /** Including ignored ones. */
  get versionProperties(): readonly VersionProperty[] {
    return this.views.all.versionProperties;
  }

  /** The properties that nodes ignore because they are repeated. */
  get repeats(): readonly Repeat[] {
    return this.views.repeats;
  }

  /** Whether nodes ignore a property because it is repeated. */
  isIgnored(property: Pick<Entry, 'value'>): boolean {
    return this.views.isIgnored(property);
  }

  /** Whether the maps that nodes read have an entry: then nodes never read `version`. */
  get hasEntries(): boolean {
    return mergedMaps(this.source).some(({ entries }) => entries.length > 0);
  }
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
