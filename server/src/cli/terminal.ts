import { withoutCommands } from './report/runner-commands.ts';
import { visible } from './report/visible.ts';

/** What the process reads from and writes to. */
export interface Streams {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Writes results; nobody may be reading them any more. */
  readonly out: (text: string) => void;
  /** Writes what a person should know beside the results. */
  readonly err: (text: string) => void;
  /** The bytes of standard input; the same ones however often they are asked for. More than `most` are refused. */
  readonly input: (most?: number) => Promise<Uint8Array>;
  /** Whether somebody looks at what is written to `out`, or to `err`. */
  readonly isTerminal: (stream: 'out' | 'err') => boolean;
  /** The day, YYYY-MM-DD (UTC). */
  readonly today: string;
}

/** The same for a command. Nothing that `out` and `err` write is a command of the runner of a pipeline. */
export interface Terminal extends Streams {
  /** Writes results as they are: a fixed config, or what is meant for a runner. */
  readonly asIs: (text: string) => void;
}

export function terminalOn(streams: Streams): Terminal {
  return {
    get cwd() {
      return streams.cwd;
    },
    env: streams.env,
    today: streams.today,
    out: (text) => streams.out(withoutCommands(text)),
    err: (text) => streams.err(withoutCommands(text)),
    asIs: streams.out,
    input: streams.input,
    isTerminal: streams.isTerminal,
  };
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
export function tell({ err }: Pick<Terminal, 'err'>, problem: CannotWork | WrongUsage): void {
  err(`hotfix-config: ${visible(problem.message)}\n`);
}
