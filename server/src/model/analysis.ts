import type { Catalogue } from './catalogue.ts';
import { type Config, decodeConfig, type TypeFault, typeFaults } from './config.ts';
import { readStrict } from './read.ts';
import { recover } from './recover.ts';
import { type Slot, slotsOf } from './slot.ts';
import type { ConfigSource } from './source.ts';
import {
  type Base,
  baseOf,
  compareDigits,
  patchAfter,
  patchOf,
  type Version,
  versionFrom,
} from './version.ts';

/** Everything that can be asked of one state of a config's text; each answer is worked out once, when first asked. */
export class Analysis {
  readonly source: ConfigSource;
  private lazyConfig: Config | null | undefined;
  private lazySlots: readonly Slot[] | undefined;
  private lazyTypeFaults: readonly TypeFault[] | undefined;

  constructor(text: string) {
    const read = readStrict(text);
    this.source = 'fields' in read ? read : recover(text, read);
  }

  /** The config that a node decodes; null when it cannot read the file. */
  get config(): Config | null {
    if (this.lazyConfig === undefined) this.lazyConfig = decodeConfig(this.source);
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
  const named = analysis.slots.flatMap((slot) => (slot !== except && slot.version ? [slot.version] : []));
  const baked = catalogue.of(base).map(({ version }) => version);
  const patches = [...baked, ...named.filter((version) => baseOf(version) === base)].map(patchOf);
  const highest = patches.reduce((a, b) => (compareDigits(a, b) < 0 ? b : a), '0');
  const patch = patchAfter(highest);
  return patch === undefined ? undefined : versionFrom(base, patch);
}
