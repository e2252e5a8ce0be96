import type { Terminal } from './terminal.ts';

/** Fewer files are checked too fast to show progress. */
const fewest = 500;

const eraseLine = '\r\u001b[2K';

/** Shows the progress of a long run on a terminal. */
export class Progress {
  private readonly step: number;
  private isShown = false;

  constructor(
    private readonly terminal: Terminal,
    private readonly verb: string,
    private readonly total: number,
  ) {
    const watched = total >= fewest && terminal.isTerminal('err') && terminal.env['TERM'] !== 'dumb';
    this.step = watched ? Math.ceil(total / 100) : Number.POSITIVE_INFINITY;
  }

  /** Call before each file, counted from 0. */
  at(done: number): void {
    if (done % this.step !== 0 || this.step > this.total) return;
    this.terminal.err(`${eraseLine}${this.verb} ${done} of ${this.total} configs`);
    this.isShown = true;
  }

  /** Call before any other output, and at the end. */
  erase(): void {
    if (this.isShown) this.terminal.err(eraseLine);
    this.isShown = false;
  }
}
