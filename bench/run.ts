// Prints the cost of this server as ratios to an empty server, because times of one machine say little.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { nodeFiles } from '../server/src/node/files.ts';
import { agentBakerRecords } from '../server/src/service/catalogue/agentbaker-records.ts';
import { discover } from '../server/src/service/catalogue/discovery.ts';
import { releaseNotesPaths } from '../test/support/agentbaker.ts';
import { cleanConfig } from '../test/support/clean-config.ts';
import { nodeBundle, root } from '../tools/build/bundle.ts';
import { ServerUnderTest } from './server-under-test.ts';

const sizes = [10, 100, 1_000, 10_000, 100_000];
const rounds = 25;
const starts = 11;
/** Where the patch of an entry ends, in each of the lines. */
const patch = 29;
const schema: unknown = JSON.parse(readFileSync(join(root, 'schemas/hotfix-config.schema.json'), 'utf8'));

interface Figures {
  readonly keystroke: number;
  readonly burst: number;
  readonly hover: number;
  readonly table: number;
  readonly completion: number;
  readonly peak: number;
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const empty = join(folder, 'empty-server.cjs');
    await build({ ...nodeBundle, entryPoints: [join(root, 'bench/empty-server.ts')], outfile: empty });
    const ours = join(root, 'server/dist/node.js');
    const peer = jsonServer();
    const [mine = 0, floor = 0, theirs = 0] = await startTimes([ours, empty, peer]);
    console.log(
      `start, x an empty server ${ratio(mine, floor)}, x VS Code's JSON server ${ratio(mine, theirs)}`,
    );
    console.log(
      "\nCPU (milliseconds) and peak memory (megabytes), x an empty server; the last, x VS Code's JSON server\n" +
        ['entries', 'keystroke', 'burst of 30', 'hover', 'with a table', 'completion', 'memory', 'keystroke']
          .map((head) => head.padEnd(16))
          .join(''),
    );
    // The first round also warms up this program.
    for (const server of [ours, empty]) await measure(server, 1_000, folder);
    for (const size of sizes) {
      const [our, their] = [await measure(ours, size, folder), await measure(empty, size, folder)];
      const cells = (['keystroke', 'burst', 'hover', 'table', 'completion', 'peak'] as const).map((name) =>
        `${ratio(our[name], their[name])} (${our[name].toFixed(2)})`.padEnd(16),
      );
      const json = size < 1000 ? '' : ratio(our.keystroke, (await measure(peer, size, folder)).keystroke);
      console.log(`${String(size).padEnd(16)}${cells.join('')}${json}`);
    }
    await discovery(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** VS Code's JSON server, from npm, in a separate folder: nothing else here needs it. */
function jsonServer(): string {
  const home = join(root, '.bench');
  const server = join(home, 'node_modules/vscode-langservers-extracted/bin/vscode-json-language-server');
  if (!existsSync(server)) {
    console.log("Fetching VS Code's JSON server (vscode-langservers-extracted from npm, once, in .bench/) …");
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'package.json'), '{ "private": true }\n');
    const args = ['install', '--no-audit', '--no-fund', '--loglevel=error', 'vscode-langservers-extracted@4'];
    execFileSync('npm', args, { cwd: home, stdio: 'inherit', shell: process.platform === 'win32' });
  }
  return server;
}

/** Alternating, so that other load on the machine affects all of them. */
async function startTimes(servers: readonly string[]): Promise<number[]> {
  const times = servers.map((): number[] => []);
  for (let i = 0; i < starts; i++) {
    for (const [at, server] of servers.entries()) {
      const started = await ServerUnderTest.start([server]);
      times[at]?.push(started.startTime);
      await started.stop();
    }
  }
  return times.map(median);
}

async function measure(server: string, size: number, folder: string): Promise<Figures> {
  const text = cleanConfig(size);
  const line = 2 + (size >> 1);
  const base = text.split('\n')[line]?.slice(5, 14) ?? '';
  const started = await ServerUnderTest.start([server], recordBaked(join(folder, String(size)), base));
  if (server.includes('json')) await started.useSchema(schema);
  const clean = await started.open(text);
  const cost = async (work: () => Promise<unknown>, units: number) => {
    for (let i = 0; i < 3; i++) await work();
    const costs: number[] = [];
    for (let i = 0; i < rounds; i++) {
      const before = started.cpuTime() ?? performance.now();
      await work();
      costs.push(((started.cpuTime() ?? performance.now()) - before) / units);
    }
    // Not the mean: one garbage collection costs as much as all rounds.
    return median(costs);
  };
  const keystroke = await cost(() => started.keystroke(line, patch), 2);
  const [typed, undone] = await started.keystroke(line, patch, 'x');
  const burst = await cost(() => started.burst(line, patch), 1);
  const hover = await cost(() => started.hover(line + 1, 8), 1);
  const table = await cost(() => started.hover(line, 8), 1);
  const completion = await cost(() => started.complete(line, 20), 1);
  const peak = started.peakMemory() ?? Number.NaN;
  await started.stop();
  // A fast server that finds nothing would win every comparison.
  if (server.includes('dist') && (clean !== 0 || typed === 0 || undone !== 0)) {
    throw new Error(`${size} entries: findings were ${clean}, ${typed}, ${undone} where 0, some, 0 belong`);
  }
  return { keystroke, burst, hover, table, completion, peak };
}

/** A workspace that records patches of one base, so that the hover of its entry has a table. Returns its URI. */
function recordBaked(folder: string, base: string): string {
  for (const sku of ['AKSUbuntu/gen2/2204containerd', 'AKSAzureLinuxV3/gen2']) {
    const notes = join(folder, 'vhdbuilder/release-notes', sku);
    mkdirSync(notes, { recursive: true });
    for (const patch of [0, 1, 2]) writeFileSync(join(notes, `${base}.${patch}.txt`), '');
  }
  // The other bases are not on record. That is another measurement.
  const rules = { 'unknown-base': 'off', 'already-baked': 'off' };
  writeFileSync(join(folder, '.hotfixrc.json'), JSON.stringify({ rules }));
  return pathToFileURL(folder).href;
}

/** The real layout, rebuilt with other numbers of files: how long it takes to know every version. */
async function discovery(folder: string): Promise<void> {
  const paths = releaseNotesPaths();
  const notes = 'vhdbuilder/release-notes/';
  const path = (i: number) => {
    const again = Math.floor(i / paths.length);
    return (paths[i % paths.length] ?? '').replace(notes, again === 0 ? notes : `${notes}again${again}/`);
  };
  console.log('\ndiscovery');
  for (const size of [100, 1_000, paths.length, 10_000]) {
    const repository = join(folder, `repository-${size}`);
    for (let i = 0; i < size; i++) {
      mkdirSync(dirname(join(repository, path(i))), { recursive: true });
      writeFileSync(join(repository, path(i)), '');
    }
    const began = performance.now();
    const { baked } = await discover(nodeFiles, `file://${repository}`, agentBakerRecords);
    const time = performance.now() - began;
    const versions = new Set(baked.map(({ version }) => version)).size;
    console.log(`${String(size).padEnd(16)}${versions} baked versions, ${time.toFixed(0)} ms`);
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

function ratio(a: number, b: number): string {
  return (a / b).toFixed(2);
}

void main();
