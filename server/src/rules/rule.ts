import type {
  Analysis,
  Base,
  Catalogue,
  ConfigView,
  Edit,
  Generation,
  Payload,
  Range,
  Readings,
} from '../model/index.ts';

export const levels = ['error', 'warning', 'information', 'hint'] as const;
export type Level = (typeof levels)[number];

/** A rule. Its page, its settings and its metadata are generated from this. */
export interface Rule<Message extends string = string> {
  readonly id: string;
  /** The default level; `off` for rules that users must turn on. */
  readonly level: Level | 'off';
  /** What it flags, as a clause that completes "Flags …". */
  readonly summary: string;
  /** What a node does because of it, and why that matters. Markdown. */
  readonly why: string;
  /** What the fixes do. `safe` fixes are applied without asking by "fix all" and on save. */
  readonly fix?: { readonly safe?: string; readonly onRequest?: string };
  /** Templates. `{name}` becomes the value of that name, in quotes that make every character visible. */
  readonly messages: Readonly<Record<Message, string>>;
  readonly examples: readonly Example[];
  /**
   * Entries without findings of this rule, which it does not see: all usual ones, or usual ones without a record. Only
   * saves time in large configs: without it, the rule has the same findings.
   */
  readonly skips?: 'usual' | 'unrecorded';
  check(context: RuleContext<Message>): void;
  /** The same for the payload of scripts beside the config, in AgentBaker's layout. Its reports are about that file. */
  checkPayload?(context: PayloadContext<Message>): void;
}

/** A config with a caret line under each flagged one: `^^^^ rule-id`. It is a test, and part of the rule page. */
export interface Example {
  readonly before: string;
  /** The text after the first fix of the rule's first finding. */
  readonly after?: string;
  /** The known baked versions. Default: none. */
  readonly bakedVersions?: readonly (string | ExampleVersion)[];
  /** The version that an official branch serves. Default: no such branch. */
  readonly branch?: string;
  /** The text of the config to compare with. */
  readonly baseline?: string;
  /** The payload of scripts in AgentBaker's layout, with caret lines too. Default: the config is elsewhere. */
  readonly payload?: string;
  /** The text of the payload to compare with. */
  readonly payloadBaseline?: string;
  /** The day to check for, YYYY-MM-DD. Default: a day inside every support window. */
  readonly today?: string;
}

/** A baked version with its controller, as in a file of baked versions. */
export interface ExampleVersion {
  readonly version: string;
  readonly controller: Exclude<Generation, 'stamped' | 'grpc'>;
}

/** What a config and the payload of its scripts are checked with. */
interface Surroundings<Message extends string> {
  /** The known baked versions. Rules that need them report nothing if there are none. */
  readonly catalogue: Catalogue;
  /** The day for support windows, YYYY-MM-DD (UTC). */
  readonly today: string;
  readonly supportWindowMonths: number;
  /** Why a loss of nodes of a base is accepted, as `acceptedLosses` says; undefined if it is not. */
  readonly acceptedFor: (base: Base) => string | undefined;
  /** What nodes read in the config to compare with; undefined if there is none. */
  readonly baseline: Readings | undefined;
  /** The payload to compare with; undefined if there is none. */
  readonly payloadBaseline: Payload | undefined;
  report(report: Report<Message>): void;
}

export interface RuleContext<Message extends string = string> extends Surroundings<Message> {
  readonly analysis: Analysis;
  /** The entries and version properties that nodes see, without those that they ignore. */
  readonly seen: ConfigView;
  /** The payload of its scripts; undefined for a config that is not at its path in AgentBaker's layout. */
  readonly payload: Payload | undefined;
}

export interface PayloadContext<Message extends string = string> extends Surroundings<Message> {
  readonly payload: Payload;
  /** Undefined if there is no config. */
  readonly config: Analysis | undefined;
}

/** The values of a message, by name. Texts are shown in quotes, numbers are not. */
export type MessageData = Readonly<Record<string, string | number>>;

export interface Report<Message extends string = string> {
  /** A range, not `start` and `end`: spreading a range into an object takes V8 longer than the rest of a report. */
  readonly at: Range;
  readonly messageId: Message;
  readonly data?: MessageData;
  readonly related?: readonly Related<Message>[];
  /** Shown faded: a node never reads it. */
  readonly unnecessary?: boolean;
  /** The highest level that it has, however the rule is configured. */
  readonly atMost?: Level;
  /** The language ids for which the editor's JSON support reports the same. */
  readonly reportedByJsonSupport?: readonly JsonLanguage[];
  /** Computed on request. */
  readonly fixes?: () => readonly Fix[];
}

/** VS Code's names. Comments and trailing commas are allowed in `jsonc`. */
export type JsonLanguage = 'json' | 'jsonc';

export interface Related<Message extends string = string> {
  readonly at: Range;
  /** The other file that the range is in. */
  readonly payload?: Payload;
  readonly messageId: Message;
  readonly data?: MessageData;
}

export interface Fix {
  readonly title: string;
  /** It removes no upgrade and needs no decision. */
  readonly safe: boolean;
  readonly edits: readonly Edit[];
  /** The file must also be saved as plain UTF-8, which an edit cannot do. */
  readonly saveAsUtf8?: true;
  /** The file itself is removed, which an edit of its text cannot do. */
  readonly deletesFile?: true;
  /** It removes a comment, which may hold someone's reasons. */
  readonly dropsComment?: true;
}

/** Keeps the names of the messages, so that reporting an unknown one does not compile. */
export function defineRule<Message extends string>(rule: Rule<Message>): Rule<Message> {
  return rule;
}
