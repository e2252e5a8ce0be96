/** What a language model may ask for; it may leave out everything, and put anything in. */
export interface ToolInput {
  readonly file?: unknown;
  readonly baked?: unknown;
  readonly compareWithHead?: unknown;
}
