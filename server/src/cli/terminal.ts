import { visible } from '../service/visible.ts';
import { type ColorFlag, stylerFor } from './color.ts';
import { withoutCommands } from './report/runner-commands.ts';

/** What the process reads from and writes to. */
export interface Streams {
  readonly cwd: string;
  /** The only folder in which files may be read, with all links followed. Absent if the user may name any file. */
  readonly within?: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Writes results. Does nothing after the reader has closed the pipe. */
  readonly out: (text: string) => void;
  /** Writes errors, warnings and the summary. */
  readonly err: (text: string) => void;
  /** The bytes of standard input, read once. More than `most` are refused. */
  readonly input: (most?: number) => Promise<Uint8Array>;
  /** Whether `out` or `err` is a terminal. */
  readonly isTerminal: (stream: 'out' | 'err') => boolean;
  /** The day, YYYY-MM-DD (UTC). */
  readonly today: string;
}

/** The streams of a command. `out` and `err` never write a command of a pipeline runner. */
export interface Terminal extends Streams {
  /** Writes without escaping: a fixed config, or commands for a pipeline runner. */
  readonly asIs: (text: string) => void;
  /** The last `--color` that was read. */
  color: ColorFlag;
}

/** What errors, warnings and hints need. */
export type ErrorOutput = Pick<Terminal, 'err' | 'env' | 'color' | 'isTerminal'>;

export function terminalOn(streams: Streams): Terminal {
  return {
    get cwd() {
      return streams.cwd;
    },
    within: streams.within,
    env: streams.env,
    today: streams.today,
    out: (text) => streams.out(withoutCommands(text)),
    err: (text) => streams.err(withoutCommands(text)),
    asIs: streams.out,
    input: streams.input,
    isTerminal: streams.isTerminal,
    color: 'auto',
  };
}

/** Something that a user can correct. The message says what is wrong, with the value; the hint says what to do. */
class Problem extends Error {
  constructor(
    message: string,
    readonly hint?: string | undefined,
  ) {
    super(message);
  }

  /** For formats without hints. */
  get inOneLine(): string {
    return this.hint === undefined ? this.message : `${this.message}; ${this.hint}`;
  }
}

/** The command cannot do its work: exit status 3. */
export class CannotWork extends Problem {}

/** The arguments or the project settings are invalid: exit status 2. */
export class WrongUsage extends Problem {}

/** The project file of some configs is invalid. Applying half of it would be settings that the user did not write. */
export class BrokenProject extends WrongUsage {}

/** For configs with a broken project file; the others can be worked on. */
export function asBroken(thrown: unknown): BrokenProject {
  if (thrown instanceof BrokenProject) return thrown;
  throw thrown;
}

/** Passes on any other error: that is a bug in our code. */
export function asProblem(thrown: unknown): CannotWork {
  if (thrown instanceof CannotWork) return thrown;
  throw thrown;
}

/** Prints an error. Other files may still be worked on. */
export function reportProblem(terminal: ErrorOutput, { message, hint }: CannotWork | WrongUsage): void {
  print(terminal, 'error', message, hint);
}

/** Prints a warning for the reader of the result. */
export function warn(terminal: ErrorOutput, message: string, hint?: string): void {
  print(terminal, 'warning', message, hint);
}

/** Prints the next step. */
export function advise(terminal: ErrorOutput, hint: string): void {
  terminal.err(`${stylerFor('err', terminal)('cyan', 'hint')}: ${visible(hint)}\n`);
}

function print(
  terminal: ErrorOutput,
  label: 'error' | 'warning',
  message: string,
  hint: string | undefined,
): void {
  const color = label === 'error' ? 'red' : 'yellow';
  terminal.err(`${stylerFor('err', terminal)(color, label)}: ${visible(message)}\n`);
  if (hint !== undefined) advise(terminal, hint);
}
