import { applyEdits, modify } from 'jsonc-parser';
import { projectFileName } from '../../names.ts';
import { formattingOf } from '../../rules/formatting.ts';
import { isAccepted, lossRules } from '../../rules/losses.ts';
import type { Finding } from '../findings/finding.ts';

/** The text of a project file with one more accepted loss. Its reason is empty, so the user must fill it in. */
export function withAcceptedLoss(text: string, base: string): string {
  const object = /\S/.test(text) ? text : '{}\n';
  const options = { isArrayInsertion: true, formattingOptions: formattingOf(object) };
  return applyEdits(object, modify(object, ['acceptedLosses', -1], { base, reason: '' }, options));
}

/** The base whose loss a finding reports; undefined if it reports none, or one that is accepted. */
export function lostBase(finding: Finding): string | undefined {
  const { base } = finding.data;
  return lossRules.has(finding.ruleId) && !isAccepted(finding) && typeof base === 'string' ? base : undefined;
}

/** What to write to record the loss of a base as accepted. */
export function acceptedLossText(base: string): string {
  return `To accept the loss, add { "base": ${JSON.stringify(base)}, "reason": "…" } to "acceptedLosses" in ${projectFileName}`;
}
