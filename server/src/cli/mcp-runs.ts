import { fileURLToPath } from 'node:url';
import { dayAt } from '../model/index.ts';
import type { Host } from '../service/host.ts';
import { bytesOf } from './content.ts';
import { type ExitStatus, exitStatus } from './exit-status.ts';
import { isInside } from './files.ts';
import { CannotWork, type Streams, type Terminal, terminalOn } from './terminal.ts';

/** Runs a command of this command line. */
export type Run = (args: readonly string[], streams: Streams, host: Host) => Promise<ExitStatus>;

export interface Ran {
  readonly out: string;
  /** Warnings and errors. */
  readonly err: string;
  /** The command did not do its work, or not all of it. */
  readonly failed: boolean;
}

/** Runs commands in this process. They read nothing outside of the working directory. */
export class CommandRuns {
  readonly folder: string;
  private readonly host: Host;

  constructor(
    private readonly terminal: Terminal,
    host: Host,
    private readonly start: Run,
  ) {
    this.folder = terminal.cwd;
    // Ends the search for settings and baked versions, which goes up to the root of the repository.
    this.host = {
      ...host,
      readFile: async (uri, ...limits) =>
        isInside(fileURLToPath(uri), this.folder) ? host.readFile(uri, ...limits) : 'outside',
      isRepository: async (folder) =>
        fileURLToPath(folder) === this.folder || ((await host.isRepository?.(folder)) ?? false),
    };
  }

  async run(args: readonly string[], input: string | Uint8Array = ''): Promise<Ran> {
    let [out, err] = ['', ''];
    const streams = this.streams(
      input,
      (text) => {
        out += text;
      },
      (text) => {
        err += text;
      },
    );
    const status = await this.start(args, streams, this.host);
    return { out, err, failed: status === exitStatus.usage || status === exitStatus.failed };
  }

  /** The content of a file in the folder. */
  async read(path: string): Promise<Uint8Array> {
    const nothing = () => {};
    return bytesOf(path, terminalOn(this.streams('', nothing, nothing)));
  }

  private streams(
    input: string | Uint8Array,
    out: (text: string) => void,
    err: (text: string) => void,
  ): Streams {
    return {
      cwd: this.folder,
      within: this.folder,
      env: this.terminal.env,
      out,
      err,
      input: async () => Buffer.from(input),
      isTerminal: () => false,
      // The server can run for days.
      today: dayAt(new Date()),
    };
  }
}

/** A refusal in the words of the command line. */
export function asRefusal(thrown: unknown): Ran {
  if (!(thrown instanceof CannotWork)) throw thrown;
  const hint = thrown.hint === undefined ? '' : `hint: ${thrown.hint}\n`;
  return { out: '', err: `error: ${thrown.message}\n${hint}`, failed: true };
}
