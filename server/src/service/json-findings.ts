import type { Edit, Range } from '../model/index.ts';
import type { Level } from '../rules/index.ts';
import type { Finding } from './finding.ts';

/** Lines and columns from 1; columns in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface PlaceRange {
  readonly start: Place;
  readonly end: Place;
}

/** A finding in the form of `check --format json`. */
export interface JsonFinding {
  readonly file: string;
  readonly ruleId: string;
  readonly level: Level;
  readonly message: string;
  readonly range: PlaceRange;
  readonly fixes: readonly {
    readonly title: string;
    readonly safe: boolean;
    readonly edits: readonly { readonly range: PlaceRange; readonly text: string }[];
  }[];
}

/** What was found in one file. */
export interface FileReport {
  readonly file: string;
  readonly text: string;
  readonly findings: readonly Finding[];
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

export function toJson({ file, text, findings }: FileReport): JsonFinding[] {
  const places = new Places(text);
  const edit = ({ start, end, text: newText }: Edit) => ({
    range: places.range({ start, end }),
    text: newText,
  });
  return findings.map((finding) => ({
    file,
    ruleId: finding.ruleId,
    level: finding.level,
    message: finding.message,
    range: places.range(finding),
    fixes: finding.fixes().map(({ title, safe, edits }) => ({ title, safe, edits: edits.map(edit) })),
  }));
}
