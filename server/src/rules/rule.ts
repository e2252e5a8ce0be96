import type { Analysis, Catalogue, Config, ConfigView, Edit, Generation, Range } from '../model/index.ts';

export const levels = ['error', 'warning', 'information', 'hint'] as const;
export type Level = (typeof levels)[number];

/** Everything about one rule; pages, settings and metadata are generated from it. */
export interface Rule<Message extends string = string> {
  readonly id: string;
  /** The default; `off` where only those who ask for it want to be told. */
  readonly level: Level | 'off';
  /** What it flags, as a clause: it completes "Flags …". */
  readonly summary: string;
  /** What a node does because of it, and why that matters; Markdown. */
  readonly why: string;
  /** What the fixes do; `safe` ones are applied without asking by "fix all" and on save. */
  readonly fix?: { readonly safe?: string; readonly onRequest?: string };
  /** Templates; `{name}` stands for the datum of that name, shown in quotes that make every character visible. */
  readonly messages: Readonly<Record<Message, string>>;
  readonly examples: readonly Example[];
  /**
   * Entries that it has nothing to say about, and is not shown: all that are written as releases write them, or those of
   * them that nothing is on record of. Saves time in large configs; without it a rule finds the same.
   */
  readonly skips?: 'usual' | 'unrecorded';
  check(context: RuleContext<Message>): void;
}

/** A config with a caret line under each flagged one: `^^^^ rule-id`. Run as a test, printed in the rule's page. */
export interface Example {
  readonly before: string;
  /** The text once the first fix of the rule's first finding is applied. */
  readonly after?: string;
  /** The known baked versions; none unless given. */
  readonly bakedVersions?: readonly (string | ExampleVersion)[];
  /** The text of the config to compare with. */
  readonly baseline?: string;
  /** The day it is judged on, YYYY-MM-DD; one inside every support window unless given. */
  readonly today?: string;
}

/** A baked version with a controller of its own, as a file of baked versions has it. */
export interface ExampleVersion {
  readonly version: string;
  readonly controller: Exclude<Generation, 'stamped' | 'grpc'>;
}

export interface RuleContext<Message extends string = string> {
  readonly analysis: Analysis;
  /** The entries, and all that holds a version, as nodes see them: without what they ignore. */
  readonly seen: ConfigView;
  /** The known baked versions; a rule that goes by them is silent where there are none. */
  readonly catalogue: Catalogue;
  /** The day to judge support windows by, YYYY-MM-DD (UTC). */
  readonly today: string;
  readonly supportWindowMonths: number;
  /** The config to compare with: null for one that nodes could not read, undefined where there is none. */
  readonly baseline: Config | null | undefined;
  report(report: Report<Message>): void;
}

/** The values of a message, by name: texts are shown in quotes, numbers are not. */
export type MessageData = Readonly<Record<string, string | number>>;

export interface Report<Message extends string = string> {
  /** No `start` and `end` of its own: to spread a range into an object takes V8 longer than all the rest of a report. */
  readonly at: Range;
  readonly messageId: Message;
  readonly data?: MessageData;
  readonly related?: readonly Related<Message>[];
  /** Shown faded: a node never reads it. */
  readonly unnecessary?: boolean;
  /** The kinds of documents in which any JSON support of an editor reports the same. */
  readonly reportedByJsonSupport?: readonly JsonLanguage[];
  /** Worked out only when somebody asks for them. */
  readonly fixes?: () => readonly Fix[];
}

/** VS Code's names: comments and trailing commas pass in `jsonc`. */
export type JsonLanguage = 'json' | 'jsonc';

export interface Related<Message extends string = string> {
  readonly at: Range;
  readonly messageId: Message;
  readonly data?: MessageData;
}

export interface Fix {
  readonly title: string;
  /** It takes no upgrade away and needs no judgement. */
  readonly safe: boolean;
  readonly edits: readonly Edit[];
  /** The file is to be saved as plain UTF-8 too, which no edit of its text can do. */
  readonly saveAsUtf8?: true;
  /** It drops one comment, and with it what somebody wanted to say. */
  readonly dropsComment?: true;
}

/** Keeps the names of the messages, so that a report of an unknown one does not compile. */
export function defineRule<Message extends string>(rule: Rule<Message>): Rule<Message> {
  return rule;
}
