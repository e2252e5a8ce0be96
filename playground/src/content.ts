/** Content that the build adds, so that the page fetches nothing. */
export interface Content {
  readonly version: string;
  readonly examples: readonly Example[];
  readonly record: BakedRecord;
}

export interface Example {
  readonly title: string;
  readonly text: string;
}

/** Recorded baked versions, with their source and date. */
export interface BakedRecord {
  /** A file of baked versions. */
  readonly text: string;
  readonly origin: string;
  /** The day it was read, YYYY-MM-DD. */
  readonly readOn: string;
}

declare const playgroundContent: Content;

export const content: Content = playgroundContent;
