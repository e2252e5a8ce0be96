import { quote, type Range } from '../../model/index.ts';
import { projectFileName } from '../../names.ts';
import { isAccepted, lossRules } from '../../rules/losses.ts';
import type { AcceptedLoss, Finding } from '../findings/finding.ts';
import { rangesOf } from './json-file.ts';
import { withSetting } from './with-setting.ts';

/** The text of a project file with one more accepted loss. Its reason is empty, so the user must fill it in. */
export function withAcceptedLoss(text: string, base: string): string {
  return withSetting(text, ['acceptedLosses', -1], { base, reason: '' });
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

/** An entry of `acceptedLosses` that accepts nothing, and why. */
export interface UnusedLoss extends Range {
  readonly base: string;
  readonly why: string;
}

/** The entries of a project file that accept none of the losses. Only for a comparison of all its configs. */
export function unusedLosses(
  { text, acceptedLosses }: { readonly text: string; readonly acceptedLosses: readonly AcceptedLoss[] },
  lost: ReadonlySet<string>,
): UnusedLoss[] {
  const ranges = rangesOf(text, 'acceptedLosses');
  return acceptedLosses.flatMap(({ base }, i) => {
    const isRepeated = acceptedLosses.findIndex((loss) => loss.base === base) < i;
    if (lost.has(base) && !isRepeated) return [];
    const reason = isRepeated ? 'has an earlier entry' : 'lost no hotfix';
    return {
      ...(ranges[i] ?? { start: 0, end: 0 }),
      base,
      why: `base ${quote(base)} ${reason}, so nothing is accepted`,
    };
  });
}
