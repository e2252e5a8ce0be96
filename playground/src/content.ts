/** What the build puts in, so that the page has to fetch nothing. */
export interface Content {
  readonly version: string;
  readonly examples: readonly Example[];
  readonly record: BakedRecord;
}

export interface Example {
  readonly title: string;
  readonly text: string;
}

/** The baked versions that were on record somewhere, some day. */
export interface BakedRecord {
  /** A file of baked versions. */
  readonly text: string;
  readonly origin: string;
  /** The day it was read, YYYY-MM-DD. */
  readonly readOn: string;
}

declare const playgroundContent: Content;

export const content: Content = playgroundContent;
