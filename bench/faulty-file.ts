// Checks a file of nothing but faults, at the largest size and at a quarter of it, in every format. Four times the text may
// take four times the processor time, and no more.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formats } from '../server/src/cli/formats.ts';
import { root } from '../tools/build/bundle.ts';
import { runNode } from './whole-process.ts';

const commandLine = join(root, 'server/dist/cli.js');
const largest = 4_990_000;

const kinds: Readonly<Record<string, (i: number) => string>> = {
  'malformed bases': (i) => `"${i}": ""`,
  'other bases': (i) => `"${baseAt(i)}": "202605.30.2"`,
  'wrong types': (i) => `"${i}": 1`,
};

function main(): void {
  const folder = mkdtempSync(join(tmpdir(), 'bench-faulty-'));
  const file = join(folder, 'a-hotfix.json');
  try {
    console.log('a file of faults, 5 MB x 1.25 MB: seconds of the processor, peak MB, output MB');
    for (const [kind, entry] of Object.entries(kinds)) {
      for (const format of formats) {
        const [few, many] = [largest / 4, largest].map((size) => {
          writeFileSync(file, textOf(entry, size));
          return runNode(
            [commandLine, 'check', 'a-hotfix.json', '--today=2026-07-01', `--format=${format}`],
            folder,
          );
        });
        if (few?.status !== 1 || many?.status !== 1) throw new Error(`${format}: ${few?.err}${many?.err}`);
        const [ratio, seconds] = [many.cpu / few.cpu, many.cpu / 1000];
        const figures = [
          ratio.toFixed(2),
          seconds.toFixed(2),
          many.memory.toFixed(0),
          (many.out.length / 1e6).toFixed(1),
        ];
        console.log(
          [kind.padEnd(17), format.padEnd(9), ...figures.map((figure) => figure.padStart(7))].join(''),
        );
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function textOf(entry: (i: number) => string, size: number): string {
  const entries: string[] = [];
  for (let [i, length] = [0, 20]; length < size; i++) {
    const text = entry(i);
    entries.push(text);
    length += text.length + 2;
  }
  return `{ "hotfixes": { ${entries.slice(0, -1).join(', ')} } }`;
}

function baseAt(i: number): string {
  const [month, day] = [1 + (i % 12), 1 + (i % 28)].map((part) => String(part).padStart(2, '0'));
  return `2026${month}.${day}`;
}

main();
