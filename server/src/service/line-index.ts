import { firstIndex, type Range } from '../model/index.ts';

/** Lines and columns from 1; columns in UTF-16 units. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

export interface LineColumnRange {
  readonly start: LineColumn;
  readonly end: LineColumn;
}

/** Converts offsets of a text to lines and columns. */
export class LineIndex {
  private readonly starts: readonly number[];

  constructor(text: string) {
    this.starts = [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), (found) => found.index + found[0].length)];
  }

  range({ start, end }: Range): LineColumnRange {
    return { start: this.position(start), end: this.position(end) };
  }

  position(offset: number): LineColumn {
    const line = firstIndex(this.starts, (start) => start > offset);
    return { line, column: offset - (this.starts[line - 1] ?? 0) + 1 };
  }
}
