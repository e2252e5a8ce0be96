import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { decodeUtf8 } from '../model/index.ts';
import { isManifestPath, mayHaveConfigs } from '../names.ts';
import { textOf } from '../service/findings/checked-file.ts';
import { type CheckOptions, check } from '../service/findings/finding.ts';
import type { FileReport } from '../service/findings/json-findings.ts';
import {
  checkRemoved,
  configsInManifest,
  inManifest,
  keyOfId,
  type ManifestConfig,
  type ManifestReadings,
  readingsInManifest,
} from '../service/manifest/manifest.ts';
import { loadManifestReader } from '../service/manifest/reader.ts';
import { isConfigPath, ManifestKeys } from '../service/settings/names.ts';
import { pathOf } from '../service/uri.ts';
import type { Projects } from './projects.ts';
import type { Terminal } from './terminal.ts';

/** A manifest with the configs in its ConfigMaps. */
export interface Manifest {
  readonly text: string;
  readonly configs: readonly ManifestConfig[];
  /** The configs of the baseline. */
  readonly before: ManifestReadings;
}

const nothing: ManifestReadings = new Map();

/** Reads manifests. Their settings are those of configs in the same folder. */
export class Manifests {
  constructor(
    private readonly projects: Pick<Projects, 'globsFor'>,
    private readonly terminal: Pick<Terminal, 'cwd'>,
  ) {}

  /**
   * Undefined if a file is not a manifest: by its name, because it is JSON, or because the settings call the whole file a
   * config. `before` is the content at the baseline.
   */
  async open(file: string, content: string | Uint8Array, before?: Uint8Array): Promise<Manifest | undefined> {
    if (!isManifestPath(file)) return undefined;
    const path = resolve(this.terminal.cwd, file);
    const uriPath = pathOf(pathToFileURL(path).href);
    const globs = await this.projects.globsFor(path);
    if (isConfigPath(uriPath, globs)) return undefined;
    const text = typeof content === 'string' ? content : textOf(content).text;
    const textBefore = before ? decodeUtf8(before) : '';
    if (!mayHaveConfigs(text) && !mayHaveConfigs(textBefore))
      return /^\s*[{[]/.test(text) ? undefined : { text, configs: [], before: nothing };
    const [reader, keys] = [await loadManifestReader(), new ManifestKeys(uriPath, globs)];
    const known = before ? readingsInManifest(reader, textBefore, keys) : nothing;
    return { text, configs: configsInManifest(reader, text, keys, known), before: known };
  }
}

/** The name of a config in a report. */
export function nameInManifest(file: string, id: string): string {
  return `${file}#${keyOfId(id)}`;
}

/** Undefined if it has no config, and had none. */
export function reportOnManifest(
  file: string,
  { text, configs, before }: Manifest,
  options: CheckOptions,
): FileReport | undefined {
  if (configs.length === 0 && before.size === 0) return undefined;
  const found = configs.flatMap(({ id, text: place, analysis }) =>
    check(analysis, { ...options, baseline: before.get(id) }).map((finding) => inManifest(place, finding)),
  );
  return { file, text, findings: [...checkRemoved(before, configs, options), ...found] };
}
