import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface ProcessFigures {
  /** Milliseconds from the start of the process to its end. */
  readonly time: number;
  /** The peak of its memory, in megabytes. */
  readonly memory: number;
  /** Milliseconds of the processor, which other load on the machine hardly changes. */
  readonly cpu: number;
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

const note = join(tmpdir(), `peak-memory-${process.pid}`);
const noter = `${note}.cjs`;
const notes = `process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const figures = { memory: maxRSS / 1024, cpu: (userCPUTime + systemCPUTime) / 1000 };
  require('node:fs').writeFileSync(${JSON.stringify(note)}, JSON.stringify(figures));
});`;

/** Runs Node twice: once for the time, once for the memory and the processor. */
export function runNode(args: readonly string[], cwd: string): ProcessFigures {
  const { time, ...result } = timeNode(args, cwd);
  writeFileSync(noter, notes);
  try {
    timeNode(['--require', noter, ...args], cwd);
    const figures: Pick<ProcessFigures, 'memory' | 'cpu'> = JSON.parse(readFileSync(note, 'utf8'));
    return { ...result, time, ...figures };
  } finally {
    for (const path of [note, noter]) rmSync(path, { force: true });
  }
}

/** Runs Node once. */
export function timeNode(args: readonly string[], cwd: string): Omit<ProcessFigures, 'memory' | 'cpu'> {
  const began = performance.now();
  const options = { cwd, encoding: 'utf8', maxBuffer: 1 << 30 } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, args, options);
  return { time: performance.now() - began, status: status ?? -1, out: stdout, err: stderr };
}

/** The cost of any Node program that reads the files of a folder as JSON. */
export const readJson = [
  '-e',
  `const fs = require('node:fs');
   for (const name of fs.readdirSync('.', { recursive: true }))
     if (name.endsWith('.json')) JSON.parse(fs.readFileSync(name, 'utf8'));`,
] as const;
