/** Lines and characters from 0, as in the protocol. */
export interface PlainRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** What a node does about its controller binary. `void`: its base has an entry that upgrades no node. */
export type CoverageOutcome = 'upgrades' | 'already-there' | 'not-listed' | 'void' | 'unreadable';

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
export interface AccountPart<R = PlainRange> {
  readonly upgrade: boolean;
  /** The version it upgrades to; empty where it stays. */
  readonly to: string;
  /** No package has this name: the node asks for it, gets nothing and stays. */
  readonly isVoid: boolean;
  readonly steps: readonly AccountStep<R>[];
}

export interface AccountStep<R = PlainRange> {
  /** Whether the node can still upgrade after this step. */
  readonly passed: boolean;
  readonly text: string;
  /** What the step is about, in the document. */
  readonly range: R | null;
}
