import { type Base, type Loss, lossesBetween, supportedUntil } from '../model/index.ts';
import { rangeOfLoss, restore } from './restore.ts';
import type { MessageData, Report, RuleContext } from './rule.ts';

/** The rules that report losses. */
export const lossRules: ReadonlySet<string> = new Set(['entry-removed', 'patch-lowered', 'payload-removed']);

/** Whether a finding is a loss that someone decided to accept. */
export const isAccepted = ({ messageId }: { readonly messageId: string }) => messageId === 'accepted';

/** The message for a loss that someone decided to accept. */
export const acceptedMessage =
  'Nodes of base {base} lose {before}. This is accepted in ".hotfixrc.json": {reason}.';

/** What nodes lose against the baseline. Without scripts in its payload, nodes had none to lose. */
export function lossesAgainst(
  baseline: NonNullable<RuleContext['baseline']>,
  { analysis, catalogue, payloadBaseline }: Pick<RuleContext, 'analysis' | 'catalogue' | 'payloadBaseline'>,
  counts?: (base: Base) => boolean,
): Loss[] {
  const losses = lossesBetween(baseline, analysis.readings, catalogue, counts);
  return payloadBaseline?.isEmpty ? losses.filter(({ what }) => what !== 'scripts') : losses;
}

/** The last day on which nodes of a base are supported; empty if it has none. */
export function untilIn(
  { supportWindowMonths }: Pick<RuleContext, 'supportWindowMonths'>,
  base: Base,
): string {
  return supportedUntil(base, supportWindowMonths) ?? '';
}

/** A finding on what nodes lose: to be restored, or information if it is accepted. */
export function lossReport(
  { analysis, acceptedFor }: Pick<RuleContext, 'analysis' | 'acceptedFor'>,
  loss: Loss,
  data: MessageData = {},
): Report<Loss['what'] | 'accepted'> {
  const { what, base, before } = loss;
  const at = rangeOfLoss(analysis, loss);
  const reason = acceptedFor(base);
  const fixes = () => restore(analysis, loss);
  return reason === undefined
    ? { at, messageId: what, data: { base, before, ...data }, fixes }
    : { at, messageId: 'accepted', data: { base, before, reason }, atMost: 'information', fixes };
}
