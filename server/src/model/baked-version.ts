import type { Generation } from './fleet/generation.ts';
import type { Version } from './version.ts';

/** A version that images were built with, and its record. */
export interface BakedVersion {
  readonly version: Version;
  /** The images that carry it, by the folders of their release notes or as a user named them, in alphabetical order. */
  readonly images: readonly string[];
  /** URIs of the files that record it. */
  readonly records: readonly string[];
  /** What its controller can do; undefined if that is not on record. */
  readonly generation?: Generation | undefined;
  /** From a file that names the current version alone: it says nothing about other bases. */
  readonly isCurrentAlone?: true | undefined;
}
