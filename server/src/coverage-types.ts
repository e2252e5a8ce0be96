/** Lines and characters from 0, as in the protocol. */
export interface PlainRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/**
 * What nodes of a baked version do about their controller binary. `upgrades`: those of at least one image do. `cannot`: the
 * config asks them to, and no image on record can. `unclear`: whether one can is not on record. `void`: its base has an
 * entry that upgrades no node.
 */
export type CoverageOutcome =
  | 'upgrades'
  | 'already-there'
  | 'not-listed'
  | 'cannot'
  | 'unclear'
  | 'void'
  | 'unreadable';

/** What every known baked version does under a config. `R` is a range: offsets in the service, lines in messages. */
export interface BasesCovered<R> {
  /** The names of all known images; `CoverageBaked.images` are indices into it. */
  readonly images: readonly string[];
  /** Ascending. Also bases that only the config names: they have no baked versions. */
  readonly bases: readonly CoverageBase<R>[];
}

export interface CoverageBase<R = PlainRange> {
  readonly base: string;
  /** The last day of the support window, YYYY-MM-DD; null for a base that is not a valid date. */
  readonly supportedUntil: string | null;
  readonly retired: boolean;
  /** The entry, or the `version` field, that nodes of this base use. */
  readonly entry: CoverageEntry<R> | null;
  /** What its nodes did before, where that differs and no baked version of it is known. */
  readonly before: CoverageBefore | null;
  /** What they do now, where `before` is not null. */
  readonly now: CoverageBefore | null;
  /** Ascending. */
  readonly baked: readonly CoverageBaked[];
}

/** The versions that nodes upgrade to at one revision of the document; empty where they stay. */
export interface CoverageBefore {
  readonly to: string;
  readonly scriptsTo: string;
}

export interface CoverageEntry<R = PlainRange> {
  /** The hotfix version as written, trimmed. */
  readonly hotfix: string;
  readonly isVoid: boolean;
  /** Of key and value together. */
  readonly range: R;
}

export interface CoverageBaked {
  readonly version: string;
  readonly images: readonly number[];
  readonly outcome: CoverageOutcome;
  /** What its controller can do; null where that is not on record. */
  readonly generation: string | null;
  /** Of its images, those that cannot install the version that their controller asks for. */
  readonly cannotOn: readonly number[];
  /** Those of which it is not on record whether they can. */
  readonly unclearOn: readonly number[];
  /** The version the binary upgrades to; empty otherwise. */
  readonly to: string;
  /** The version the scripts upgrade to; empty where they stay. */
  readonly scriptsTo: string;
  /** No package has this name: the scripts stay. */
  readonly areScriptsVoid: boolean;
  /** Null where nodes did the same before, and where nothing is compared. */
  readonly before: CoverageBefore | null;
}

/** How a node decides about its binary or its scripts. */
export interface TargetSteps<R = PlainRange> {
  readonly upgrade: boolean;
  /** It applies delivered scripts, whatever the config says. */
  readonly always: boolean;
  /** The version it upgrades to; empty where it stays. */
  readonly to: string;
  /** No package has this name: the node asks for it, gets nothing and stays. */
  readonly isVoid: boolean;
  readonly steps: readonly NodeStep<R>[];
}

/** One image of a baked version. */
export interface NodeImage {
  readonly name: string;
  /** Whether it installs the version that its controller asks for; null where it asks for none, or is not on record. */
  readonly does: 'upgrades' | 'cannot' | 'unclear' | null;
  /** Why, as a clause; empty where `does` is null. */
  readonly reason: string;
}

export interface NodeStep<R = PlainRange> {
  /** Whether the node can still upgrade after this step. */
  readonly passed: boolean;
  readonly text: string;
  /** What the step is about, in the document. */
  readonly range: R | null;
}
