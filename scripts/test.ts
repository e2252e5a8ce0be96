import { spawn } from 'node:child_process';

interface Step {
  readonly name: string;
  readonly command: string;
}

/** What a suite ends with that lacks what it needs: it has neither passed nor failed. */
const notRun = 77;

/** Cheap ones first: what fails early fails fast. */
const steps: readonly Step[] = [
  { name: 'types', command: 'npm run types' },
  { name: 'lint', command: 'npm run lint' },
  { name: 'generated files', command: 'npm run generate -- --check' },
  { name: 'package', command: 'npm run package' },
  { name: 'unit, vectors, protocol, command line', command: 'vitest run' },
  { name: 'Neovim, Emacs and Vim', command: 'npm run test:editors' },
  { name: 'VS Code, Node and web extension hosts', command: 'npm run test:vscode' },
  { name: 'the window', command: 'npm run test:ui' },
];

async function main(): Promise<void> {
  const results: string[] = [];
  const counts = { passed: 0, FAILED: 0, 'NOT RUN': 0 };
  const failures: string[] = [];
  for (const { name, command } of steps) {
    console.log(`\n── ${name}: ${command}`);
    const start = performance.now();
    const { status, lastLines } = await run(command);
    const outcome = status === 0 ? 'passed' : status === notRun ? 'NOT RUN' : 'FAILED';
    counts[outcome]++;
    if (outcome !== 'passed') failures.push(`── "${name}", ${outcome}:\n${lastLines}`);
    const seconds = ((performance.now() - start) / 1000).toFixed(1).padStart(6);
    results.push(`${outcome.padEnd(7)} ${seconds} s  ${name}`);
  }
  // Once more at the end, where one looks first.
  for (const failure of failures) console.log(`\n${failure}`);
  const { passed, FAILED: failed, 'NOT RUN': left } = counts;
  console.log(`\n${results.join('\n')}\n${passed} passed, ${failed} failed, ${left} not run`);
  process.exitCode = failed === 0 ? 0 : 1;
}

function run(command: string): Promise<{ status: number; lastLines: string }> {
  const env = process.stdout.isTTY ? { ...process.env, FORCE_COLOR: '1' } : process.env;
  return new Promise((resolve, reject) => {
    const child = spawn(command, { shell: true, stdio: ['inherit', 'pipe', 'pipe'], env });
    let output = '';
    const pass = (stream: NodeJS.WriteStream) => (chunk: Buffer) => {
      stream.write(chunk);
      output += chunk;
    };
    child.stdout.on('data', pass(process.stdout));
    child.stderr.on('data', pass(process.stderr));
    child.once('error', reject);
    child.once('close', (code) =>
      resolve({ status: code ?? 1, lastLines: output.trimEnd().split('\n').slice(-60).join('\n') }),
    );
  });
}

void main();
