import type { Change } from './model/index.ts';

/** Lines and characters from 0, as in the protocol. */
export interface LineRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/**
 * What nodes of a baked version do with their controller binary. `upgrades`: those of at least one image upgrade.
 * `cannot`: the config asks them to upgrade, but no image on record can. `unclear`: it is not on record whether one
 * can. `void`: the entry of the base upgrades no node.
 */
export type CoverageOutcome =
  | 'upgrades'
  | 'already-there'
  | 'not-listed'
  | 'cannot'
  | 'unclear'
  | 'void'
  | 'unreadable';

/** What every known baked version does with a config. `R` is a range: offsets in the service, lines in messages. */
export interface BasesCovered<R> {
  /** The names of all known images; `CoverageBaked.images` are indices into it. */
  readonly images: readonly string[];
  /** Ascending. Includes bases that only the config names: they have no baked versions. */
  readonly bases: readonly CoverageBase<R>[];
}

export interface CoverageBase<R = LineRange> {
  readonly base: string;
  /** The last day of the support window, YYYY-MM-DD; null for a base that is not a valid date. */
  readonly supportedUntil: string | null;
  readonly retired: boolean;
  /** The entry, or the `version` field, that nodes of this base use. */
  readonly entry: CoverageEntry<R> | null;
  /** What its nodes did before, if that differs and the base has no known baked version. */
  readonly before: CoverageChange | null;
  /** What its nodes do now, if `before` is not null. */
  readonly now: CoverageBefore | null;
  /** Ascending. */
  readonly baked: readonly CoverageBaked[];
}

/** The versions that nodes upgrade to at one revision of the document; empty if they stay. */
export interface CoverageBefore {
  readonly to: string;
  readonly scriptsTo: string;
  /** It is not on record whether an image can install `to`. */
  readonly isUnclear?: true;
}

/** What nodes did before, and what happened to that; undefined where they do the same. */
export interface CoverageChange extends CoverageBefore {
  readonly binary?: Change | undefined;
  readonly scripts?: Change | undefined;
}

export interface CoverageEntry<R = LineRange> {
  /** The hotfix version as written, trimmed. */
  readonly hotfix: string;
  readonly isVoid: boolean;
  /** The range of key and value. */
  readonly range: R;
}

export interface CoverageBaked {
  readonly version: string;
  readonly images: readonly number[];
  readonly outcome: CoverageOutcome;
  /** What its controller can do; null if that is not on record. */
  readonly generation: string | null;
  /** Its images that cannot install the version that their controller asks for. */
  readonly cannotOn: readonly number[];
  /** Its images for which it is not on record whether they can. */
  readonly unclearOn: readonly number[];
  /** The version the binary upgrades to, or asks for if the outcome is `unclear`; empty otherwise. */
  readonly to: string;
  /** The version the scripts upgrade to; empty if they stay. */
  readonly scriptsTo: string;
  /** Null if nodes did the same before, or if there is no comparison. */
  readonly before: CoverageChange | null;
}

/** How a node decides about its binary or its scripts. */
export interface TargetSteps<R = LineRange> {
  readonly upgrade: boolean;
  /** It applies delivered scripts, independent of the config. */
  readonly always: boolean;
  /** The version it upgrades to; empty if it stays. */
  readonly to: string;
  /** No package has this name: the node asks for it, gets nothing and stays. */
  readonly isVoid: boolean;
  readonly steps: readonly NodeStep<R>[];
}

/** One image of a baked version. */
export interface NodeImage {
  readonly name: string;
  /**
   * Whether it installs the version that its controller asks for; null if the controller asks for none, or if that is
   * not on record.
   */
  readonly does: 'upgrades' | 'cannot' | 'unclear' | null;
  /** The reason, as a clause; empty if `does` is null. */
  readonly reason: string;
}

export interface NodeStep<R = LineRange> {
  /** Whether the node can still upgrade after this step. */
  readonly passed: boolean;
  readonly text: string;
  /** The text in the document that the step is about. */
  readonly range: R | null;
}
