import type { Position } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, type Catalogue, noFile, type Payload, withoutScripts } from '../model/index.ts';
import { isPayloadPath, otherHalf } from '../names.ts';
import { deletedPayload, lostWithPayload } from '../service/findings/deleted-payload.ts';
import {
  type CheckOptions,
  check,
  checkPayload,
  type Finding,
  withJsonSupport,
} from '../service/findings/finding.ts';
import { checkRemoved, inManifest } from '../service/manifest/manifest.ts';
import { looksLikeConfig } from '../service/settings/recognition.ts';
import type { Baseline, Baselines } from './baselines.ts';
import type { Catalogues } from './catalogues.ts';
import { ConfigDocument } from './config-document.ts';
import type { Documents } from './documents.ts';
import type { Manifests, OpenManifest } from './manifests.ts';
import { onceKnown } from './once-known.ts';
import type { OtherHalves } from './other-halves.ts';
import { documentIn, positionIn } from './params.ts';
import type { DocumentSettings, Settings } from './settings.ts';

/** A hotfix config with its settings and findings. */
export interface Checked {
  /** As nodes read it that get the scripts beside it. */
  readonly analysis: Analysis;
  readonly settings: DocumentSettings;
  readonly options: CheckOptions & { readonly catalogue: Catalogue };
  readonly baseline: Pick<Baseline, 'revision' | 'readings'> | undefined;
  /** All findings, including those that the editor's JSON support reports. */
  readonly findings: readonly Finding[];
  /** The findings of all rules, including rules that are off. They explain why an entry is void. */
  readonly reasons: () => readonly Finding[];
}

/** The payload of scripts beside a config, with the settings of the config. */
export interface CheckedPayload extends Pick<Checked, 'settings' | 'findings'> {
  readonly payload: Payload;
  /** Undefined if there is no config. */
  readonly config: { readonly uri: string; readonly analysis: Analysis | undefined };
  readonly catalogue: Catalogue;
}

/** The configs in the ConfigMaps of a manifest. The ranges of the findings are those of the manifest. */
export interface CheckedManifest extends Pick<Checked, 'settings' | 'findings'> {
  readonly configs: readonly CheckedInManifest[];
}

export interface CheckedInManifest {
  readonly document: ConfigDocument;
  readonly checked: Checked;
}

export type QuestionAt<T> = (document: TextDocument, checked: Checked, position: Position) => T;

/** Checks open documents with their settings. */
export class Checker {
  /** Whether to report syntax errors. False if the editor reports them. */
  syntaxDiagnostics = true;
  /**
   * Each version of a text is checked once for all features. By document, or by the analysis of a config in a manifest: by
   * the analysis of a document, each version would be kept until the next collection of old objects.
   */
  private readonly checked = new WeakMap<
    TextDocument | Analysis,
    { readonly of: Analysis; readonly checked: Checked }
  >();
  private readonly inManifests = new WeakMap<OpenManifest, CheckedManifest>();

  constructor(
    private readonly documents: Documents,
    private readonly settings: Settings,
    private readonly catalogues: Catalogues,
    private readonly baselines: Baselines,
    private readonly otherHalves: OtherHalves,
    private readonly manifests: Manifests,
    /** The current date, YYYY-MM-DD (UTC). */
    private readonly today: () => string,
  ) {}

  /** Undefined if the document is not a hotfix config. A promise only until its settings are known. */
  check(document: TextDocument): Checked | undefined | Promise<Checked | undefined> {
    return onceKnown(this.settings.of(document.uri), (settings) => this.checkWith(document, settings));
  }

  /** A document of any kind. */
  checkAny(document: TextDocument): AnyChecked | Promise<AnyChecked> {
    const payload = this.checkPayload(document);
    if (payload) return payload;
    if (!this.manifests.isOne(document)) return this.check(document);
    return onceKnown<DocumentSettings, AnyChecked>(this.settings.of(document.uri), (settings) => {
      if (settings.isConfig) return this.checkWith(document, settings);
      const baseline = this.baselines.of(document);
      const manifest = this.manifests.open(document, settings, baseline);
      return onceKnown<OpenManifest, AnyChecked>(manifest, (open) =>
        this.checkInManifest(document, open, settings, baseline),
      );
    });
  }

  /** Answers a question about an open document; null if it is not a hotfix config. Synchronous if possible. */
  ask<T>(
    uri: string,
    question: (document: TextDocument, checked: Checked) => T,
  ): T | null | Promise<T | null> {
    return this.askEach(uri, ([config]) => (config ? question(config.document, config.checked) : null));
  }

  /** The same about the config at the position in the parameters of a request. */
  askAt<T>(params: unknown, question: QuestionAt<T>): T | null | Promise<T | null> {
    const [uri, position] = [documentIn(params), positionIn(params)];
    return this.askEach(uri, (configs) => {
      const config = configs.find(
        ({ document }) => !(document instanceof ConfigDocument) || document.contains(position),
      );
      return config ? question(config.document, config.checked, position) : null;
    });
  }

  /** The same about all configs in a document, in the order of the text. */
  askEach<T>(uri: string, question: (configs: readonly OpenConfig[]) => T): T | null | Promise<T | null> {
    const document = this.documents.texts.get(uri);
    if (!document) return null;
    return onceKnown<AnyChecked, T>(this.checkAny(document), (checked) =>
      question(
        !checked || 'payload' in checked
          ? []
          : 'configs' in checked
            ? checked.configs
            : [{ document, checked }],
      ),
    );
  }

  /** Resolves when the recorded baked versions of a document have been searched. */
  async recordsFound(uri: string): Promise<void> {
    const document = this.documents.texts.get(uri);
    if (!document) return;
    const { isConfig, sources } = await this.settings.of(uri);
    if (isConfig || this.manifests.isOne(document))
      await Promise.all([this.catalogues.complete(sources), this.otherHalves.complete(uri)]);
  }

