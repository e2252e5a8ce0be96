import { type RunOptions, readOptions } from './options.ts';
import { Results } from './results.ts';

/** A runner's life: read the command line, run the suite, print the sum, exit with its code. */
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
  // One process may run several suites: a later success does not undo a failure.
  if (code !== 0) process.exitCode = code;
}
