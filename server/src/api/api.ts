import { Analysis, applyEdits, type Config } from '../model/index.ts';
import { differencesBetween } from '../service/answers/difference.ts';
import { explain } from '../service/answers/explanation.ts';
import { analysisOf, checkFile } from '../service/findings/checked-file.ts';
import { withoutComments } from '../service/findings/comments.ts';
import { check as findingsIn } from '../service/findings/finding.ts';
import { fixAll } from '../service/findings/fix-all.ts';
import { toJson } from '../service/findings/json-findings.ts';
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

/** Options of a check. */
export interface RuleOptions {
  /** Levels by rule id. Default: the level of each rule. */
  readonly rules?: Readonly<Record<string, Level | 'off'>> | undefined;
  /** The known baked versions, `YYYYMM.DD.PATCH`. Default: none; findings that need them are left out. */
  readonly bakedVersions?: readonly string[] | undefined;
  /** The date for support windows, `YYYY-MM-DD`. Default: today (UTC). */
  readonly today?: string | undefined;
  /** The support window of an image in months. Default: 6. */
  readonly supportWindowMonths?: number | undefined;
}

export interface CheckOptions extends RuleOptions {
  /** The name of the file in the findings. Default: `-`. */
  readonly file?: string | undefined;
  /** An earlier version of the config. Adds findings about hotfixes that nodes lose since then. */
  readonly baseline?: ConfigFile | undefined;
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

export interface DiffOptions {
  /** The baked versions to compare. Default, and for bases without one: patch 0 and the patch below each hotfix. */
  readonly bakedVersions?: readonly string[] | undefined;
}

/** A baked version with a change in node behavior. */
export interface Difference {
  readonly baked: string;
  readonly what: 'binary' | 'scripts';
  /** The hotfix version that nodes upgraded to before; null if they stayed. */
  readonly before: string | null;
  /** The hotfix version that nodes upgrade to now; null if they stay. */
  readonly after: string | null;
}

/** Decides what a node with a baked version does with a config. Any text is accepted as baked version. */
export function evaluate(config: ConfigFile, bakedVersion: string): Evaluation {
  const analysis = analysed(takeConfig('config', config));
  const { verdicts, ...read } = explain({ analysis }, [takeText('bakedVersion', bakedVersion)]);
  const [verdict] = verdicts;
  if (!verdict) throw new Error('A baked version was not judged.');
  const { baked, binary, scripts } = verdict;
  return { ...read, baked, binary, scripts };
}

/** Returns the findings of a config, in the order of its text. */
export function check(config: ConfigFile, options: CheckOptions = {}): Finding[] {
  const given = takeConfig('config', config);
  const { file = '-', baseline, ...rules } = takeOptions(options);
  const compared = baseline === undefined ? undefined : configOf(baseline);
  const all = { ...checkOptionsFrom(rules), baseline: compared };
  return typeof given === 'string'
    ? toJson({ file, text: given, findings: findingsIn(new Analysis(given), all) })
    : toJson({ file, ...checkFile(given, all) });
}

/** Applies every safe fix to the text of a config. The rest of the text does not change. */
export function fix(text: string, options: FixOptions = {}): string {
  const given = takeText('text', text);
  const { comments, ...rules } = takeOptions(options);
  const bare = comments ? withoutComments(given) : given;
  return applyEdits(bare, fixAll(new Analysis(bare), checkOptionsFrom(rules)));
}

/** Returns the baked versions for which the two configs differ in node behavior, ascending. */
export function diff(before: ConfigFile, after: ConfigFile, options: DiffOptions = {}): Difference[] {
  const [first, second] = [takeConfig('before', before), takeConfig('after', after)];
  const { bakedVersions } = takeOptions(options);
  return differencesBetween(
    analysed(first).readings,
    analysed(second).readings,
    catalogueFrom(bakedVersions),
  );
}

function configOf(file: ConfigFile): Config | null {
  return analysed(file).config;
}

/** The decoded config. */
function analysed(file: ConfigFile): Analysis {
  return typeof file === 'string' ? new Analysis(file.toWellFormed()) : analysisOf(file);
}
