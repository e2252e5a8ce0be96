import { Analysis, decodeUtf8, Payload } from '../model/index.ts';
import { differencesBetween } from '../service/answers/difference.ts';
import { explain } from '../service/answers/explanation.ts';
import { analysisOf } from '../service/findings/checked-file.ts';
import { withoutComments } from '../service/findings/comments.ts';
import { check as findingsIn } from '../service/findings/finding.ts';
import { fixAll, whyNotFixed } from '../service/findings/fix-all.ts';
import { toJson } from '../service/findings/json-findings.ts';
import { isConfigNamed } from '../service/settings/recognition.ts';
import { takeConfig, takeOptions, takeText } from './arguments.ts';
import { catalogueFrom, checkOptionsFrom } from './options.ts';

// The exports are the API of the package. The declarations are generated from this file alone, so it must not use types of
// other files.

/** A config: the bytes of a file, or its text. Text counts as UTF-8; only bytes show another encoding. */
export type ConfigFile = string | Uint8Array;

/** What a node of one baked version does with a config. */
export interface Evaluation {
  /** Whether nodes can read the config. Otherwise no hotfix applies. */
  readonly readable: boolean;
  /** Why nodes cannot read it, as `line:column: message`; null if they can. */
  readonly error: string | null;
  /** The config as decoded; null if nodes cannot read it. */
  readonly config: DecodedConfig | null;
  /** The baked version as passed. */
  readonly baked: string;
  /** What the node does with its controller binary. */
  readonly binary: Verdict;
  /** What the node does with its provisioning scripts. */
  readonly scripts: Verdict;
  /**
   * What the recorded images with this baked version do. Their controller can be older, and their operating system can be
   * one that installs nothing. Null if the version is not on record.
   */
  readonly recorded: Recorded | null;
}

export interface Recorded {
  /** The generation of the controller in these images: `none`, `selfupdate`, `patch-only`, `map`, `stamped`, `grpc`. */
  readonly generation: string;
  /** What the installer is asked for; null if it is not asked. */
  readonly binary: { readonly asks: string | null; readonly reason: string };
  /** Whether the scripts apply; null if another program decides. */
  readonly scripts: { readonly applies: boolean | null; readonly reason: string };
  /** What each image can do with the package that its controller asks for. */
  readonly images: readonly {
    readonly image: string;
    readonly os: string;
    /** Whether the image can install a package that its controller asks for; null if that is not known. */
    readonly installs: boolean | null;
    readonly reason: string;
  }[];
}

/** A config as a node decodes it. */
export interface DecodedConfig {
  /** Empty if missing. */
  readonly version: string;
  /** Empty if missing. */
  readonly scripts_version: string;
  /** Hotfix versions by base; null if missing. */
  readonly hotfixes: Readonly<Record<string, string>> | null;
}

export interface Verdict {
  /** The hotfix version for this node, trimmed; empty if the config has none. */
  readonly resolved: string;
  /** Whether the node upgrades to it. */
  readonly upgrade: boolean;
  /** The reason as a clause: "stays: …". */
  readonly reason: string;
}

export type Level = 'error' | 'warning' | 'information' | 'hint';

/** Options of every function. */
export interface Options {
  /** Use the bundled record of images and published versions. Default: true. */
  readonly bundledRecord?: boolean | undefined;
}

/** Options of a check. */
export interface RuleOptions extends Options {
  /** Levels by rule id. Default: the level of each rule. */
  readonly rules?: Readonly<Record<string, Level | 'off'>> | undefined;
  /** Known baked versions, `YYYYMM.DD.PATCH`, in addition to the bundled record. Default: none. */
  readonly bakedVersions?: readonly string[] | undefined;
  /** The date for support windows, `YYYY-MM-DD`. Default: today (UTC). */
  readonly today?: string | undefined;
  /** The support window of an image in months. Default: 6. */
  readonly supportWindowMonths?: number | undefined;
  /** Losses against `baseline` that are accepted, and why. */
  readonly acceptedLosses?: readonly AcceptedLoss[] | undefined;
  /**
   * The name of the file, for the findings. Default: `-`. With a name that other products use too, such as
   * `sql.hotfix.json`, a file that does not look like a hotfix config has no findings and is not fixed.
   */
  readonly file?: string | undefined;
}

/** A loss that someone decided to accept. */
export interface AcceptedLoss {
  /** The base whose nodes lose a hotfix, `YYYYMM.DD`. */
  readonly base: string;
  readonly reason: string;
}

