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
import { looksLikeConfig } from '../service/settings/recognition.ts';
import type { Baseline, Baselines } from './baselines.ts';
import type { Catalogues } from './catalogues.ts';
import type { Documents } from './documents.ts';
import { onceKnown } from './once-known.ts';
import type { OtherHalves } from './other-halves.ts';
import type { DocumentSettings, Settings } from './settings.ts';

/** A hotfix config with its settings and findings. */
export interface Checked {
  /** As nodes read it that get the scripts beside it. */
  readonly analysis: Analysis;
  readonly settings: DocumentSettings;
  readonly options: CheckOptions & { readonly catalogue: Catalogue };
  readonly baseline: Baseline | undefined;
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

/** Checks open documents with their settings. */
export class Checker {
  /** Whether to report syntax errors. False if the editor reports them. */
  syntaxDiagnostics = true;
  /** Each version of a text is checked once for all features. */
  private readonly checked = new WeakMap<
    TextDocument,
    { readonly of: Analysis; readonly checked: Checked }
  >();

  constructor(
    private readonly documents: Documents,
    private readonly settings: Settings,
    private readonly catalogues: Catalogues,
    private readonly baselines: Baselines,
    private readonly otherHalves: OtherHalves,
    /** The current date, YYYY-MM-DD (UTC). */
    private readonly today: () => string,
  ) {}

  /** Undefined if the document is not a hotfix config. A promise only until its settings are known. */
  check(document: TextDocument): Checked | undefined | Promise<Checked | undefined> {
    return onceKnown(this.settings.of(document.uri), (settings) => this.checkWith(document, settings));
  }

  /** Answers a question about an open document; null if it is not a hotfix config. Synchronous if possible. */
  ask<T>(
    uri: string,
    question: (document: TextDocument, checked: Checked) => T,
  ): T | null | Promise<T | null> {
    const document = this.documents.texts.get(uri);
    if (!document) return null;
    return onceKnown(this.check(document), (checked) => (checked ? question(document, checked) : null));
  }

  /** Resolves when the recorded baked versions of a document have been searched. */
  async recordsFound(uri: string): Promise<void> {
    if (!this.documents.texts.get(uri)) return;
    const { isConfig, sources } = await this.settings.of(uri);
    if (isConfig) await Promise.all([this.catalogues.complete(sources), this.otherHalves.complete(uri)]);
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
    const { levels, supportWindowMonths, acceptedLosses, sources } = settings;
    const baseline = this.baselines.of(document);
    const analysis = this.documents.analysis(document);
    if (!settings.isCertain && !looksLikeConfig(analysis, baseline?.readings)) return undefined;
    const options = {
      levels,
      supportWindowMonths,
      acceptedLosses,
      catalogue: this.catalogues.of(sources),
      today: this.today(),
      baseline: baseline?.readings,
      ...this.payloadOf(document.uri),
    };
    const known = this.checked.get(document);
    if (known?.of === analysis && isSame(known.checked.options, options)) return known.checked;
    const own = check(analysis, options);
    const findings = [...own, ...lostWithPayload(analysis, options)].sort((a, b) => a.start - b.start);
    let all: readonly Finding[] | undefined;
    const reasons = () => {
      const isComplete = !Object.values(levels).includes('off');
      all ??= isComplete ? own : check(analysis, { ...options, levels: {} });
      return all;
    };
    const checked = {
      analysis: options.payload?.isEmpty ? analysis.readAs(withoutScripts(analysis.readings)) : analysis,
      ...{ settings, options, baseline, findings, reasons },
    };
    this.checked.set(document, { of: analysis, checked });
    return checked;
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
    const { levels, supportWindowMonths, acceptedLosses, sources } = settings;
    const catalogue = this.catalogues.of(sources);
    const checked = { payload, settings, catalogue, config: { uri, analysis: config ?? undefined } };
    if (config === null) return { ...checked, findings: [] };
    const payloadBaseline = this.baselines.of(document)?.payload;
    const findings = checkPayload(payload, config, {
      levels,
      supportWindowMonths,
      acceptedLosses,
      catalogue,
      today: this.today(),
      baseline: this.baselines.of({ uri })?.readings ?? noFile,
      payloadBaseline,
    });
    return { ...checked, findings };
  }
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
