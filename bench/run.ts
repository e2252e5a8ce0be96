// Prints how much this server costs beside one that does nothing, as ratios: times of one machine say little.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { nodeBundle, root } from '../scripts/bundle.ts';
import { nodeFiles } from '../server/src/node/files.ts';
import { discover } from '../server/src/service/discovery.ts';
import { agentBakerRecords } from '../server/src/service/settings.ts';
import { releaseNotesPaths } from '../test/support/agentbaker.ts';
import { cleanConfig } from './documents.ts';
import { ServerUnderTest } from './server-under-test.ts';

const sizes = [10, 100, 1_000, 10_000, 100_000];
const rounds = 15;

interface Figures {
  readonly keystroke: number;
  readonly hover: number;
  readonly completion: number;
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const empty = join(folder, 'empty-server.cjs');
    await build({ ...nodeBundle, entryPoints: [join(root, 'bench/empty-server.ts')], outfile: empty });
    const ours = join(root, 'server/dist/node.js');
    console.log(`start            ${ratio(await startTime(ours), await startTime(empty))} x an empty server`);
    console.log(
      '\nCPU per request, x an empty server (milliseconds)\nentries     keystroke          hover              completion',
    );
    for (const size of sizes) {
      const [mine, floor] = [await measure(ours, size), await measure(empty, size)];
      const cell = (name: keyof Figures) =>
        `${ratio(mine[name], floor[name])} (${mine[name].toFixed(2)})`.padEnd(19);
      console.log(`${String(size).padEnd(12)}${cell('keystroke')}${cell('hover')}${cell('completion')}`);
    }
    await discovery(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function startTime(server: string): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < 5; i++) {
    const started = await ServerUnderTest.start([server]);
    times.push(started.startTime);
    await started.stop();
  }
  return median(times);
}

async function measure(server: string, size: number): Promise<Figures> {
  const started = await ServerUnderTest.start([server]);
  const clean = await started.open(cleanConfig(size));
  const line = 2 + (size >> 1);
  const cost = async (work: () => Promise<unknown>, units: number) => {
    for (let i = 0; i < 3; i++) await work();
    const before = started.cpuTime() ?? performance.now();
    for (let i = 0; i < rounds; i++) await work();
    return ((started.cpuTime() ?? performance.now()) - before) / (rounds * units);
  };
  const keystroke = await cost(() => started.keystroke(line, 10), 2);
  const [typed, undone] = await started.keystroke(line, 10);
  const hover = await cost(() => started.hover(line, 8), 1);
  const completion = await cost(() => started.complete(line, 20), 1);
  await started.stop();
  // A fast server that finds nothing would win every comparison.
  if (server.includes('dist') && (clean !== 0 || typed === 0 || undone !== 0)) {
    throw new Error(`${size} entries: findings were ${clean}, ${typed}, ${undone} where 0, some, 0 belong`);
  }
  return { keystroke, hover, completion };
}

/** The real layout, rebuilt: how long it takes to know every baked version. */
async function discovery(folder: string): Promise<void> {
  const paths = releaseNotesPaths();
  for (const path of paths) {
    const file = join(folder, 'repository', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, '');
  }
  const began = performance.now();
  const { baked } = await discover(nodeFiles, `file://${folder}/repository`, agentBakerRecords);
  const time = performance.now() - began;
  console.log(
    `\ndiscovery        ${new Set(baked.map(({ version }) => version)).size} baked versions in ${paths.length} files, ${time.toFixed(0)} ms`,
  );
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

function ratio(a: number, b: number): string {
  return (a / b).toFixed(2);
}

void main();
