import {
  type Analysis,
  Catalogue,
  type Config,
  fillTemplate,
  type Range,
  versionsNamedIn,
} from '../../model/index.ts';
import {
  type Fix,
  type JsonLanguage,
  type Level,
  levels,
  type MessageData,
  type Related,
  type Report,
  type Rule,
  rules,
} from '../../rules/index.ts';
import { jsonSyntax } from '../../rules/json-syntax.ts';
import { countsInWords, type LevelCounts } from './level-counts.ts';

/** One fault of a config, ready to be shown. */
export interface Finding extends Range {
  readonly ruleId: string;
  /** The name of its text in the rule, and the values in it. */
  readonly messageId: string;
  readonly data: MessageData;
  readonly level: Level;
  readonly related: readonly RelatedRange[];
  readonly unnecessary: boolean;
  readonly reportedByJsonSupport: readonly JsonLanguage[];
  /** How many others it stands for, by level, where it closes a list that is not complete. */
  readonly standsFor?: LevelCounts;
  /** Worked out when called. */
  message(): string;
  /** Worked out when called. */
  fixes(): readonly Fix[];
}

export interface RelatedRange extends Range {
  readonly messageId: string;
  readonly data: MessageData;
  /** Worked out when called. */
  message(): string;
}

/** What a configuration makes of the rules' levels, by id. */
export type Levels = Readonly<Record<string, Level | 'off' | undefined>>;

export interface CheckOptions {
  readonly levels: Levels;
  readonly catalogue?: Catalogue;
  /** The day to judge support windows by, YYYY-MM-DD (UTC). */
  readonly today: string;
  /** Default 6. */
  readonly supportWindowMonths?: number | undefined;
  /** The config to compare with, as nodes decode it: null where they cannot, undefined where there is none. */
  readonly baseline?: Config | null | undefined;
}

/** To list more would fill the memory before it helps anybody. */
export const mostFindings = 10_000;

/** The findings of a config, in the order of the text. Where they are too many, the last one counts those left out. */
export function check(analysis: Analysis, options: CheckOptions): Finding[] {
  return collect(analysis, options, mostFindings);
}

/** All of them, for whoever fixes them. */
export function checkAll(analysis: Analysis, options: CheckOptions): Finding[] {
  return collect(analysis, options, Number.POSITIVE_INFINITY);
}

function collect(analysis: Analysis, options: CheckOptions, most: number): Finding[] {
  const { levels: configured, today, baseline, supportWindowMonths = 6 } = options;
  // What the file named before may be published: no new hotfix can have that version.
  const catalogue = (options.catalogue ?? Catalogue.empty).withTaken(versionsNamedIn(baseline));
  const findings: Finding[] = [];
  const left = new LeftOut();
  const { certainUntil } = analysis.source;
  const recorded = analysis.recordedIn(catalogue);
  for (const rule of analysis.isTooLarge ? [jsonSyntax] : rules) {
    const level = configured[rule.id] ?? rule.level;
    if (level === 'off') continue;
    const report = (reported: Report) => {
      if (findings.length < most) findings.push(toFinding(rule, reported, level, certainUntil));
      else left.add(rule.id, level);
    };
    const { skips } = rule;
    const seen = skips === 'usual' ? analysis.unusual : skips ? recorded : analysis.seen;
    rule.check({ analysis, seen, catalogue, today, supportWindowMonths, baseline, report });
  }
  findings.sort((a, b) => a.start - b.start || a.end - b.end);
  return left.closing(findings, analysis.source.text.length);
}

/** Counts the findings that are not listed. */
class LeftOut {
  private readonly counts = new Map<Level, number>();
  private worst: { readonly ruleId: string; readonly level: Level } | undefined;

  add(ruleId: string, level: Level): void {
    this.counts.set(level, (this.counts.get(level) ?? 0) + 1);
    if (!this.worst || levels.indexOf(level) < levels.indexOf(this.worst.level))
      this.worst = { ruleId, level };
  }

  /** With one at the end that stands for them, as severe as the worst. */
  closing(findings: Finding[], end: number): Finding[] {
    if (!this.worst) return findings;
    const counts = countsInWords(this.counts);
    const closing: Finding = {
      ...this.worst,
      start: end,
      end,
      messageId: 'not-listed',
      data: { listed: findings.length },
      message: () =>
        `The list ends after ${findings.length} findings. Not listed: ${counts}. Fix the listed ones and check again.`,
      related: [],
      unnecessary: false,
      reportedByJsonSupport: [],
      standsFor: this.counts,
      fixes: () => [],
    };
    return [...findings, closing];
  }
}

function toFinding(rule: Rule, report: Report, level: Level, certainUntil: number | undefined): Finding {
  const { at, messageId, data = none, fixes = () => [] } = report;
  return {
    ruleId: rule.id,
    start: at.start,
    end: at.end,
    messageId,
    data,
    level,
    related: (report.related ?? []).map((related) => toRelated(rule, related)),
    unnecessary: report.unnecessary ?? false,
    reportedByJsonSupport: report.reportedByJsonSupport ?? [],
    message: () => textOf(rule, messageId, data),
    fixes: certainUntil === undefined ? fixes : () => fixes().map((fix) => ifCertain(fix, certainUntil)),
  };
}

function toRelated(rule: Rule, { at, messageId, data = none }: Related): RelatedRange {
  return { start: at.start, end: at.end, messageId, data, message: () => textOf(rule, messageId, data) };
}

const none: MessageData = {};

function textOf(rule: Rule, messageId: string, data: MessageData): string {
  return fillTemplate(rule.messages[messageId] ?? messageId, data);
}

/** What a broken text means after its first fault is a guess: nothing is changed there unless somebody asks for it. */
function ifCertain(fix: Fix, certainUntil: number): Fix {
  return fix.safe && fix.edits.some(({ end }) => end > certainUntil) ? { ...fix, safe: false } : fix;
}

/** What is left to say beside an editor's own JSON support: it never repeats that, and fades what a node never sees. */
export function besideJsonSupport(findings: readonly Finding[], language: string): Finding[] {
  return findings.flatMap((finding) => {
    if (!finding.reportedByJsonSupport.some((reported) => reported === language)) return [finding];
    return finding.unnecessary ? [{ ...finding, level: 'hint' as const }] : [];
  });
}
