import { acceptedMessage, lossesAgainst, lossReport } from './losses.ts';
import { defineRule } from './rule.ts';

export const patchLowered = defineRule({
  id: 'patch-lowered',
  level: 'error',
  summary: 'a hotfix version with a lower patch than in the baseline',
  why: `Nodes that would upgrade to the later patch now upgrade to an earlier one. Nodes baked with a patch between the two do not upgrade.
Lower a patch only for a rollback, and record it in \`acceptedLosses\` of \`.hotfixrc.json\` with the reason.`,
  fix: {
    onRequest: 'Restores the hotfix version, or records the loss as accepted in `.hotfixrc.json`.',
  },
  messages: {
    binary:
      '{after} is lower than {before}, so nodes of base {base} go back. Restore {before}, unless this is a rollback.',
    scripts:
      '{after} is lower than {before}, so scripts on nodes of base {base} go back. Restore {before}, unless this is a rollback.',
    accepted: acceptedMessage,
  },
  examples: [
    {
      before: `
{ "version": "202604.01.2" }
             ^^^^^^^^^^^^^ patch-lowered`,
      after: '{ "version": "202604.01.3" }',
      baseline: '{ "version": "202604.01.3" }',
    },
  ],
  check(context) {
    const { baseline, report } = context;
    if (!baseline) return;
    for (const loss of lossesAgainst(baseline, context)) {
      const { after } = loss;
      if (after !== undefined) report(lossReport(context, loss, { after }));
    }
  },
});
