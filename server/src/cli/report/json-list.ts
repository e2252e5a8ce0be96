const longestPiece = 100_000;

/** Writes a list in pieces, with the same text as JSON.stringify. */
export class JsonList {
  private readonly margin: string;
  private isEmpty = true;

  constructor(private readonly depth = 0) {
    this.margin = '  '.repeat(depth + 1);
  }

  add(values: Iterable<unknown>): string {
    return [...this.pieces(values)].join('');
  }

  /** Takes one value after another, so that neither values nor texts need to be in memory at the same time. */
  *pieces(values: Iterable<unknown>): Generator<string> {
    let written = '';
    for (const value of values) {
      const text = JSON.stringify(value, null, 2).replaceAll('\n', `\n${this.margin}`);
      written += `${this.isEmpty ? '[' : ','}\n${this.margin}${text}`;
      this.isEmpty = false;
      if (written.length < longestPiece) continue;
      yield written;
      written = '';
    }
    if (written !== '') yield written;
  }

  end(): string {
    return this.isEmpty ? '[]' : `\n${'  '.repeat(this.depth)}]`;
  }
}
