import { Analysis } from '../model/index.ts';
import { check } from '../service/findings/finding.ts';
import { after } from './after.ts';

/** Long enough for the reply to be sent, in milliseconds. */
const soon = 10;

/**
 * Runs the checks once while the client reads the reply to `initialize`. The first run compiles their code, and takes
 * longer than the check of a usual config.
 */
export async function warmUp(): Promise<void> {
  await after(soon).over;
  const sample = '{ "version": "202607.20.1", "hotfixes": { "202607.20": "202607.29.1" } }';
  for (const finding of check(new Analysis(sample), { levels: {}, today: '2026-07-29' })) finding.message();
}
