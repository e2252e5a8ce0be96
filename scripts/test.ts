import { spawn } from 'node:child_process';

interface Step {
  readonly name: string;
  readonly command: string;
}

/** Cheap ones first: what fails early fails fast. */
const steps: readonly Step[] = [
  { name: 'types', command: 'npm run types' },
  { name: 'lint', command: 'npm run lint' },
  { name: 'generated files', command: 'npm run generate -- --check' },
  { name: 'package', command: 'npm run package' },
  { name: 'unit, vectors, protocol, command line', command: 'vitest run' },
  { name: 'VS Code, Node and web extension hosts', command: 'npm run test:vscode' },
  { name: 'the window', command: 'npm run test:ui' },
];

async function main(): Promise<void> {
  const results: string[] = [];
  let failed = 0;
  for (const { name, command } of steps) {
    console.log(`\n── ${name}: ${command}`);
    const start = performance.now();
    const status = await run(command);
    if (status !== 0) failed++;
    const seconds = ((performance.now() - start) / 1000).toFixed(1).padStart(6);
    results.push(`${status === 0 ? 'passed' : 'FAILED'} ${seconds} s  ${name}`);
  }
  console.log(`\n${results.join('\n')}\n${steps.length - failed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

function run(command: string): Promise<number> {
  return new Promise((resolve, reject) => {
    spawn(command, { shell: true, stdio: 'inherit' })
      .once('error', reject)
      .once('exit', (code) => resolve(code ?? 1));
  });
}

void main();
