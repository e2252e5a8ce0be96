import { embeddedConfigPath, payloadPath } from '../../../server/src/names.ts';
import { baked, bases, type Config, filesOf, noConfig, retired, type State } from './state.ts';

/**
 * What nodes get from a state, from the rules of the field alone: without the code under test. A base has its patch, or no
 * hotfix.
 */
interface Served {
  readonly binary: ReadonlyMap<string, number>;
  /** The bases whose nodes apply the scripts that are delivered. */
  readonly gated: ReadonlySet<string>;
  readonly scripts: readonly string[];
}

function servedBy({ config, scripts = [] }: State): Served {
  const read = readable(config);
  const entries = Object.entries(read?.entries ?? {});
  const legacy =
    entries.length === 0 && read?.version ? [[read.version.base, read.version.patch] as const] : [];
  const isAbove = ([base, patch]: readonly [string, number]) => patch > (baked[base] ?? 0);
  const gate = read?.gate;
  return {
    binary: new Map([...entries, ...legacy].filter(isAbove)),
    gated: new Set(gate && isAbove([gate.base, gate.patch]) ? [gate.base] : []),
    scripts,
  };
}

/** A broken config and one with another name are none. */
function readable(config: Config | undefined): Config | undefined {
  return config?.isEmbedded && !config.isBroken ? config : undefined;
}

const isSupported = (base: string) => !retired.includes(base);

/** What a check has to say about the losses from one state to another, and about the scripts of the second. */
export function expectedFindings(before: State, after: State): string[] {
  return [...lossesOfConfig(before, after), ...lossesOfPayload(before, after), ...halves(after)].sort();
}

function lossesOfConfig(before: State, after: State): string[] {
  const [had, has] = [servedBy(before), servedBy(after)];
  const losses = bases.flatMap((base): { base: string; what: string }[] => {
    const [patch, now] = [had.binary.get(base), has.binary.get(base)];
    if (patch === undefined) return [];
    if (now !== undefined) return now < patch ? [{ base, what: 'patch-lowered/binary' }] : [];
    return isSupported(base) ? [{ base, what: 'entry-removed/binary' }] : [];
  });
  if (losses.length === 0) losses.push(...loweredForAny(before, after));
  // Without scripts to apply there was nothing to lose.
  for (const base of had.scripts.length > 0 ? had.gated : [])
    if (!has.gated.has(base) && isSupported(base)) losses.push({ base, what: 'entry-removed/scripts' });
  if (!after.config?.isEmbedded || !after.config.isBroken)
    return losses.map(({ base, what }) => said(what, base, after));
  // One fault, one finding.
  const [accepted, open] = [true, false].map((is) =>
    losses.filter(({ base }) => after.accepted.includes(base) === is),
  );
  return [...inOneFault(open ?? []), ...(accepted ?? []).map(({ base, what }) => said(what, base, after))];
}

/** The finding of a config that no node can read, on all bases that lose something. */
export function inOneFault(losses: readonly { readonly base: string }[]): string[] {
  const { size } = new Set(losses.map(({ base }) => base));
  if (size === 0) return [];
  return [size === 1 ? 'entry-removed/unreadable' : `entry-removed/unreadable-more ${size - 1}`];
}

/**
 * Images of one base on record install any `version`, without a comparison. They are past their support window, in which
 * a lower patch is a loss too.
 */
function loweredForAny(before: State, after: State): { base: string; what: string }[] {
  const [had, has] = [readable(before.config), readable(after.config)];
  if (!had?.version || !has?.version || has.entries[had.version.base] !== undefined) return [];
  const isLower = has.version.base === had.version.base && has.version.patch < had.version.patch;
  return isLower ? [{ base: '202604.24', what: 'patch-lowered/binary' }] : [];
}

function lossesOfPayload(before: State, after: State): string[] {
  const [had, { scripts }] = [servedBy(before), servedBy(after)];
  const left = had.scripts.filter((name) => !scripts.includes(name));
  if (left.length === 0) return [];
  return [...had.gated]
    .filter(isSupported)
    .map((base) => said('payload-removed/lost', base, after, ` ${left.join(', ')}`));
}

function said(what: string, base: string, { accepted }: State, more = ''): string {
  const isAccepted = accepted.includes(base);
  return `${isAccepted ? what.replace(/\/.*/, '/accepted') : what} ${base}${isAccepted ? '' : more}`;
}

/** The field that enables scripts, and the scripts: one without the other does nothing. */
function halves({ config, scripts = [] }: State): string[] {
  const embedded = config?.isEmbedded ? config : undefined;
  if (scripts.length === 0) return embedded?.gate ? ['scripts-payload/no-payload'] : [];
  if (!embedded) return ['scripts-payload/no-config'];
  return embedded.gate || embedded.isBroken ? [] : ['scripts-payload/no-gate'];
}

/** Where several states are compared with, each file counts that is the same in all of them, otherwise that of the tip. */
export function mergedBaseline(states: readonly State[], tip: State): State {
  const [first = noConfig, ...others] = states;
  const source = (path: string) => {
    const text = (state: State) => filesOf(state).get(path);
    return others.every((other) => text(other) === text(first)) ? first : tip;
  };
  const { config } = source(embeddedConfigPath);
  return { ...first, config, scripts: source(payloadPath).scripts };
}
