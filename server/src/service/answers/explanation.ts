import {
  type Analysis,
  binaryVerdict,
  Catalogue,
  type Config,
  explainOutcome,
  explainReason,
  noFile,
  type Readings,
  readingsServed,
  recordedOutcome,
  scriptsVerdict,
  stage,
  systemName,
  trimSpace,
  type Verdict,
} from '../../model/index.ts';
import { whyUnreadable } from '../findings/unreadable.ts';

/** What nodes of some baked versions do with a config, in the form of `explain --format json`. */
export interface Explanation {
  readonly readable: boolean;
  /** `line:column: message`; null if nodes can read the config. */
  readonly error: string | null;
  readonly config: ExplainedConfig | null;
  readonly verdicts: readonly ExplainedVerdict[];
  /** With a served map: the text that the file becomes; null if it does not change. */
  readonly staged?: string | null | undefined;
  /** The same with the older check of the stamped generation. */
  readonly stagedByStamped?: string | null | undefined;
}

/** A config by the names of its fields. */
export interface ExplainedConfig {
  readonly version: string;
  readonly scripts_version: string;
  readonly hotfixes: Readonly<Record<string, string>> | null;
}

export interface ExplainedVerdict {
  readonly baked: string;
  /** What a current controller of that version decides. */
  readonly binary: Answer;
  readonly scripts: Answer;
  /** What the images of that version do; null if they are not on record. */
  readonly recorded: RecordedAnswer | null;
}

export interface Answer {
  /** The chosen version, trimmed; empty if there is none. */
  readonly resolved: string;
  readonly upgrade: boolean;
  readonly reason: string;
}

export interface RecordedAnswer {
  readonly generation: string;
  /** `asks` is the version that is passed to the installer; null if it is not called. */
  readonly binary: { readonly asks: string | null; readonly reason: string };
  /** Null if its controller does not decide that. */
  readonly scripts: { readonly applies: boolean | null; readonly reason: string };
  readonly images: readonly {
    readonly image: string;
    readonly os: string;
    /** Whether the image can install a package that its controller asks for; null if that is not known. */
    readonly installs: boolean | null;
    readonly reason: string;
  }[];
}

/** A file as nodes find it, or null if a node has none, and what the live-patching service serves them. */
export interface NodeFile {
  readonly analysis: Analysis | null;
  readonly served?: string | undefined;
}

/** What controllers of all generations read, after those that ask were served a map. */
export function readingsOfFile({ analysis, served }: NodeFile): Readings {
  const unserved = analysis?.readings ?? noFile;
  return served === undefined ? unserved : readingsServed(unserved, served);
}

/** Decodes a file as a node does, and decides for each baked version, valid or not. */
export function explain(
  file: NodeFile,
  baked: readonly string[],
  catalogue: Catalogue = Catalogue.empty,
): Explanation {
  const readings = readingsOfFile(file);
  const config = readings.current;
  return {
    readable: config !== null,
    // A staged file is always readable. Only the original can be invalid.
    error: config || !file.analysis ? null : whyUnreadable(file.analysis),
    config: config && printable(config),
    verdicts: baked.map((version) => ({
      baked: version,
      binary: answer(binaryVerdict(config, version)),
      scripts: answer(scriptsVerdict(config, version)),
      recorded: recorded(readings, version, catalogue),
    })),
    ...stagedTexts(file),
  };
}

function stagedTexts({ analysis, served }: NodeFile): Pick<Explanation, 'staged' | 'stagedByStamped'> {
  if (served === undefined) return {};
  const { current } = analysis?.readings ?? noFile;
  return {
    staged: stage(current, served, 'merges').text ?? null,
    stagedByStamped: stage(current, served, 'overwrites').text ?? null,
  };
}

function recorded(readings: Readings, baked: string, catalogue: Catalogue): RecordedAnswer | null {
  const outcome = recordedOutcome(readings, catalogue.get(trimSpace(baked)), catalogue);
  if (!outcome) return null;
  const { generation, binary, scripts, images } = outcome;
  return {
    generation,
    binary: { asks: binary.asks, reason: explainOutcome(binary.reason) },
    scripts: { applies: scripts.applies, reason: explainOutcome(scripts.reason) },
    images: images.map(({ image, system, installs, reason }) => ({
      image,
      os: systemName(system),
      installs,
      reason: explainOutcome(reason),
    })),
  };
}

function answer({ resolved, upgrade, reason }: Verdict): Answer {
  return { resolved, upgrade, reason: explainReason(reason) };
}

function printable({ version, scripts_version, hotfixes }: Config): ExplainedConfig {
  return { version, scripts_version, hotfixes: hotfixes && Object.fromEntries(hotfixes) };
}
