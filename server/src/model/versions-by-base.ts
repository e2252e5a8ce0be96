import type { ConfigViews } from './config-views.ts';
import type { Field } from './source.ts';
import { type Base, baseOf, canonicalBase, compareDigits, patchOf, type Version } from './version.ts';
import type { VersionProperty } from './version-property.ts';
import { trimSpace } from './white-space.ts';

/** The keys and versions of each base in a config, including ignored ones. */
export class VersionsByBase {
  private lazyKeyCounts: ReadonlyMap<string, number> | undefined;
  private lazyAll: Groups | undefined;
  private lazyShared: Groups | undefined;
  private readonly highest = new Map<Base, readonly VersionProperty[]>();

  constructor(
    private readonly fields: readonly Field[],
    private readonly views: ConfigViews,
  ) {}

  /** Whether a base is listed, in any spelling. */
  isListed(base: Base): boolean {
    return this.keyCountOf(base) > 0;
  }

  /** How many keys mean a base. */
  keyCountOf(base: Base): number {
    this.lazyKeyCounts ??= keyCounts(this.fields);
    return this.lazyKeyCounts.get(base) ?? 0;
  }

  /** The versions of a base, except that of one property. */
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
    this.lazyAll ??= byBase(this.views.all.versionProperties);
    return this.lazyAll.get(base) ?? [];
  }

  private get shared(): Groups {
    this.lazyShared ??= byBase(this.views.sharing);
    return this.lazyShared;
  }
}

type Groups = ReadonlyMap<Base, readonly VersionProperty[]>;

function byBase(properties: readonly VersionProperty[]): Groups {
  const groups = new Map<Base, VersionProperty[]>();
  for (const property of properties) {
    if (!property.version) continue;
    const base = baseOf(property.version);
    const group = groups.get(base);
    if (group) group.push(property);
    else groups.set(base, [property]);
  }
  return groups;
}

function keyCounts(fields: readonly Field[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { entries } of fields) {
    for (const { key } of entries) {
      const base = canonicalBase(trimSpace(key.value));
      if (base !== undefined) counts.set(base, (counts.get(base) ?? 0) + 1);
    }
  }
  return counts;
}

function versionsIn(properties: readonly VersionProperty[], except: VersionProperty | undefined): Version[] {
  return properties.flatMap(({ value, version }) => (version && value !== except?.value ? [version] : []));
}

function byPatchDescending(a: VersionProperty, b: VersionProperty): number {
  return a.version && b.version ? compareDigits(patchOf(b.version), patchOf(a.version)) : 0;
}
