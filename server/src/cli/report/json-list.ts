/** Writes a list in pieces, with the same text as JSON.stringify. */
export class JsonList {
  private readonly margin: string;
  private isEmpty = true;

  constructor(private readonly depth = 0) {
    this.margin = '  '.repeat(depth + 1);
  }

  add(values: readonly unknown[]): string {
    if (values.length === 0) return '';
    const written = values.map((value) =>
      JSON.stringify(value, null, 2).replaceAll('\n', `\n${this.margin}`),
    );
    const before = this.isEmpty ? '[' : ',';
    this.isEmpty = false;
    return `${before}\n${this.margin}${written.join(`,\n${this.margin}`)}`;
  }

  end(): string {
    return this.isEmpty ? '[]' : `\n${'  '.repeat(this.depth)}]`;
  }
}
