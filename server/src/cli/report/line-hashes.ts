const blockSize = 100;

/**
 * `primaryLocationLineHash`, by which GitHub recognizes a result. Same algorithm as in GitHub's upload action: a hash of
 * the hundred characters from the start of the line without spaces and tabs, and a count of equal ones before.
 */
export class LineHashes {
  private readonly lines: readonly { block: string; count: number }[];
  private readonly hashes = new Map<string, string>();

  constructor(text: string) {
    const plain = `${text.replace(/\r\n?/g, '\n').replace(/[ \t]/g, '')}\uffff`;
    const starts = [0, ...Array.from(plain.matchAll(/\n/g), ({ index }) => index + 1)];
    const counts = new Map<string, number>();
    this.lines = starts.map((start) => {
      const block = plain.slice(start, start + blockSize);
      const count = (counts.get(block) ?? 0) + 1;
      counts.set(block, count);
      return { block, count };
    });
  }

  /** `line` from 1. */
  of(line: number): string {
    const { block, count } = this.lines[line - 1] ?? { block: '', count: 1 };
    const known = this.hashes.get(block) ?? hash(block);
    this.hashes.set(block, known);
    return `${known}:${count}`;
  }
}

function hash(block: string): string {
  let sum = 0n;
  for (let i = 0; i < blockSize; i++) {
    const code = i < block.length ? block.charCodeAt(i) : 0;
    sum = BigInt.asUintN(64, sum * 37n + BigInt(code));
  }
  return sum.toString(16);
}
