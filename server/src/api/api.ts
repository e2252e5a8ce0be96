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

// What is exported here is what the package promises: the declarations come from this file alone, so they name no type
// of another one.

/** A config: the bytes of a file, or its text, as if it were saved as UTF-8. Only bytes tell of other encodings. */
export type ConfigFile = string | Uint8Array;

/** What a node of one baked version does with a config. */
export interface Evaluation {
  /** Whether nodes can read the config. Where they cannot, no hotfix applies. */
  readonly readable: boolean;
  /** Where and why they cannot, as `line:column: message`; null where they can. */
  readonly error: string | null;
  /** What a node has in memory then; null where it cannot read the config. */
  readonly config: DecodedConfig | null;
  /** The baked version, as it was given. */
  readonly baked: string;
  /** What the node does with its controller binary. */
  readonly binary: Verdict;
  /** What the node does with its provisioning scripts. */
  readonly scripts: Verdict;
}

/** A config as a node decodes it. */
export interface DecodedConfig {
  /** Empty where the config has none. */
  readonly version: string;
  /** Empty where the config has none. */
  readonly scripts_version: string;
  /** Hotfix versions by base; null where the config has none. */
  readonly hotfixes: Readonly<Record<string, string>> | null;
}

export interface Verdict {
  /** The version that the node chooses, trimmed; empty when the config offers it none. */
  readonly resolved: string;
  /** Whether the node upgrades to it. */
  readonly upgrade: boolean;
  /** Why, as the rest of a sentence: "the node stays, because …". */
  readonly reason: string;
}

export type Level = 'error' | 'warning' | 'information' | 'hint';

/** What the rules go by. */
export interface RuleOptions {
  /** Levels by the id of a rule, in place of the rule's own. */
  readonly rules?: Readonly<Record<string, Level | 'off'>> | undefined;
  /** The known baked versions, `YYYYMM.DD.PATCH`. Default: none, and then nothing is said that needs them. */
  readonly bakedVersions?: readonly string[] | undefined;
  /** The day to judge support windows by, `YYYY-MM-DD`. Default: today (UTC). */
  readonly today?: string | undefined;
  /** How many months an image is supported. Default: 6. */
  readonly supportWindowMonths?: number | undefined;
}

export interface CheckOptions extends RuleOptions {
  /** The name of the file in the findings. Default: `-`. */
  readonly file?: string | undefined;
  /** An earlier state of the config: what nodes lose since then is found too. */
  readonly baseline?: ConfigFile | undefined;
}

export interface FixOptions extends RuleOptions {
  /** Drop comments too, on which nodes give up; they hold somebody's reasons. Default: false. */
  readonly comments?: boolean | undefined;
}

export interface Finding {
  readonly file: string;
  readonly ruleId: string;
  /** Which of the rule's messages it is. */
  readonly messageId: string;
  readonly level: Level;
  /** What is wrong, and what a node does because of it. */
  readonly message: string;
  readonly range: Range;
  readonly fixes: readonly Fix[];
}

export interface Fix {
  readonly title: string;
  /** It needs no judgement and takes no upgrade away: `fix` applies it. */
  readonly safe: boolean;
  /** To be applied together; none where the file is to be saved in another encoding. */
  readonly edits: readonly Edit[];
}

/** Puts a text in the place of a range. */
export interface Edit {
  readonly range: Range;
  readonly text: string;
}

export interface Range {
  readonly start: Position;
  /** Behind the last character. */
  readonly end: Position;
}

/** Line and column, from 1; columns count UTF-16 units, as strings of JavaScript do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface DiffOptions {
  /** The baked versions to judge. Default, and for every base without one: patch 0, and those just below a hotfix. */
  readonly bakedVersions?: readonly string[] | undefined;
}

/** A baked version whose nodes do another thing than before. */
export interface Difference {
  readonly baked: string;
  readonly what: 'binary' | 'scripts';
  /** The hotfix version that its nodes upgraded to; null where they stayed. */
  readonly before: string | null;
  /** The hotfix version that they upgrade to now; null where they stay. */
  readonly after: string | null;
}

/** Says what a node baked with a version does with a config; any text may be that version. */
export function evaluate(config: ConfigFile, bakedVersion: string): Evaluation {
  const analysis = analysed(takeConfig('config', config));
  const { verdicts, ...read } = explain({ analysis }, [takeText('bakedVersion', bakedVersion)]);
  const [verdict] = verdicts;
  if (!verdict) throw new Error('A baked version was not judged.');
  const { baked, binary, scripts } = verdict;
  return { ...read, baked, binary, scripts };
}

/** Finds what is wrong with a config, in the order of its text. */
export function check(config: ConfigFile, options: CheckOptions = {}): Finding[] {
  const given = takeConfig('config', config);
  const { file = '-', baseline, ...rules } = takeOptions(options);
  const compared = baseline === undefined ? undefined : configOf(baseline);
  const all = { ...checkOptionsFrom(rules), baseline: compared };
  return typeof given === 'string'
    ? toJson({ file, text: given, findings: findingsIn(new Analysis(given), all) })
    : toJson({ file, ...checkFile(given, all) });
}

/** Applies every safe fix to the text of a config. What is not fixed is as it was, and so is a text without any. */
export function fix(text: string, options: FixOptions = {}): string {
  const given = takeText('text', text);
  const { comments, ...rules } = takeOptions(options);
  const bare = comments ? withoutComments(given) : given;
  return applyEdits(bare, fixAll(new Analysis(bare), checkOptionsFrom(rules)));
}

/** Says for which baked versions nodes do another thing under the second config than under the first, ascending. */
export function diff(before: ConfigFile, after: ConfigFile, options: DiffOptions = {}): Difference[] {
  const [first, second] = [takeConfig('before', before), takeConfig('after', after)];
  const { bakedVersions } = takeOptions(options);
  return differencesBetween(configOf(first), configOf(second), catalogueFrom(bakedVersions));
}

function configOf(file: ConfigFile): Config | null {
  return analysed(file).config;
}

/** What a node sees of it. */
function analysed(file: ConfigFile): Analysis {
  return typeof file === 'string' ? new Analysis(file.toWellFormed()) : analysisOf(file);
}
