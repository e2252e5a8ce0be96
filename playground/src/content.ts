/** Content that the build adds, so that the page fetches nothing. */
export interface Content {
  readonly examples: readonly Example[];
  readonly record: RecordSummary;
  /** The address of a rule page, relative to this page, with `{id}` for the rule. */
  readonly rulePages: string;
}

export interface Example {
  readonly title: string;
  readonly text: string;
  /** Known baked versions instead of the bundled record. The first one is explained. */
  readonly baked?: readonly string[];
  /** The config that it is compared with. */
  readonly baseline?: string;
}

/** The bundled record in words. */
export interface RecordSummary {
  readonly count: number;
  /** "145 baked versions of AgentBaker’s images, as of 2026-08-21" */
  readonly text: string;
}

declare const playgroundContent: Content;

export const content: Content = playgroundContent;
