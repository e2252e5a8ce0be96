import { type Analysis, Catalogue, type Config, fillTemplate, type Range } from '../model/index.ts';
import { type Fix, type JsonLanguage, type Level, type Report, type Rule, rules } from '../rules/index.ts';

/** One fault of a config, ready to be shown. */
export interface Finding extends Range {
  readonly ruleId: string;
  readonly level: Level;
  readonly message: string;
  readonly related: readonly RelatedPlace[];
  readonly unnecessary: boolean;
  readonly reportedByJsonSupport: readonly JsonLanguage[];
  /** Worked out when called. */
  fixes(): readonly Fix[];
}

export interface RelatedPlace extends Range {
  readonly message: string;
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
  /** The encoding of the file, where it is known and not plain UTF-8. */
  readonly encoding?: string | undefined;
}

/** All findings of a config, in the order of the text. */
export function check(analysis: Analysis, options: CheckOptions): Finding[] {
  const { levels, encoding, today, baseline, catalogue = Catalogue.empty, supportWindowMonths = 6 } = options;
  const findings: Finding[] = [];
  const { certainUntil } = analysis.source;
  const isPlain = analysis.isPlain && encoding === undefined;
  for (const rule of rules) {
    const level = levels[rule.id] ?? rule.level;
    if (level === 'off' || (isPlain && !rule.flagsPlain)) continue;
    const report = (reported: Report) => findings.push(toFinding(rule, reported, level, certainUntil));
    rule.check({ analysis, catalogue, today, supportWindowMonths, baseline, encoding, report });
  }
  return findings.sort((a, b) => a.start - b.start || a.end - b.end);
}

function toFinding(
  rule: Rule,
  report: Report,
  level: Level,
  certainUntil: number | undefined,
): Finding {
  const { fixes = () => [] } = report;
  const text = (message: string, data: Report['data']) =>
    fillTemplate(rule.messages[message] ?? message, data);
  return {
    ruleId: rule.id,
    start: report.at.start,
    end: report.at.end,
    level,
    message: text(report.message, report.data),
    related: (report.related ?? []).map(({ at, message, data }) => ({
      start: at.start,
      end: at.end,
      message: text(message, data),
    })),
    unnecessary: report.unnecessary ?? false,
    reportedByJsonSupport: report.reportedByJsonSupport ?? [],
    fixes: certainUntil === undefined ? fixes : () => fixes().map((fix) => ifCertain(fix, certainUntil)),
  };
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
