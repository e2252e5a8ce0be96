import type { AccountPart, AccountStep } from '../../coverage-types.ts';
import {
  type Analysis,
  bakedBase,
  explainReason,
  isVersion,
  quote,
  type Range,
  type Reason,
  type Slot,
  type Target,
  trimSpace,
  type Verdict,
  verdictOn,
} from '../../model/index.ts';
import { whyUnreadable } from '../findings/unreadable.ts';

type Step = AccountStep<Range>;

/** How a node comes to what it does: what it reads, what it looks up, how the comparison goes. */
export function accountOf(analysis: Analysis, baked: string, what: Target): AccountPart<Range> {
  const verdict = verdictOn[what](analysis.config, baked);
  const { upgrade, resolved } = verdict;
  return {
    upgrade,
    to: upgrade ? resolved : '',
    isVoid: upgrade && !isVersion(resolved),
    steps: [...stepsTo(analysis, baked, what, verdict)],
  };
}

function* stepsTo(analysis: Analysis, baked: string, what: Target, { reason }: Verdict): Generator<Step> {
  if (reason.code === 'unreadable') {
    yield { passed: false, text: `The file cannot be read: ${whyUnreadable(analysis)}`, range: null };
    return;
  }
  yield { passed: true, text: 'The file is strict JSON of the right types: the node reads it.', range: null };
  yield* fieldSteps(analysis, baked, what, reason);
  if (!('version' in reason)) return;
  const range = slotOfOrigin(analysis, reason)?.value ?? null;
  const upgrades = reason.code === 'upgrades';
  yield { passed: upgrades, text: sentence(explainReason(reason)), range };
  if (upgrades && !isVersion(reason.version)) {
    const text = `The node asks for a package of version ${quote(reason.version)}; there is none, since releases write versions otherwise.`;
    yield { passed: true, text, range };
  }
}

function* fieldSteps(analysis: Analysis, baked: string, what: Target, reason: Reason): Generator<Step> {
  const { config, source } = analysis;
  if (what === 'scripts') {
    yield fieldStep(analysis, 'scripts_version', reason);
    return;
  }
  const map = source.fields.findLast(({ name }) => name === 'hotfixes')?.key ?? null;
  if (!config?.hotfixes || config.hotfixes.size === 0) {
    yield { passed: true, text: '"hotfixes" has no entry: the node goes by "version".', range: map };
    yield fieldStep(analysis, 'version', reason);
    return;
  }
  yield { passed: true, text: '"hotfixes" has entries: the node goes by them alone.', range: map };
  const base = bakedBase(baked);
  if (base === undefined) {
    yield { passed: false, text: sentence(explainReason(reason)), range: null };
    return;
  }
  const entry = entryOf(analysis, base);
  const found = reason.code !== 'base-not-listed';
  const lookup = `It looks up ${quote(base)}, the first two parts of ${quote(trimSpace(baked))}`;
  yield {
    passed: found,
    text: found ? `${lookup}, and finds ${quote(entry?.trimmed ?? '')}.` : `${lookup}: it is not listed.`,
    range: entry?.key ?? map,
  };
  if (reason.code === 'entry-empty') {
    yield { passed: false, text: sentence(explainReason(reason)), range: entry?.value ?? null };
  }
}

function fieldStep(analysis: Analysis, field: 'version' | 'scripts_version', reason: Reason): Step {
  const slot = slotOf(analysis, field);
  if (reason.code === 'nothing-asked')
    return { passed: false, text: sentence(explainReason(reason)), range: slot?.key ?? null };
  return { passed: true, text: `"${field}" names ${quote(slot?.trimmed ?? '')}.`, range: slot?.key ?? null };
}

function slotOfOrigin(analysis: Analysis, reason: Extract<Reason, { version: string }>): Slot | undefined {
  const { origin } = reason;
  return origin.field === 'hotfixes' ? entryOf(analysis, origin.base) : slotOf(analysis, origin.field);
}

function entryOf({ seen }: Analysis, base: string): Slot | undefined {
  return seen.slots.find((slot) => slot.in === 'entry' && slot.key.value === base);
}

function slotOf({ seen }: Analysis, field: 'version' | 'scripts_version'): Slot | undefined {
  return seen.slots.find((slot) => slot.in === field);
}

function sentence(clause: string): string {
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
}
