import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis, Catalogue } from '../model/index.ts';
import { besideJsonSupport, type CheckOptions, check, type Finding } from '../service/findings/finding.ts';
import { looksLikeConfig } from '../service/settings/recognition.ts';
import type { Baseline, Baselines } from './baselines.ts';
import type { Catalogues } from './catalogues.ts';
import type { Documents } from './documents.ts';
import { onceKnown } from './once-known.ts';
import type { DocumentSettings, Settings } from './settings.ts';

/** A document that is a hotfix config, with all that is known about it. */
export interface Checked {
  readonly analysis: Analysis;
  readonly settings: DocumentSettings;
  readonly options: CheckOptions & { readonly catalogue: Catalogue };
  readonly baseline: Baseline | undefined;
  /** All findings, whoever reports them. */
  readonly findings: readonly Finding[];
  /** With those of the rules that somebody has turned off: they say why an entry is void. */
  readonly reasons: () => readonly Finding[];
}

/** Checks open documents; the one place that knows which settings and analysis belong together. */
export class Checker {
  /** Whether nobody else in the client reports faults of the syntax. */
  syntaxDiagnostics = true;
  /** Each state of a text is checked once, however many features ask. */
  private readonly checked = new WeakMap<TextDocument, Checked>();

  constructor(
    private readonly documents: Documents,
    private readonly settings: Settings,
    private readonly catalogues: Catalogues,
    private readonly baselines: Baselines,
    /** The day, YYYY-MM-DD (UTC). */
    private readonly today: () => string,
  ) {}

  /** Undefined for a document that is no hotfix config. A promise only while its settings are not known yet. */
  check(document: TextDocument): Checked | undefined | Promise<Checked | undefined> {
    return onceKnown(this.settings.of(document.uri), (settings) => this.checkWith(document, settings));
  }

  /** Asks an open document; null of one that is no hotfix config. Nothing waits that need not: most answers are short. */
  ask<T>(
    uri: string,
    question: (document: TextDocument, checked: Checked) => T,
  ): T | null | Promise<T | null> {
    const document = this.documents.texts.get(uri);
    if (!document) return null;
    return onceKnown(this.check(document), (checked) => (checked ? question(document, checked) : null));
  }

  /** Once the baked versions that are recorded for a document have been looked for. */
  async recordsFound(uri: string): Promise<void> {
    if (!this.documents.texts.get(uri)) return;
    const { isConfig, sources } = await this.settings.of(uri);
    if (isConfig) await this.catalogues.complete(sources);
  }

  shown(document: TextDocument, { findings }: Pick<Checked, 'findings'>): readonly Finding[] {
    return this.syntaxDiagnostics ? findings : besideJsonSupport(findings, document.languageId);
  }

  private checkWith(document: TextDocument, settings: DocumentSettings): Checked | undefined {
    if (!settings.isConfig) return undefined;
    const { levels, supportWindowMonths, sources } = settings;
    const baseline = this.baselines.of(document);
    const analysis = this.documents.analysis(document);
    if (!settings.isCertain && !looksLikeConfig(analysis, baseline?.config)) return undefined;
    const options = {
      levels,
      supportWindowMonths,
      catalogue: this.catalogues.of(sources),
      today: this.today(),
      baseline: baseline?.config,
    };
    const known = this.checked.get(document);
    if (known?.analysis === analysis && isSame(known.options, options)) return known;
    const findings = check(analysis, options);
    let all: readonly Finding[] | undefined;
    const reasons = () => {
      const isComplete = !Object.values(levels).includes('off');
      all ??= isComplete ? findings : check(analysis, { ...options, levels: {} });
      return all;
    };
    const checked = { analysis, settings, options, baseline, findings, reasons };
    this.checked.set(document, checked);
    return checked;
  }
}

function isSame(a: Checked['options'], b: Checked['options']): boolean {
  const names = ['levels', 'supportWindowMonths', 'catalogue', 'today', 'baseline'] as const;
  return names.every((name) => a[name] === b[name]);
}
