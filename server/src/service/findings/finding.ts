import {
  type Analysis,
  type Base,
  Catalogue,
  type ConfigView,
  fillTemplate,
  mostFindings,
  type Payload,
  type Range,
  type Readings,
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
import type { LevelCounts } from './level-counts.ts';

/** One fault of a config, ready to be shown. */
export interface Finding extends Range {
  readonly ruleId: string;
  /** The name of its message in the rule, and the values in it. */
  readonly messageId: string;
  readonly data: MessageData;
  readonly level: Level;
  readonly related: readonly RelatedRange[];
  readonly unnecessary: boolean;
  readonly reportedByJsonSupport: readonly JsonLanguage[];
  /** For the last finding of an incomplete list: the least number of others, by level. */
  readonly omitted?: LevelCounts;
  /** Computed when called. */
  message(): string;
  /** Computed when called. */
  fixes(): readonly Fix[];
}

export interface RelatedRange extends Range {
  /** The other file that the range is in. */
  readonly payload?: Payload;
  readonly messageId: string;
  readonly data: MessageData;
  /** Computed when called. */
  message(): string;
}

/** A loss of nodes of a base that someone decided to accept, and why. */
export interface AcceptedLoss {
  readonly base: string;
  readonly reason: string;
}

/** The configured levels of the rules, by id. */
export type Levels = Readonly<Record<string, Level | 'off' | undefined>>;

export interface CheckOptions {
  readonly levels: Levels;
  readonly catalogue?: Catalogue;
  /** The day for support windows, YYYY-MM-DD (UTC). */
  readonly today: string;
  /** Default 6. */
  readonly supportWindowMonths?: number | undefined;
  readonly acceptedLosses?: readonly AcceptedLoss[] | undefined;
  /** What nodes read in the config to compare with. */
  readonly baseline?: Readings | undefined;
  /** The payload of scripts, for a config at its path in AgentBaker's layout. */
  readonly payload?: Payload | undefined;
  /** The payload to compare with. */
  readonly payloadBaseline?: Payload | undefined;
}

/** Ends the check of a rule when the list is full. */
const enough = new Error('The list of findings is full.');

/** The findings of a config, in the order of the text. If there are too many, the last one says so. */
export function check(analysis: Analysis, options: CheckOptions): Finding[] {
  const surroundings = surroundingsIn(options);
  const { catalogue } = surroundings;
  const { text, certainUntil } = analysis.source;
  const { payload } = options;
  const recorded = analysis.recordedIn(catalogue);
  const checked = analysis.isTooLarge ? [jsonSyntax] : rules;
  const { isServed } = analysis;
  return reported({ checked, levels: options.levels, text, certainUntil, isServed }, (report) => {
    // One context for all rules that see the same entries.
    const seeing = (seen: ConfigView) => ({ ...surroundings, analysis, seen, payload, report });
    const [unusual, unrecorded, all] = [analysis.unusual, recorded, analysis.seen].map(seeing);
    return (rule) => {
      const context = rule.skips === 'usual' ? unusual : rule.skips ? unrecorded : all;
      if (context) rule.check(context);
    };
  });
}

/** The findings of the payload of scripts beside a config. Without one, `config` is undefined. */
export function checkPayload(
  payload: Payload,
  config: Analysis | undefined,
  options: Omit<CheckOptions, 'payload'>,
): Finding[] {
  const surroundings = surroundingsIn(options);
  const checked = rules.filter((rule) => rule.checkPayload);
  return reported({ checked, levels: options.levels, text: payload.text }, (report) => {
    const context = { ...surroundings, payload, config, report };
    return (rule) => rule.checkPayload?.(context);
  });
}

function surroundingsIn(options: CheckOptions) {
  const { today, baseline, payloadBaseline, supportWindowMonths = 6, acceptedLosses = [] } = options;
  const acceptedFor = (base: Base) => acceptedLosses.find((accepted) => accepted.base === base)?.reason;
  const catalogue = withTakenBy(baseline, options.catalogue ?? Catalogue.empty);
  return { today, baseline, payloadBaseline, supportWindowMonths, acceptedFor, catalogue };
}

const taken = new WeakMap<Readings, { readonly of: Catalogue; readonly catalogue: Catalogue }>();

/** The previous version in the file may be published, so no new hotfix can have it. Kept from one keystroke to the next. */
function withTakenBy(baseline: Readings | undefined, of: Catalogue): Catalogue {
  if (!baseline) return of;
  const known = taken.get(baseline);
  if (known?.of === of) return known.catalogue;
  const catalogue = of.withTaken(versionsNamedIn(baseline));
  taken.set(baseline, { of, catalogue });
  return catalogue;
}

interface Reporting {
  readonly checked: readonly Rule[];
  readonly levels: Levels;
  readonly text: string;
  readonly certainUntil?: number | undefined;
  readonly isServed?: boolean;
}

function reported(
  { checked, levels: configured, text, certainUntil, isServed = false }: Reporting,
  checking: (report: (reported: Report) => void) => (rule: Rule) => void,
): Finding[] {
  const findings: Finding[] = [];
  const left = new LeftOut();
  let current: { readonly rule: Rule; readonly level: Level } | undefined;
  const checkRule = checking((report) => {
    if (!current) return;
    const { rule, level } = current;
    if (findings.length < mostFindings) {
      findings.push(toFinding(rule, report, level, { certainUntil, isServed }));
      return;
    }
    // One of each rule tells the level of what is left out, which decides the exit status.
    left.add(rule.id, level);
    throw enough;
  });
  for (const rule of checked) {
    const level = configured[rule.id] ?? rule.level;
    if (level === 'off') continue;
    current = { rule, level };
    try {
      checkRule(rule);
    } catch (thrown) {
      if (thrown !== enough) throw thrown;
    }
  }
  findings.sort((a, b) => a.start - b.start || a.end - b.end);
  return left.closing(findings, text.length);
}

/** The rules with findings that are not listed. */
class LeftOut {
  private readonly counts = new Map<Level, number>();
  private worst: { readonly ruleId: string; readonly level: Level } | undefined;

  add(ruleId: string, level: Level): void {
    this.counts.set(level, (this.counts.get(level) ?? 0) + 1);
    if (!this.worst || levels.indexOf(level) < levels.indexOf(this.worst.level))
      this.worst = { ruleId, level };
  }

  /** Adds a finding at the end that counts the rest, with the highest of their levels. */
  closing(findings: Finding[], end: number): Finding[] {
    if (!this.worst) return findings;
    const closing: Finding = {
      ...this.worst,
      start: end,
      end,
      messageId: 'not-listed',
      data: { listed: findings.length },
      message: () =>
        `The list ends after ${findings.length} findings, and there are more. Fix the listed ones and check again.`,
      related: [],
      unnecessary: false,
      reportedByJsonSupport: [],
      omitted: this.counts,
      fixes: () => [],
    };
    return [...findings, closing];
  }
}

function toFinding(
  rule: Rule,
  report: Report,
  level: Level,
  { certainUntil, isServed = false }: Pick<Reporting, 'certainUntil' | 'isServed'>,
): Finding {
  const textIn = (message: string, values: MessageData) => {
    const text = textOf(rule, message, values);
    return isServed ? ofServedMap(text) : text;
  };
  const { at, messageId, data = none, fixes = () => [], atMost } = report;
  return {
    ruleId: rule.id,
    start: at.start,
    end: at.end,
    messageId,
    data,
    level: atMost ? lower(level, atMost) : level,
    related: (report.related ?? []).map((related) => toRelated(textIn, related)),
    unnecessary: report.unnecessary ?? false,
    reportedByJsonSupport: report.reportedByJsonSupport ?? [],
    message: () => textIn(messageId, data),
    fixes: certainUntil === undefined ? fixes : () => fixes().map((fix) => ifCertain(fix, certainUntil)),
  };
}

function lower(a: Level, b: Level): Level {
  return levels.indexOf(a) > levels.indexOf(b) ? a : b;
}

function toRelated(
  textIn: (messageId: string, data: MessageData) => string,
  { at, messageId, data = none, payload }: Related,
): RelatedRange {
  const { start, end } = at;
  const related = { start, end, messageId, data, message: () => textIn(messageId, data) };
  return payload ? { ...related, payload } : related;
}

const none: MessageData = {};

function textOf(rule: Rule, messageId: string, data: MessageData): string {
  return fillTemplate(rule.messages[messageId] ?? messageId, data);
}

/** A served map is a part of another file. */
function ofServedMap(message: string): string {
  return message.replace(/\b(the(?: whole)?|this) file\b/gi, '$1 map');
}

/** After the first syntax fault, the meaning of a text is a guess, so nothing is changed there without a request. */
function ifCertain(fix: Fix, certainUntil: number): Fix {
  return fix.safe && fix.edits.some(({ end }) => end > certainUntil) ? { ...fix, safe: false } : fix;
}

/**
 * What to report of some findings in addition to the editor's own JSON support, which says what is wrong, but not that
 * nodes ignore the file: the first syntax error of all, and no other. Ignored properties are faded.
 */
export function withJsonSupport(
  some: readonly Finding[],
  all: readonly Finding[],
  language: string,
): Finding[] {
  const first = all.find(({ ruleId }) => ruleId === jsonSyntax.id);
  return some.flatMap((finding) => {
    if (finding === first) return [finding];
    if (!finding.reportedByJsonSupport.some((reported) => reported === language)) return [finding];
    return finding.unnecessary ? [{ ...finding, level: 'hint' as const }] : [];
  });
}
