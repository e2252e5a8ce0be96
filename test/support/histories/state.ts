import { embeddedConfigPath, payloadPath } from '../../../server/src/names.ts';
import { around, template } from '../payload.ts';
import type { Random } from '../random-documents.ts';

/** What a hotfix branch of AgentBaker holds: its config, and the scripts beside it. */
export interface State {
  /** Undefined if there is no file. */
  readonly config: Config | undefined;
  /** The names of scripts; undefined if the template has no block of them. */
  readonly scripts: readonly string[] | undefined;
  /** Bases whose losses someone decided to accept. */
  readonly accepted: readonly string[];
  /** Spelling that changes nothing for nodes. */
  readonly spelling: number;
}

export interface Config {
  /** Patches by base. */
  readonly entries: Readonly<Record<string, number>>;
  /** The fields of one version. */
  readonly version: Version | undefined;
  readonly gate: Version | undefined;
  readonly isBroken: boolean;
  /** Whether it is at the path that is built into images; otherwise it has another name. */
  readonly isEmbedded: boolean;
}

export interface Version {
  readonly base: string;
  readonly patch: number;
}

export const noConfig: State = { config: undefined, scripts: undefined, accepted: [], spelling: 0 };
export const emptyConfig: Config = {
  entries: {},
  version: undefined,
  gate: undefined,
  isBroken: false,
  isEmbedded: true,
};

/** The day of each check. */
export const today = '2026-11-15';
/**
 * Baked patches by base: four on record with a controller that compares, one that was released after the record, and one
 * past its support window. The controller of the last two is taken for a current one.
 */
export const baked: Readonly<Record<string, number>> = {
  '202607.20': 0,
  '202607.29': 0,
  '202608.06': 1,
  '202608.14': 0,
  '202610.10': 0,
  '202604.03': 0,
};
export const retired = ['202604.03'];
/** Not in the bundled record. */
export const unrecorded = ['202610.10', '202604.03'];
export const bases = Object.keys(baked);
const scriptNames = ['provision', 'install', 'config', 'validate', 'cleanup'];

type Edit = (state: State, random: Random) => State;

/** Edits as people and generators make them. */
const edits: readonly Edit[] = [
  // A new hotfix, or another patch of one.
  (state, random) => withEntry(state, pick(bases, random), 1 + random(9)),
  (state, random) => withEntry(state, pick(bases, random), 1 + random(9)),
  (state, random) => withEntry(state, pick(bases, random), 1 + random(12)),
  // A removal.
  (state, random) => withEntry(state, pick(bases, random), undefined),
  (state) => withConfig(state, { entries: {} }),
  (state, random) => withConfig(state, { version: versionFrom(random) }),
  (state) => withConfig(state, { version: undefined }),
  moveIntoMap,
  (state, random) => withConfig(state, { gate: versionFrom(random) }),
  (state, random) => withConfig(state, { gate: versionFrom(random) }),
  (state, random) => withPatchOfGate(state, 1 + random(9)),
  (state) => withConfig(state, { gate: undefined }),
  (state, random) => withScripts(state, [...(state.scripts ?? []), pick(scriptNames, random)]),
  (state, random) => withScripts(state, [...(state.scripts ?? []), pick(scriptNames, random)]),
  (state, random) =>
    withScripts(
      state,
      state.scripts?.filter((name) => name !== pick(scriptNames, random)),
    ),
  (state) => withScripts(state, state.scripts?.toReversed()),
  (state) => withScripts(state, undefined),
  (state) => ({ ...state, config: undefined }),
  (state) => withConfig(state, { isBroken: true }),
  (state) => withConfig(state, { isEmbedded: state.config?.isEmbedded !== true }),
  (state) => (state.config ? withConfig(state, { isBroken: false, isEmbedded: true }) : state),
  (state, random) => ({ ...state, spelling: random(8) }),
  (state, random) => ({ ...state, accepted: [pick(bases, random)] }),
];

export function edited(state: State, random: Random): State {
  return pick(edits, random)(state, random);
}

/** A state with a hotfix in each part, from which there is something to lose. */
export function startingState(random: Random): State {
  let state = withConfig(noConfig, { gate: versionFrom(random) });
  for (let i = random(4); i >= 0; i--) state = withEntry(state, pick(bases, random), 1 + random(9));
  return withScripts(state, random(4) === 0 ? undefined : scriptNames.slice(random(3)));
}

export function pick<T>(all: readonly T[], random: Random): T {
  return all[random(all.length)] as T;
}

function versionFrom(random: Random): Version {
  return { base: pick(bases, random), patch: random(9) };
}

function withConfig(state: State, change: Partial<Config>): State {
  return { ...state, config: { ...(state.config ?? emptyConfig), ...change } };
}

function withEntry(state: State, base: string, patch: number | undefined): State {
  const { [base]: _, ...others } = state.config?.entries ?? {};
  return withConfig(state, { entries: patch === undefined ? others : { ...others, [base]: patch } });
}

function withPatchOfGate(state: State, patch: number): State {
  const gate = state.config?.gate;
  return gate ? withConfig(state, { gate: { ...gate, patch } }) : state;
}

function withScripts(state: State, names: readonly string[] | undefined): State {
  return { ...state, scripts: names && [...new Set(names)] };
}

function moveIntoMap(state: State): State {
  const version = state.config?.version;
  if (!version) return state;
  return withEntry(withConfig(state, { version: undefined }), version.base, version.patch);
}

/** The files of a state by path. */
export function filesOf({ config, scripts, accepted, spelling }: State): Map<string, string> {
  const files = new Map([['README.md', 'A branch for hotfixes.\n']]);
  const lines = (text: string) => (spelling & 1 ? text.replaceAll('\n', '\r\n') : text);
  const text = scripts === undefined ? around('') : template(...scripts);
  files.set(payloadPath, lines(spelling & 4 ? text.replace('write_files:', 'bootcmd:\nwrite_files:') : text));
  if (config)
    files.set(
      config.isEmbedded ? embeddedConfigPath : `${embeddedConfigPath}.bak`,
      lines(textOf(config, spelling)),
    );
  const acceptedLosses = accepted.map((base) => ({ base, reason: 'decided' }));
  if (accepted.length > 0) files.set('.hotfixrc.json', JSON.stringify({ acceptedLosses }));
  return files;
}

function textOf({ entries, version, gate, isBroken }: Config, spelling: number): string {
  const written = ({ base, patch }: Version) => `${base}.${patch}`;
  const named = Object.entries(entries).map(([base, patch]) => [base, written({ base, patch })]);
  if (spelling & 4) named.reverse();
  const fields = {
    ...(gate && { scripts_version: written(gate) }),
    ...(named.length > 0 && { hotfixes: Object.fromEntries(named) }),
    ...(version && { version: written(version) }),
  };
  const text = JSON.stringify(fields, null, spelling & 2 ? 2 : 0);
  return `${isBroken ? text.replace(/\}$/, ',}') : text}\n`;
}
