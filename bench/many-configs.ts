// Checks 5,000 generated configs, in every format and against a revision, and prints time and memory.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cleanConfig } from '../test/support/clean-config.ts';
import { root } from '../tools/build/bundle.ts';
import { type ProcessFigures, readJson, runNode } from './whole-process.ts';

const count = 5_000;
/** One in this many configs has a mistake, and one in this many lost its last entry since the commit. */
const [everyFaulty, everyShorter] = [20, 25];
const commandLine = join(root, 'server/dist/cli.js');

function main(): void {
  const folder = mkdtempSync(join(tmpdir(), 'many-configs-'));
  try {
    measure(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function measure(folder: string): void {
  writeAll(folder, committed);
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder });
  git('init', '--quiet');
  git('add', '.');
  git('-c', 'user.name=Bench', '-c', 'user.email=bench@localhost', 'commit', '--quiet', '--message=before');
  const size = writeAll(folder, since);
  console.log(`${count} configs of 1 to 40 entries, ${(size / 1e6).toFixed(1)} MB together\n`);
  console.log(`${''.padEnd(24)}  seconds  processor   files/s   peak MB   output KB`);

  const run = (...args: string[]) => runNode([commandLine, ...args], folder);
  print('node -e JSON.parse', runNode(readJson, folder));
  print('check of one', run('check', nameOf(1)), 1);
  for (const format of ['text', 'json', 'github', 'sarif', 'junit'])
    print(`check, ${format}`, run('check', `--format=${format}`));
  print('check --baseline HEAD', run('check', '--baseline=HEAD'));
  print('fix', run('fix'));

  writeAll(folder, since);
  const rules = (...args: string[]): string[] =>
    JSON.parse(run('check', '--format=json', ...args).out).map(({ ruleId }: { ruleId: string }) => ruleId);
  expectCount('mistakes', rules().length, count / everyFaulty);
  const lost = rules('--baseline=HEAD').filter((rule) => rule === 'entry-removed');
  expectCount('lost entries', lost.length, count / everyShorter);
}

function writeAll(folder: string, text: (i: number) => string): number {
  let size = 0;
  for (let i = 0; i < count; i++) {
    mkdirSync(dirname(join(folder, nameOf(i))), { recursive: true });
    writeFileSync(join(folder, nameOf(i)), text(i));
    size += text(i).length;
  }
  return size;
}

function nameOf(i: number): string {
  return `region-${i % 50}/cluster-${i}/aks-node-controller-hotfix.json`;
}

function committed(i: number): string {
  return cleanConfig(1 + (i % 40) + (i % everyShorter === 0 ? 1 : 0));
}

/** The mistake is one that `fix` repairs: a `v` before a version. */
function since(i: number): string {
  const text = cleanConfig(1 + (i % 40));
  return i % everyFaulty === 0 ? text.replace(': "2', ': "v2') : text;
}

function print(name: string, { time, cpu, memory, status, out, err }: ProcessFigures, files = count): void {
  if (status > 1) throw new Error(`${name} ended with ${status}: ${err}`);
  const figures = [
    ...[time, cpu].map((milliseconds) => (milliseconds / 1000).toFixed(2)),
    ((files / time) * 1000).toFixed(0),
    memory.toFixed(0),
  ];
  console.log(
    [name.padEnd(23), ...[...figures, (out.length / 1000).toFixed(0)].map((f) => f.padStart(10))].join(''),
  );
}

/** A fast check that finds nothing would win every comparison. */
function expectCount(what: string, found: number, expected: number): void {
  if (found !== expected) throw new Error(`${found} ${what} were found, not ${expected}`);
}

main();
