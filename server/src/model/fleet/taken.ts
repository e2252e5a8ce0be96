import { isCalendarDate } from '../calendar.ts';
import { canonicalVersion, isBase, isVersion, type Version, versionFrom } from '../version.ts';
import { trimSpace } from '../white-space.ts';
import { configsRead, type Readings } from './readings.ts';

/** The tags that publish a package of the controller or an image. A tag with a suffix publishes nothing. */
const tagPatterns = [
  /^(?:aks-node-controller\/)?v0\.(\d{6})(\d{2})\.(\d+)$/,
  /^(?:anc|aks-node-controller\/hotfix)\/v(\d{6})\.(\d{2})\.(\d+)$/,
];

/**
 * The version that a git tag of AgentBaker's repository publishes; undefined for a tag without a date of this
 * century.
 */
export function publishedBy(tag: string): Version | undefined {
  for (const pattern of tagPatterns) {
    const [, month = '', day, patch = ''] = pattern.exec(tag) ?? [];
    const base = `${month}.${day}`;
    if (!isBase(base) || !month.startsWith('20') || !isCalendarDate(base)) continue;
    const version = versionFrom(base, patch.replace(/^0+(?=\d)/, ''));
    return isVersion(version) ? version : undefined;
  }
  return undefined;
}

/** The versions that a config names, in any spelling. */
export function versionsNamedIn(readings: Readings): Version[] {
  const named = configsRead(readings).flatMap(({ version, scripts_version, hotfixes }) => [
    version,
    scripts_version,
    ...(hotfixes?.values() ?? []),
  ]);
  return named.flatMap((text) => canonicalVersion(trimSpace(text)) ?? []);
}

/**
 * The patches that are a prefix of another one, each with the first longer one. apt is asked for `VERSION*` and
 * installs the highest match: for `.1` it installs `.12` if both exist, where dnf installs `.1`.
 */
export function ambiguousPatches(patches: readonly string[]): ReadonlyMap<string, string> {
  // In alphabetical order, the patches that begin with a patch follow directly after it.
  const sorted = [...new Set(patches)].sort();
  const ambiguous = new Map<string, string>();
  for (const [at, patch] of sorted.entries()) {
    const next = sorted[at + 1];
    if (next?.startsWith(patch)) ambiguous.set(patch, next);
  }
  return ambiguous;
}
