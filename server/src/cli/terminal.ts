import { visible } from './report/visible.ts';

/** What a command reads from and writes to. */
export interface Terminal {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Writes results; nobody may be reading them any more. */
  readonly out: (text: string) => void;
  /** Writes what a person should know beside the results. */
  readonly err: (text: string) => void;
  /** The bytes of standard input; the same ones however often they are asked for. */
  readonly input: () => Promise<Uint8Array>;
  /** Whether somebody looks at what is written to `out`, or to `err`. */
  readonly isTerminal: (stream: 'out' | 'err') => boolean;
  /** The day, YYYY-MM-DD (UTC). */
  readonly today: string;
}

/** The work cannot be done; the message says what with and what to do next. */
export class CannotWork extends Error {}

/** What was asked for makes no sense; the message quotes it. */
export class WrongUsage extends Error {}

/** What a user can do something about; a fault of ours goes on its way. */
export function asProblem(thrown: unknown): CannotWork {
  if (thrown instanceof CannotWork) return thrown;
  throw thrown;
}

/** Tells what went wrong with one of several files; the work goes on with the others. */
export function tell({ err }: Terminal, problem: CannotWork | WrongUsage): void {
  err(`hotfix-config: ${visible(problem.message)}\n`);
}
