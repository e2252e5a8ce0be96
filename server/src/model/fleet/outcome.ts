import type { Config } from '../config.ts';
import { binaryVerdict, type Reason, scriptsVerdict, type Verdict } from '../verdict.ts';
import { trimSpace } from '../white-space.ts';
import { type Generation, traitsOf } from './generation.ts';
import { type Installer, installerOf, type OperatingSystem } from './operating-system.ts';
import type { Readings } from './readings.ts';

/** What a node of one recorded image does with a config: its controller decides, then its operating system installs. */
export interface ImageOutcome {
  readonly decision: Decision;
  /** Whether it ends with the hotfix binary; null if that is not on record. */
  readonly installs: boolean | null;
  readonly reason: Installer | BinaryReason;
}

/** What the controller of a generation decides, before the operating system installs anything. */
export interface Decision {
  readonly generation: Generation;
  readonly binary: {
    /** The version that it passes to the installer; null if there is none. */
    readonly asks: string | null;
    readonly reason: BinaryReason;
  };
  readonly scripts: {
    /** Whether it applies the delivered scripts; null if it does not decide that. */
    readonly applies: boolean | null;
    readonly reason: ScriptsReason;
  };
  /** Whether its command fails. The node boots its baked binary anyway. */
  readonly fails: boolean;
}

export type BinaryReason =
  | Reason
  | { readonly code: 'no-hotfix-code' }
  | { readonly code: 'reports-dev' }
  | { readonly code: 'installs-any'; readonly version: string };

export type ScriptsReason =
  | Reason
  | { readonly code: 'no-hotfix-code' }
  | { readonly code: 'always-applied' }
  | { readonly code: 'installed-binary-decides'; readonly version: string };

/** The version that a controller without a stamp reports. */
const unstamped = 'dev';

/** What an image baked with `baked` does on `system`, with a controller of `generation`. */
export function outcome(
  readings: Readings,
  baked: string,
  { generation, system }: { readonly generation: Generation; readonly system: OperatingSystem },
): ImageOutcome {
  const decision = decide(readings, baked, generation);
  return { decision, ...installed(decision, system) };
}

/** How an operating system carries out a decision. */
export function installed(
  { binary }: Decision,
  system: OperatingSystem,
): Pick<ImageOutcome, 'installs' | 'reason'> {
  if (binary.asks === null) return { installs: false, reason: binary.reason };
  const reason = installerOf(system);
  return { installs: reason.installs, reason };
}

export function decide(readings: Readings, baked: string, generation: Generation): Decision {
  const traits = traitsOf(generation);
  const config = readings.by(generation);
  const binary = binaryDecision(traits.binary, config, baked);
  return {
    generation,
    binary,
    scripts: scriptsDecision(traits.scripts, config, baked, binary.asks),
    fails: config === null && traits.failsOnUnreadable,
  };
}

function binaryDecision(
  how: ReturnType<typeof traitsOf>['binary'],
  config: Config | null,
  baked: string,
): Decision['binary'] {
  if (how === 'never-reads') return { asks: null, reason: { code: 'no-hotfix-code' } };
  if (how === 'compares') return asked(binaryVerdict(config, baked));
  if (how === 'installs-any') return anyVersion(config);
  // It compares with its own version, and "dev" is not a version.
  return { asks: null, reason: { code: 'reports-dev' } };
}

function asked({ upgrade, resolved, reason }: Verdict): Decision['binary'] {
  return { asks: upgrade ? resolved : null, reason };
}

/** It compares nothing: it passes any version to the installer, except the one that it already has. */
function anyVersion(config: Config | null): Decision['binary'] {
  if (!config) return { asks: null, reason: { code: 'unreadable' } };
  const version = trimSpace(config.version);
  if (version === '') return { asks: null, reason: { code: 'nothing-asked', role: 'pointer' } };
  if (version === unstamped) return { asks: null, reason: { code: 'reports-dev' } };
  return { asks: version, reason: { code: 'installs-any', version } };
}

function scriptsDecision(
  how: ReturnType<typeof traitsOf>['scripts'],
  config: Config | null,
  baked: string,
  asks: string | null,
): Decision['scripts'] {
  if (how === 'never') return { applies: null, reason: { code: 'no-hotfix-code' } };
  if (how === 'gated') {
    const { upgrade, reason } = scriptsVerdict(config, baked);
    return { applies: upgrade, reason };
  }
  // Only the self-updating controller asks for a version and always applies: the binary that it installed decides
  // about the scripts.
  if (asks !== null) return { applies: null, reason: { code: 'installed-binary-decides', version: asks } };
  return { applies: true, reason: { code: 'always-applied' } };
}
