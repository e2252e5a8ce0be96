// Prints the time of a whole `check`, as a ratio to a process that only reads the same files with JSON.parse.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cleanConfig } from '../test/support/clean-config.ts';
import { root } from '../tools/build/bundle.ts';
import { readJson, timeNode } from './whole-process.ts';

const rounds = 15;
const commandLine = join(root, 'server/dist/cli.js');

interface Case {
  readonly name: string;
  readonly files: number;
  readonly entries: number;
}

const cases: readonly Case[] = [
  { name: '1 file', files: 1, entries: 10 },
  { name: '1,000 files', files: 1_000, entries: 10 },
  { name: '1 file of 100,000 entries', files: 1, entries: 100_000 },
];

function main(): void {
  const folder = mkdtempSync(join(tmpdir(), 'bench-check-'));
  try {
    console.log('check, whole process, x node -e JSON.parse of the same files (milliseconds)');
    for (const { name, files, entries } of cases) {
      const cwd = join(folder, `${files}-${entries}`);
      mkdirSync(cwd);
      for (let i = 0; i < files; i++) writeFileSync(join(cwd, `${i}-hotfix.json`), cleanConfig(entries));
      const [ours, floor] = [[commandLine, 'check', files === 1 ? '0-hotfix.json' : '.'], [...readJson]];
      // Alternating, so that other load on the machine affects both.
      const times = Array.from({ length: rounds }, () => [timeOf(floor, cwd), timeOf(ours, cwd)] as const);
      const [least, most] = [median(times.map(([time]) => time)), median(times.map(([, time]) => time))];
      console.log(
        `${name.padEnd(27)}${(most / least).toFixed(2)} (${most.toFixed(0)} / ${least.toFixed(0)})`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function timeOf(args: readonly string[], cwd: string): number {
  const { time, status, out, err } = timeNode(args, cwd);
  if (status !== 0 || out !== '') throw new Error(`${args.join(' ')} ended with ${status}: ${out}${err}`);
  return time;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

main();
