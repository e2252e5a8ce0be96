import type { Range } from '../model/index.ts';

/** Lines and columns from 1; columns in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface PlaceRange {
  readonly start: Place;
  readonly end: Place;
}

/** Turns offsets of a text into places. */
export class Places {
  private readonly starts: readonly number[];

  constructor(text: string) {
    this.starts = [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), (found) => found.index + found[0].length)];
  }

  range({ start, end }: Range): PlaceRange {
    return { start: this.place(start), end: this.place(end) };
  }

  place(offset: number): Place {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.starts[low] ?? 0) + 1 };
  }
}