  /** Undefined if the document is not a payload of scripts. */
  checkPayload(document: TextDocument): CheckedPayload | undefined | Promise<CheckedPayload | undefined> {
    const config = isPayloadPath(document.uri) ? otherHalf(document.uri) : undefined;
    if (config === undefined) return undefined;
    return onceKnown(this.settings.of(config), (settings) => this.checkBeside(document, config, settings));
  }

  /** Those of some findings that the client does not show by itself. */
  shown(
    document: TextDocument,
    { findings }: Pick<Checked, 'findings'>,
    some: readonly Finding[] = findings,
  ): readonly Finding[] {
    return this.syntaxDiagnostics ? some : withJsonSupport(some, findings, document.languageId);
  }

  private checkWith(document: TextDocument, settings: DocumentSettings): Checked | undefined {
    if (!settings.isConfig) return undefined;
    const baseline = this.baselines.of(document);
    const analysis = this.documents.analysis(document);
    if (!settings.isCertain && !looksLikeConfig(analysis, baseline?.readings)) return undefined;
    return this.checkAnalysis(document, analysis, settings, baseline, this.payloadOf(document.uri));
  }

  private checkAnalysis(
    key: TextDocument | Analysis,
    analysis: Analysis,
    settings: DocumentSettings,
    baseline: Checked['baseline'],
    payloads: Pick<CheckOptions, 'payload' | 'payloadBaseline'>,
  ): Checked {
    const options = { ...this.optionsOf(settings), baseline: baseline?.readings, ...payloads };
    const known = this.checked.get(key);
    if (known?.of === analysis && isSame(known.checked.options, options)) return known.checked;
    const own = check(analysis, options);
    const findings = [...own, ...lostWithPayload(analysis, options)].sort((a, b) => a.start - b.start);
    let all: readonly Finding[] | undefined;
    const reasons = () => {
      const isComplete = !Object.values(settings.levels).includes('off');
      all ??= isComplete ? own : check(analysis, { ...options, levels: {} });
      return all;
    };
    const checked = {
      analysis: options.payload?.isEmpty ? analysis.readAs(withoutScripts(analysis.readings)) : analysis,
      ...{ settings, options, baseline, findings, reasons },
    };
    this.checked.set(key, { of: analysis, checked });
    return checked;
  }

  private optionsOf({ levels, supportWindowMonths, acceptedLosses, sources }: DocumentSettings) {
    const [catalogue, today] = [this.catalogues.of(sources), this.today()];
    return { levels, supportWindowMonths, acceptedLosses, catalogue, today };
  }

  /** Undefined if it has no config, and had none. */
  private checkInManifest(
    document: TextDocument,
    open: OpenManifest,
    settings: DocumentSettings,
    baseline: Baseline | undefined,
  ): CheckedManifest | undefined {
    if (open.configs.length === 0 && open.before.size === 0) return undefined;
    const all = open.configs.map(({ id, analysis }) => {
      const readings = open.before.get(id);
      const before = baseline && readings && { revision: baseline.revision, readings };
      return this.checkAnalysis(analysis, analysis, settings, before, {});
    });
    const known = this.inManifests.get(open);
    if (known?.configs.every(({ checked }, i) => checked === all[i])) return known;
    const configs = open.configs.flatMap(({ text }, i) => {
      const checked = all[i];
      return checked ? [{ document: new ConfigDocument(document, text), checked }] : [];
    });
    const found = configs.flatMap(({ document: { config }, checked }) =>
      checked.findings.map((finding) => inManifest(config, finding)),
    );
    const removed = checkRemoved(open.before, open.configs, this.optionsOf(settings));
    const checkedManifest = { settings, configs, findings: [...removed, ...found] };
    this.inManifests.set(open, checkedManifest);
    return checkedManifest;
  }

  /** A payload that was deleted since the baseline is empty: nodes get no scripts. */
  private payloadOf(config: string): Pick<CheckOptions, 'payload' | 'payloadBaseline'> {
    const uri = isPayloadPath(config) ? undefined : otherHalf(config);
    if (uri === undefined) return {};
    const payloadBaseline = this.baselines.of({ uri })?.payload;
    const payload = this.otherHalves.payload(uri);
    const deleted = payload === undefined && payloadBaseline ? deletedPayload : undefined;
    return { payload: payload ?? deleted, payloadBaseline };
  }

  private checkBeside(document: TextDocument, uri: string, settings: DocumentSettings): CheckedPayload {
    const payload = this.documents.payload(document);
    const config = this.otherHalves.config(uri);
    const options = this.optionsOf(settings);
    const { catalogue } = options;
    const checked = { payload, settings, catalogue, config: { uri, analysis: config ?? undefined } };
    if (config === null) return { ...checked, findings: [] };
    const payloadBaseline = this.baselines.of(document)?.payload;
    const findings = checkPayload(payload, config, {
      ...options,
      baseline: this.baselines.of({ uri })?.readings ?? noFile,
      payloadBaseline,
    });
    return { ...checked, findings };
  }
}

/** What a document is. Undefined if it has nothing to do with hotfixes. */
export type AnyChecked = Checked | CheckedManifest | CheckedPayload | undefined;

/** A config with the document that maps its offsets. */
export interface OpenConfig {
  readonly document: TextDocument;
  readonly checked: Checked;
}

function isSame(a: Checked['options'], b: Checked['options']): boolean {
  const names = [
    'levels',
    'supportWindowMonths',
    'catalogue',
    'today',
    'baseline',
    'acceptedLosses',
    'payload',
    'payloadBaseline',
  ] as const;
  return names.every((name) => a[name] === b[name]);
}