export interface CheckOptions extends RuleOptions {
  /** An earlier version of the config. Adds findings about hotfixes that nodes lose since then. */
  readonly baseline?: ConfigFile | undefined;
  /** AgentBaker's `nodecustomdata.yml`, with the scripts that the config enables. Adds findings if there are none. */
  readonly payload?: ConfigFile | undefined;
}

export interface FixOptions extends RuleOptions {
  /** Remove comments too, which nodes cannot read. Default: false. */
  readonly comments?: boolean | undefined;
}

export interface Finding {
  readonly file: string;
  readonly ruleId: string;
  /** Which of the rule's messages it is. */
  readonly messageId: string;
  readonly level: Level;
  /** What is wrong, and what nodes do because of it. */
  readonly message: string;
  readonly range: Range;
  readonly fixes: readonly Fix[];
}

export interface Fix {
  readonly title: string;
  /** The fix needs no decision and removes no upgrade. `fix` applies it. */
  readonly safe: boolean;
  /** Apply them together. Empty if the fix is to save the file in another encoding. */
  readonly edits: readonly Edit[];
}

/** Replaces a range with a text. */
export interface Edit {
  readonly range: Range;
  readonly text: string;
}

export interface Range {
  readonly start: Position;
  /** After the last character. */
  readonly end: Position;
}

/** Line and column from 1. Columns are UTF-16 code units, as in JavaScript strings. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface DiffOptions extends Options {
  /** Baked versions to compare, in addition to the bundled record. For other bases: patch 0 and the patch below each hotfix. */
  readonly bakedVersions?: readonly string[] | undefined;
}

/** A baked version with a change in node behavior. */
export interface Difference {
  readonly baked: string;
  readonly what: 'binary' | 'scripts';
  /** `lost` and `lowered` are losses. */
  readonly change: 'lost' | 'lowered' | 'gained' | 'changed';
  /** The hotfix version that nodes upgraded to before; null if they stayed. */
  readonly before: string | null;
  /** The hotfix version that nodes upgrade to now; null if they stay. */
  readonly after: string | null;
}

/** Decides what a node with a baked version does with a config. Any text is accepted as baked version. */
export function evaluate(config: ConfigFile, bakedVersion: string, options: Options = {}): Evaluation {
  const analysis = analysed(takeConfig('config', config));
  const baked = takeText('bakedVersion', bakedVersion);
  const { verdicts, ...read } = explain({ analysis }, [baked], catalogueFrom(takeOptions(options)));
  const [verdict] = verdicts;
  if (!verdict) throw new Error('A baked version was not judged.');
  return { ...read, ...verdict };
}

/** Returns the findings of a config, in the order of its text. */
export function check(config: ConfigFile, options: CheckOptions = {}): Finding[] {
  const given = takeConfig('config', config);
  const { file = '-', baseline, payload, ...rules } = takeOptions(options);
  const compared = baseline === undefined ? undefined : analysed(baseline).readings;
  const analysis = typeof given === 'string' ? new Analysis(given) : analysisOf(given);
  if (!isConfigNamed(file, analysis, compared)) return [];
  const findings = findingsIn(analysis, {
    ...checkOptionsFrom(rules),
    baseline: compared,
    payload: payload === undefined ? undefined : payloadOf(payload),
  });
  return toJson({ file, text: analysis.source.text, findings });
}

/**
 * Applies every safe fix to the text of a config. The rest of the text does not change. Throws a `RangeError` for a text
 * with more than 10,000 findings or 5 MB.
 */
export function fix(text: string, options: FixOptions = {}): string {
  const given = new Analysis(takeText('text', text));
  const { comments, file = '-', ...rules } = takeOptions(options);
  if (!isConfigNamed(file, given)) return text;
  const all = checkOptionsFrom(rules);
  const why = whyNotFixed(given, findingsIn(given, all));
  if (why !== undefined) throw new RangeError(`The config is not fixed: ${why}.`);
  const bare = comments ? withoutComments(given) : text;
  return fixAll(bare === text ? given : new Analysis(bare), all).analysis.source.text;
}

/** Returns the baked versions for which the two configs differ in node behavior: losses, gains, then the rest. */
export function diff(before: ConfigFile, after: ConfigFile, options: DiffOptions = {}): Difference[] {
  const [first, second] = [takeConfig('before', before), takeConfig('after', after)];
  return differencesBetween(
    analysed(first).readings,
    analysed(second).readings,
    catalogueFrom(takeOptions(options)),
  );
}

/** The decoded config. */
function analysed(file: ConfigFile): Analysis {
  return typeof file === 'string' ? new Analysis(file.toWellFormed()) : analysisOf(file);
}

function payloadOf(file: ConfigFile): Payload {
  return new Payload(typeof file === 'string' ? file : decodeUtf8(file));
}
