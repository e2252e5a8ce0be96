import { type Analysis, noFile, Payload } from '../../model/index.ts';
import { rangeOfLoss } from '../../rules/restore.ts';
import { type CheckOptions, checkPayload, type Finding } from './finding.ts';

/** A payload that was deleted since the baseline. */
export const deletedPayload = new Payload('');

/** What nodes lose with a deleted payload, in the config beside it: in an editor there is no other file to show it. */
export function lostWithPayload(analysis: Analysis, options: CheckOptions): Finding[] {
  if (options.payload !== deletedPayload) return [];
  const { start, end } = rangeOfLoss(analysis, { what: 'scripts' });
  const lost = checkPayload(deletedPayload, analysis, { ...options, baseline: options.baseline ?? noFile });
  return lost.map((finding) => ({ ...finding, start, end }));
}
