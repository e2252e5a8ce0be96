import type { RunningServer } from '../../tools/editor/server.ts';
import { launchHeadless } from '../support/headless.ts';
import { parseResult } from './result-line.ts';
import { type Results, silenceLimit } from './results.ts';

/** Opens a window that runs the suite, and collects its results until it ends, crashes or hangs. */
export async function runInPage(
  address: string,
  server: RunningServer,
  results: Results,
  verbose: boolean,
): Promise<void> {
  const browser = await launchHeadless(console.log);
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(300_000);
    const log: string[] = [];
    const trouble = await new Promise<string | undefined>((resolve, reject) => {
      const silence = setTimeout(
        () => resolve(`The suite hangs: nothing was heard of it for ${silenceLimit / 1000} s.`),
        silenceLimit,
      ).unref();
      const listen = (type: string, args: unknown[]) => {
        const line = args.map(String).join(' ');
        const event = parseResult(line);
        if (event) {
          silence.refresh();
          results.add(event);
        } else if (verbose) console.log(`    [${type}] ${line}`);
        else log.push(`    [${type}] ${line}`);
      };
      // A suite with failures exits with 1 and has reported them.
      const end = (code: number) =>
        resolve(code === 0 || results.hasFailures ? undefined : `The suite ended with exit code ${code}.`);
      page.once('crash', () => resolve('The page crashed.'));
      server.crashed.then(resolve);
      Promise.all([
        page.exposeFunction('codeAutomationLog', listen),
        page.exposeFunction('codeAutomationExit', end),
      ])
        .then(() => page.goto(address))
        .catch(reject);
    });
    if (trouble) {
      results.fail(trouble);
      console.log(log.slice(-20).join('\n'));
    }
  } finally {
    await browser.close();
  }
}
