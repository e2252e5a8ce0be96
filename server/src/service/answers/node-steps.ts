import type { NodeStep, TargetSteps } from '../../coverage-types.ts';
import {
  type Analysis,
  bakedBase,
  Catalogue,
  type Effect,
  effectOf,
  explainOutcome,
  explainReason,
  fieldWith,
  type Generation,
  isVersion,
  lastMap,
  quote,
  type Range,
  type Reason,
  type Role,
  type Target,
  traitsOf,
  trimSpace,
  type VersionProperty,
} from '../../model/index.ts';
import { whyUnreadable } from '../findings/unreadable.ts';
import { imagesThatDiffer } from './images-that-differ.ts';

type Step = NodeStep<Range>;

/** How a node decides, step by step: what its controller reads and looks up, what it compares, and what installs. */
export function stepsOf(
  analysis: Analysis,
  baked: string,
  what: Target,
  catalogue: Catalogue = Catalogue.empty,
): TargetSteps<Range> {
  const effect = effectOf(analysis.readings, baked, what, catalogue);
  const { does, upgrade, resolved } = effect;
  const generation = catalogue.get(trimSpace(baked))?.generation;
  return {
    upgrade,
    always: does === 'always',
    to: upgrade ? resolved : '',
    // Scripts have no package.
    isVoid: what === 'binary' && upgrade && !isVersion(resolved),
    steps: [...stepsTo(analysis, baked, what, effect, generation)],
  };
}

function* stepsTo(
  analysis: Analysis,
  baked: string,
  what: Target,
  effect: Effect,
  generation: Generation | undefined,
): Generator<Step> {
  const { reason } = effect;
  const step = (passed: boolean, text: string, range: Range | null = null) => ({ passed, text, range });
  const carries = `The image ${quote(trimSpace(baked))} carries a controller that`;
  if (reason.code === 'no-hotfix-code')
    return yield step(false, `${carries} has no hotfix code: it never reads the file.`);
  if (reason.code === 'always-applied')
    return yield step(true, `${carries} applies delivered scripts, whatever the config says.`);
  const isRead = generation === undefined || analysis.readings.by(generation) !== null;
  if (reason.code === 'unreadable' || !isRead)
    return yield step(false, `The file cannot be read: ${whyUnreadable(analysis)}`);
  yield step(true, 'The file is strict JSON of the right types: the node reads it.');
  if (reason.code === 'reports-dev')
    return yield step(false, `${carries} reports "dev": it cannot compare versions.`);
  if (reason.code === 'installed-binary-decides') return yield step(false, sentence(explainOutcome(reason)));
  if (reason.code === 'installs-any') {
    const range = versionPropertyOf(analysis, 'pointer')?.value ?? null;
    yield step(true, `${carries} installs any "version" without a comparison.`, range);
    return yield* packageSteps(effect, reason.version, range);
  }
  if (what === 'binary' && generation && traitsOf(generation).binary === 'installs-any') {
    yield step(true, `${carries} reads "version" alone.`);
    return yield fieldStep(analysis, 'pointer', reason);
  }
  yield* fieldSteps(analysis, baked, what, reason);
  if (!('version' in reason)) return;
  const range = propertyOfOrigin(analysis, reason)?.value ?? null;
  const upgrades = reason.code === 'upgrades';
  yield step(upgrades, sentence(explainReason(reason)), range);
  if (upgrades && what === 'binary') yield* packageSteps(effect, reason.version, range);
}

/** What happens to the version that a node asks for. */
function* packageSteps(effect: Effect, version: string, range: Range | null): Generator<Step> {
  if (!isVersion(version)) {
    const text = `The node asks for a package of version ${quote(version)}; there is none, since releases write versions otherwise.`;
    yield { passed: true, text, range };
  }
  const differing = imagesThatDiffer(effect);
  if (differing !== undefined)
    yield { passed: effect.upgrade, text: `The package installs ${differing}.`, range: null };
}

function* fieldSteps(analysis: Analysis, baked: string, what: Target, reason: Reason): Generator<Step> {
  const { config, source } = analysis;
  if (what === 'scripts') {
    yield fieldStep(analysis, 'scripts', reason);
    return;
  }
  const map = lastMap(source)?.key ?? null;
  if (!config?.hotfixes || config.hotfixes.size === 0) {
    yield { passed: true, text: '"hotfixes" has no entries: the node uses "version".', range: map };
    yield fieldStep(analysis, 'pointer', reason);
    return;
  }
  yield { passed: true, text: '"hotfixes" has entries: the node ignores "version".', range: map };
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

function fieldStep(analysis: Analysis, role: Role, reason: Reason): Step {
  const property = versionPropertyOf(analysis, role);
  if (reason.code === 'nothing-asked')
    return { passed: false, text: sentence(explainReason(reason)), range: property?.key ?? null };
  return {
    passed: true,
    text: `"${fieldWith[role]}" names ${quote(property?.trimmed ?? '')}.`,
    range: property?.key ?? null,
  };
}

function propertyOfOrigin(
  analysis: Analysis,
  reason: Extract<Reason, { version: string }>,
): VersionProperty | undefined {
  const { origin } = reason;
  return origin.role === 'entry' ? entryOf(analysis, origin.base) : versionPropertyOf(analysis, origin.role);
}

function entryOf({ seen }: Analysis, base: string): VersionProperty | undefined {
  return seen.versionProperties.find((property) => property.role === 'entry' && property.key.value === base);
}

function versionPropertyOf({ seen }: Analysis, role: Role): VersionProperty | undefined {
  return seen.versionProperties.find((property) => property.role === role);
}

function sentence(clause: string): string {
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
}
