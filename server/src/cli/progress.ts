import type { Terminal } from './terminal.ts';

/** So few files are checked before anybody looks up. */
const fewest = 500;

const eraseLine = '\r\u001b[2K';

/** A line on a terminal that says how far a long run is; on anything else, nothing. */
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

  /** Before the file of that number, from 0. */
  at(done: number): void {
    if (done % this.step !== 0 || this.step > this.total) return;
    this.terminal.err(`${eraseLine}${this.verb} ${done} of ${this.total} configs`);
    this.isShown = true;
  }

  /** Before anything else is written, and at the end. */
  erase(): void {
    if (this.isShown) this.terminal.err(eraseLine);
    this.isShown = false;
  }
}
