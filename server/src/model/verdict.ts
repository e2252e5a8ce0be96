import type { Config } from './config.ts';
import type { Role } from './fields.ts';
import { compareDigits, parseLoose } from './version.ts';
import { trimSpace } from './white-space.ts';

/** What a node would do with its binary or its scripts. */
export interface Verdict {
  /** The version chosen from the config, trimmed; empty if there is none. */
  readonly resolved: string;
  readonly upgrade: boolean;
  readonly reason: Reason;
}

/** Where in the config the version for a node is. */
export type Origin =
  | { readonly role: Exclude<Role, 'entry'> }
  | { readonly role: 'entry'; readonly base: string };

export type Reason =
  | { readonly code: 'unreadable' }
  | { readonly code: 'nothing-asked'; readonly role: Exclude<Role, 'entry'> }
  | { readonly code: 'baked-without-base'; readonly baked: string }
  | { readonly code: 'base-not-listed'; readonly base: string }
  | { readonly code: 'entry-empty'; readonly base: string }
  | {
      readonly code:
        | 'baked-not-comparable'
        | 'version-not-comparable'
        | 'other-base'
        | 'same-patch'
        | 'lower-patch';
      readonly baked: string;
      readonly version: string;
      readonly origin: Origin;
    }
  | { readonly code: 'upgrades'; readonly baked: string; readonly version: string; readonly origin: Origin };

type Choice = { readonly version: string; readonly origin: Origin } | { readonly reason: Reason };

/** What a node baked with `baked` does with its controller binary. */
export function binaryVerdict(config: Config | null, baked: string): Verdict {
  return judge(config && chooseBinary(config, baked), baked);
}

/** What a node baked with `baked` does with its provisioning scripts. */
export function scriptsVerdict(config: Config | null, baked: string): Verdict {
  return judge(config && chooseField('scripts', config.scripts_version), baked);
}

function chooseBinary(config: Config, baked: string): Choice {
  const { hotfixes } = config;
  if (!hotfixes || hotfixes.size === 0) return chooseField('pointer', config.version);
  const base = bakedBase(baked);
  if (base === undefined) return { reason: { code: 'baked-without-base', baked } };
  const value = hotfixes.get(base);
  if (value === undefined) return { reason: { code: 'base-not-listed', base } };
  const version = trimSpace(value);
  if (version === '') return { reason: { code: 'entry-empty', base } };
  return { version, origin: { role: 'entry', base } };
}

function chooseField(role: Exclude<Role, 'entry'>, value: string): Choice {
  const version = trimSpace(value);
  return version === '' ? { reason: { code: 'nothing-asked', role } } : { version, origin: { role } };
}

/** What a config can upgrade. */
export type Target = 'binary' | 'scripts';

export const verdictOn: Readonly<Record<Target, typeof binaryVerdict>> = {
  binary: binaryVerdict,
  scripts: scriptsVerdict,
};

/** The key that a node looks up: the first two parts, unchanged. Undefined if there is no third part. */
export function bakedBase(baked: string): string | undefined {
  return /^([^.]+\.[^.]+)\../s.exec(trimSpace(baked))?.[1];
}

function judge(choice: Choice | null, untrimmedBaked: string): Verdict {
  if (!choice) return { resolved: '', upgrade: false, reason: { code: 'unreadable' } };
  if ('reason' in choice) return { resolved: '', upgrade: false, reason: choice.reason };
  const { version, origin } = choice;
  const baked = trimSpace(untrimmedBaked);
  const code = compare(baked, version);
  return { resolved: version, upgrade: code === 'upgrades', reason: { code, baked, version, origin } };
}

function compare(baked: string, version: string) {
  const from = parseLoose(baked);
  if (!from) return 'baked-not-comparable';
  const to = parseLoose(version);
  if (!to) return 'version-not-comparable';
  if (from.major !== to.major || from.minor !== to.minor) return 'other-base';
  const order = compareDigits(to.patch, from.patch);
  return order > 0 ? 'upgrades' : order < 0 ? 'lower-patch' : 'same-patch';
}
