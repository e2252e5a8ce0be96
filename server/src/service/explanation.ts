import {
  type Analysis,
  binaryVerdict,
  type Config,
  explainReason,
  scriptsVerdict,
  type Verdict,
} from '../model/index.ts';
import { whyUnreadable } from './unreadable.ts';

/** What nodes of some baked versions do with a config, in the form of `explain --format json`. */
export interface Explanation {
  readonly readable: boolean;
  /** `line:column: message`; null where nodes can read the config. */
  readonly error: string | null;
  readonly config: ExplainedConfig | null;
  readonly verdicts: readonly { readonly baked: string; readonly binary: Answer; readonly scripts: Answer }[];
}

/** A config under the names of its fields. */
export interface ExplainedConfig {
  readonly version: string;
  readonly scripts_version: string;
  readonly hotfixes: Readonly<Record<string, string>> | null;
}

export interface Answer {
  /** The chosen version, trimmed; empty when there is none. */
  readonly resolved: string;
  readonly upgrade: boolean;
  readonly reason: string;
}

/** Says what nodes of each baked version do, whatever that looks like. */
export function explain(analysis: Analysis, baked: readonly string[]): Explanation {
  const { config } = analysis;
  return {
    readable: config !== null,
    error: config ? null : whyUnreadable(analysis),
    config: config && printable(config),
    verdicts: baked.map((version) => ({
      baked: version,
      binary: answer(binaryVerdict(config, version)),
      scripts: answer(scriptsVerdict(config, version)),
    })),
  };
}

function answer({ resolved, upgrade, reason }: Verdict): Answer {
  return { resolved, upgrade, reason: explainReason(reason) };
}

function printable({ version, scriptsVersion, hotfixes }: Config): ExplainedConfig {
  return { version, scripts_version: scriptsVersion, hotfixes: hotfixes && Object.fromEntries(hotfixes) };
}
