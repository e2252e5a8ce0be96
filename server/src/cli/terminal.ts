/** What a command reads from and writes to. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** The bytes of a file, or of standard input for `-`. */
  readonly read: (path: string) => Promise<Uint8Array>;
}

/** The work cannot be done; the message says what with and what to do next. */
export class CannotWork extends Error {}
