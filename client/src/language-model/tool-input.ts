/** The input from a language model. Any part may be missing or invalid. */
export interface ToolInput {
  readonly file?: unknown;
  readonly baked?: unknown;
  readonly compareWithHead?: unknown;
}
