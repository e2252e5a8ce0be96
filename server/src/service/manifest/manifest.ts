import { Analysis, type Edit, type Readings } from '../../model/index.ts';
import type { Fix } from '../../rules/index.ts';
import { type CheckOptions, check, type Finding } from '../findings/finding.ts';
import type { ManifestKeys } from '../settings/names.ts';
import { looksLikeConfig } from '../settings/recognition.ts';
import type { ConfigText } from './config-text.ts';
import type { ManifestReader } from './reader.ts';

/** A config in a ConfigMap. */
export interface ManifestConfig {
  /** The same in another version of the manifest. */
  readonly id: string;
  readonly text: ConfigText;
  readonly analysis: Analysis;
}

/** What nodes read in the configs of another version of a manifest, by their ids. */
export type ManifestReadings = ReadonlyMap<string, Readings>;

/** The key of `data` in an id. */
export function keyOfId(id: string): string {
  const [, , key]: readonly string[] = JSON.parse(id);
  return key ?? '';
}

/** The configs in a manifest, in the order of the text. A key that other products use needs a content that looks like one. */
export function configsInManifest(
  { configsIn }: ManifestReader,
  manifest: string,
  keys: ManifestKeys,
  before: ManifestReadings = new Map(),
): ManifestConfig[] {
  return configsIn(manifest, keys.isConfig).flatMap(({ id, key, text }) => {
    const analysis = Analysis.served(text.text);
    const isOne = keys.isCertain(key) || looksLikeConfig(analysis, before.get(id));
    return isOne ? [{ id, text, analysis }] : [];
  });
}

export function readingsInManifest(
  reader: ManifestReader,
  manifest: string,
  keys: ManifestKeys,
): ManifestReadings {
  const configs = configsInManifest(reader, manifest, keys);
  return new Map(configs.map(({ id, analysis }) => [id, analysis.readings]));
}

/** A config that was removed is reported at the start of the manifest, and has no fix there. */
export function checkRemoved(
  before: ManifestReadings,
  configs: readonly ManifestConfig[],
  options: CheckOptions,
): Finding[] {
  const left = new Set(configs.map(({ id }) => id));
  const levels = { ...options.levels, 'no-hotfix': 'off' } as const;
  return [...before]
    .filter(([id]) => !left.has(id))
    .flatMap(([, baseline]) => check(Analysis.served(''), { ...options, levels, baseline }))
    .map((finding) => ({ ...finding, start: 0, end: 0, related: [], fixes: () => [] }));
}

/** A finding of a config with its range in the manifest. */
export function inManifest(text: ConfigText, finding: Finding): Finding {
  return {
    ...finding,
    ...text.toManifest(finding),
    related: finding.related.map((related) => ({ ...related, ...text.toManifest(related) })),
    fixes: () => finding.fixes().flatMap((fix) => fixInManifest(text, fix)),
  };
}

/** A fix is an edit: the file is not the config's own, to be deleted or saved in another way. */
function fixInManifest(text: ConfigText, fix: Fix): Fix[] {
  const edits: readonly Edit[] | undefined = fix.edits.length > 0 ? text.write(fix.edits) : undefined;
  return edits ? [{ ...fix, edits }] : [];
}
