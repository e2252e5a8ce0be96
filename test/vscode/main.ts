import { type RunOptions, readOptions } from './options.ts';
import { Results } from './results.ts';

/** A runner: reads the command line, runs the suite, prints the sum and exits with its code. */
export async function main(
  host: string,
  run: (options: RunOptions, results: Results) => Promise<void>,
): Promise<void> {
  const results = new Results();
  try {
    const options = readOptions(process.argv.slice(2));
    console.log(`VS Code ${options.edition.vscode}, ${host}`);
    await run(options, results);
  } catch (error) {
    results.fail(error instanceof Error ? error.message : String(error));
  }
  const code = results.close();
  // One process can run several suites. A later success must not hide a failure.
  if (code !== 0) process.exitCode = code;
}
