import { spawn } from 'node:child_process';

interface Step {
  readonly name: string;
  readonly command: string;
}

const checks: readonly Step[] = [
  { name: 'types', command: 'npm run types' },
  { name: 'lint', command: 'npm run lint' },
  { name: 'generated files', command: 'npm run generate -- --check' },
];
const packing: Step = { name: 'package', command: 'npm run package' };
const fetching: Step = { name: 'VS Code and a browser to test in', command: 'tsx test/fetch.ts' };
const processes: Step = {
  name: 'unit, vectors, protocol, command line',
  command: 'vitest run --project=!pipeline',
};
/** The same ones each time, and few: `npm run test:all` takes a million. */
const documents: Step = {
  name: 'random documents',
  command: 'npm run --silent fuzz -- 40000 --seed 1 --histories 0',
};
const windows: readonly Step[] = [
  { name: 'VS Code, Node extension host', command: 'tsx test/vscode/run-node-host.ts' },
  { name: 'VS Code, web extension host', command: 'tsx test/vscode/run-web-host.ts --brief' },
  { name: 'the window', command: 'npm run test:ui -- --brief' },
];

class Run {
  readonly #results: string[] = [];
  readonly #failures: string[] = [];

  async all(): Promise<void> {
    const fetched = this.#step(fetching);
    const packed = this.#step(packing);
    const checked = this.#row(checks);
    // In parallel, because each waits half of the time: an editor for its window, the command line for its processes.
    const tested = Promise.all([packed, checked]).then(() => this.#step(processes));
    const opened = Promise.all([packed, fetched]).then(() => this.#row(windows));
    // While the longer one of the two goes on.
    const drawn = Promise.race([tested, opened]).then(() => this.#step(documents));
    await Promise.all([tested, opened, drawn]);
    // Again at the end, where people look first.
    for (const failure of this.#failures) console.log(`\n${failure}`);
    const failed = this.#failures.length;
    const passed = this.#results.length - failed;
    console.log(`\n${this.#results.join('\n')}\n${passed} passed, ${failed} failed`);
    process.exitCode = failed === 0 ? 0 : 1;
  }

  async #row(steps: readonly Step[]): Promise<void> {
    for (const step of steps) await this.#step(step);
  }

  async #step({ name, command }: Step): Promise<void> {
    console.log(`… ${name}: ${command}`);
    const start = performance.now();
    const { status, output } = await outputOf(command);
    const outcome = status === 0 ? 'passed' : 'FAILED';
    const seconds = ((performance.now() - start) / 1000).toFixed(1).padStart(6);
    // In one piece, so that the output of concurrent runs does not mix.
    console.log(`\n── ${name}, ${outcome}:\n${output}`);
    this.#results.push(`${outcome.padEnd(7)} ${seconds} s  ${name}`);
    const lastLines = output.split('\n').slice(-60).join('\n');
    if (outcome === 'FAILED') this.#failures.push(`── "${name}", ${outcome}:\n${lastLines}`);
  }
}

function outputOf(command: string): Promise<{ status: number; output: string }> {
  const env = process.stdout.isTTY ? { ...process.env, FORCE_COLOR: '1' } : process.env;
  return new Promise((resolve, reject) => {
    const child = spawn(command, { shell: true, stdio: ['inherit', 'pipe', 'pipe'], env });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.once('error', reject);
    child.once('close', (code) => resolve({ status: code ?? 1, output: output.trimEnd() }));
  });
}

void new Run().all();
