import { launchHeadless } from '../../scripts/editor/headless.ts';
import type { RunningServer } from '../../scripts/editor/server.ts';
import { parseResult } from './result-line.ts';
import type { Results } from './results.ts';

const runLimit = 120_000;

/** Opens a window that runs the suite, and takes its results until it ends, dies or hangs. */
export async function runInPage(
  address: string,
  server: RunningServer,
  results: Results,
  verbose: boolean,
): Promise<void> {
  const browser = await launchHeadless(console.log);
  try {
    const page = await browser.newPage();
    const log: string[] = [];
    const exit = new Promise<number>((resolve) => page.exposeFunction('codeAutomationExit', resolve));
    await page.exposeFunction('codeAutomationLog', (type: string, args: unknown[]) => {
      const line = args.map(String).join(' ');
      const event = parseResult(line);
      if (event) results.add(event);
      else if (verbose) console.log(`    [${type}] ${line}`);
      else log.push(`    [${type}] ${line}`);
    });
    const ends = [
      exit.then((code) => (code === 0 ? undefined : `The suite ended with exit code ${code}.`)),
      server.crashed,
      new Promise<string>((resolve) => page.once('crash', () => resolve('The page crashed.'))),
      new Promise<string>((resolve) => {
        setTimeout(() => resolve(`The suite did not end within ${runLimit / 1000} s.`), runLimit).unref();
      }),
    ];
    await page.goto(address);
    const trouble = await Promise.race(ends);
    if (trouble && !results.hasFailures) {
      results.fail(trouble);
      console.log(log.slice(-20).join('\n'));
    }
  } finally {
    await browser.close();
  }
}
