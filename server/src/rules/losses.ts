import type { Loss } from '../model/index.ts';
import { rangeOfLoss, restore } from './restore.ts';
import type { MessageData, Report, RuleContext } from './rule.ts';

/** The rules that report losses. */
export const lossRules: ReadonlySet<string> = new Set(['entry-removed', 'patch-lowered']);

/** Whether a finding is a loss that someone decided to accept. */
export const isAccepted = ({ messageId }: { readonly messageId: string }) => messageId === 'accepted';

/** The message for a loss that someone decided to accept. */
export const acceptedMessage =
  'Nodes of base {base} lose {before}. This is accepted in ".hotfixrc.json": {reason}.';

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
