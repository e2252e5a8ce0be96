import { firstIndex, type Range } from '../model/index.ts';

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
    const line = firstIndex(this.starts, (start) => start > offset);
    return { line, column: offset - (this.starts[line - 1] ?? 0) + 1 };
  }
}
