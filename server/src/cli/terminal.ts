/** What a command reads from and writes to. */
export interface Terminal {
  readonly cwd: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** The bytes of standard input. */
  readonly input: () => Promise<Uint8Array>;
  /** Whether what is written to `out` is seen by somebody. */
  readonly isTerminal: boolean;
  /** The day, YYYY-MM-DD (UTC). */
  readonly today: string;
}

/** The work cannot be done; the message says what with and what to do next. */
export class CannotWork extends Error {}

/** What was asked for makes no sense; the message quotes it. */
export class WrongUsage extends Error {}
