import type { BakedVersion } from '../baked-version.ts';
import type { Catalogue } from '../catalogue.ts';
import { type Target, verdictOn } from '../verdict.ts';
import { isVersion, type Version } from '../version.ts';
import type { VersionProperty } from '../version-property.ts';
import { trimSpace } from '../white-space.ts';
import type { BinaryReason, ScriptsReason } from './outcome.ts';
import type { Readings } from './readings.ts';
import { type RecordedImage, type RecordedOutcome, recordedOutcome } from './recorded.ts';

/**
 * `upgrades`: at least one image ends with the hotfix. `unknown`: no image is known to, but it is not on record for
 * all. `cannot`: a current controller would upgrade, but none of the images can. `always`: scripts that are applied
 * independent of the config.
 */
export type Doing = 'upgrades' | 'stays' | 'cannot' | 'unknown' | 'always';

/** What nodes of one baked version do with the binary or the scripts. */
export interface Effect {
  readonly does: Doing;
  readonly upgrade: boolean;
  /** The version that nodes ask for, trimmed; empty if they ask for none. */
  readonly resolved: string;
  readonly reason: BinaryReason | ScriptsReason;
  /** What each image does; empty if that is not on record, and for scripts. */
  readonly images: readonly RecordedImage[];
}

/**
 * The only function that says what a config does to nodes. For a version on record, its images decide. For any other,
 * a current controller of that version decides.
 */
export function effectOf(readings: Readings, version: string, what: Target, catalogue: Catalogue): Effect {
  const baked: BakedVersion | undefined = catalogue.get(trimSpace(version));
  const recorded = recordedOutcome(readings, baked, catalogue);
  const { upgrade, resolved, reason } = verdictOn[what](readings.current, version);
  if (!recorded) return effect(upgrade ? 'upgrades' : 'stays', upgrade ? resolved : '', reason);
  return what === 'binary' ? binaryEffect(recorded, upgrade) : scriptsEffect(recorded, upgrade);
}

/** Whether nodes get the hotfix. If that is not on record, the answer is yes. */
export function reaches({ does, resolved }: Effect): boolean {
  return resolved !== '' && (does === 'upgrades' || does === 'unknown');
}

/** The hotfix version that nodes get, as far as is on record; empty if they stay. */
export function offeredBy(effect: Effect): string {
  return reaches(effect) ? effect.resolved : '';
}

/** A version on record whose controller installs the `version` of a config, whatever its base. */
export interface InstallsAny {
  readonly version: Version;
  readonly effect: Effect;
  /** Whether a package can have the version that it asks for. */
  readonly isPackage: boolean;
}

/** Kept, because several rules ask about the same config. */
const installing = new WeakMap<Readings, { readonly catalogue: Catalogue; readonly found: InstallsAny[] }>();

export function installingAny(readings: Readings, catalogue: Catalogue): InstallsAny[] {
  const known = installing.get(readings);
  if (known?.catalogue === catalogue) return known.found;
  const found = catalogue.comparingNothing.flatMap(({ version }) => {
    const effect = effectOf(readings, version, 'binary', catalogue);
    return reaches(effect) ? [{ version, effect, isPackage: isVersion(effect.resolved) }] : [];
  });
  installing.set(readings, { catalogue, found });
  return found;
}

/** Those that end with it, because a package can have the version that they ask for. */
export function upgradedAmong(installers: readonly InstallsAny[]): Version[] {
  return installers.filter(({ isPackage }) => isPackage).map(({ version }) => version);
}

/** The versions on record that install the `version` of this property without a comparison. Only `version` has any. */
export function installersOf(
  readings: Readings,
  { role, trimmed }: Pick<VersionProperty, 'role' | 'trimmed'>,
  catalogue: Catalogue,
): InstallsAny[] {
  if (role !== 'pointer') return [];
  return installingAny(readings, catalogue).filter(({ effect }) => effect.resolved === trimmed);
}

function binaryEffect({ binary: { asks, reason }, images }: RecordedOutcome, wouldUpgrade: boolean): Effect {
  if (asks === null) return effect(wouldUpgrade ? 'cannot' : 'stays', '', reason, images);
  return effect(doneBy(images), asks, reason, images);
}

/**
 * What some images do with a version that their controller asks for. Without a list of images, the controller decides
 * alone.
 */
function doneBy(images: readonly RecordedImage[]): Doing {
  if (images.length === 0 || images.some(({ installs }) => installs === true)) return 'upgrades';
  return images.some(({ installs }) => installs === null) ? 'unknown' : 'cannot';
}

function scriptsEffect({ scripts: { reason } }: RecordedOutcome, wouldUpgrade: boolean): Effect {
  switch (reason.code) {
    case 'upgrades':
      return effect('upgrades', reason.version, reason);
    case 'always-applied':
      return effect('always', '', reason);
    case 'installed-binary-decides':
      return effect('unknown', '', reason);
    case 'no-hotfix-code':
      return effect(wouldUpgrade ? 'cannot' : 'stays', '', reason);
    default:
      return effect('stays', '', reason);
  }
}

function effect(
  does: Doing,
  resolved: string,
  reason: Effect['reason'],
  images: readonly RecordedImage[] = [],
): Effect {
  return { does, upgrade: does === 'upgrades', resolved, reason, images };
}
