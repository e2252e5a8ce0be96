import { lossesBetween } from '../model/index.ts';
import { rangeOfLoss, restore } from './restore.ts';
import { defineRule } from './rule.ts';

export const patchLowered = defineRule({
  id: 'patch-lowered',
  level: 'error',
  summary: 'a hotfix version with a lower patch than in the baseline',
  why: `Nodes that would upgrade to the later patch now upgrade to an earlier one. Nodes baked with a patch between the two do not upgrade.
Lower a patch only for a rollback.`,
  fix: {
    onRequest: 'Restores the hotfix version.',
  },
  messages: {
    binary:
      '{after} is lower than {before}, so nodes of base {base} go back. Restore {before}, unless this is a rollback.',
    scripts:
      '{after} is lower than {before}, so scripts on nodes of base {base} go back. Restore {before}, unless this is a rollback.',
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
  check({ analysis, baseline, catalogue, report }) {
    if (!baseline) return;
    for (const loss of lossesBetween(baseline, analysis.readings, catalogue)) {
      const { what, base, before, after } = loss;
      if (after === undefined) continue;
      const fixes = () => restore(analysis, loss);
      report({ at: rangeOfLoss(analysis, loss), messageId: what, data: { base, before, after }, fixes });
    }
  },
});
