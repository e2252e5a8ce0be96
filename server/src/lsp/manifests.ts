import type { TextDocument } from 'vscode-languageserver-textdocument';
import { decodeUtf8, type Readings } from '../model/index.ts';
import { isManifestPath, mayHaveConfigs } from '../names.ts';
import { textOf } from '../service/findings/checked-file.ts';
import {
  configsInManifest,
  type ManifestConfig,
  type ManifestReadings,
  readingsInManifest,
} from '../service/manifest/manifest.ts';
import type { ManifestReader } from '../service/manifest/reader.ts';
import { pathOf } from '../service/uri.ts';
import type { Baseline } from './baselines.ts';
import { onceKnown } from './once-known.ts';
import type { DocumentSettings } from './settings.ts';

/** The configs in one version of a manifest, and those in the manifest to compare with. */
export interface OpenManifest {
  readonly configs: readonly ManifestConfig[];
  readonly before: ManifestReadings;
}

/** What determines which configs a manifest has. */
interface Known {
  readonly version: number;
  readonly settings: DocumentSettings;
  readonly baseline: Baseline | undefined;
  readonly manifest: OpenManifest;
}

const none: ReadonlyMap<string, Readings> = new Map();

/** Reads open manifests. The reader is loaded for the first one. */
export class Manifests {
  private reader: ManifestReader | Promise<ManifestReader> | undefined;
  private readonly known = new WeakMap<TextDocument, Known>();

  constructor(
    private readonly load: () => Promise<ManifestReader>,
    /** Called if the reader cannot be loaded. Then no manifest has a config. */
    private readonly onProblem: (error: unknown) => void,
  ) {}

  /** Whether a document can have a config in a ConfigMap. Most YAML files cannot. */
  isOne(document: TextDocument): boolean {
    return isManifestPath(pathOf(document.uri)) && mayHaveConfigs(document.getText());
  }

  private async loaded(): Promise<ManifestReader> {
    this.reader = await this.load().catch((error: unknown) => {
      this.onProblem(error);
      return { configsIn: () => [] };
    });
    return this.reader;
  }

  /** The configs in a file that may not be open. */
  async configsIn(
    uri: string,
    content: Uint8Array,
    { manifestKeys }: DocumentSettings,
  ): Promise<{ readonly text: string; readonly configs: readonly ManifestConfig[] }> {
    const { text } = textOf(content);
    if (!isManifestPath(pathOf(uri)) || !mayHaveConfigs(text)) return { text, configs: [] };
    this.reader ??= this.loaded();
    return { text, configs: configsInManifest(await this.reader, text, manifestKeys) };
  }

  /** A promise only until the reader is loaded. */
  open(
    document: TextDocument,
    settings: DocumentSettings,
    baseline: Baseline | undefined,
  ): OpenManifest | Promise<OpenManifest> {
    this.reader ??= this.loaded();
    return onceKnown(this.reader, (reader) => {
      const { version } = document;
      const known = this.known.get(document);
      if (known?.version === version && known.settings === settings && known.baseline === baseline)
        return known.manifest;
      const { manifestKeys } = settings;
      const before = baseline ? readingsInManifest(reader, decodeUtf8(baseline.content), manifestKeys) : none;
      const configs = configsInManifest(reader, document.getText(), manifestKeys, before);
      const manifest = { configs, before };
      this.known.set(document, { version, settings, baseline, manifest });
      return manifest;
    });
  }
}
