import { lossesBetween } from '../model/index.ts';
import { placeOfLoss, restore } from './restore.ts';
import { defineRule } from './rule.ts';

export const patchLowered = defineRule({
  id: 'patch-lowered',
  level: 'error',
  summary: 'against a baseline: a hotfix version with a lower patch than before',
  why: `Nodes that would have booted the later patch boot an earlier one from now on, and those baked with a patch between the two
stay as they are. A lowered patch is a rollback; it should be meant.`,
  fix: { onRequest: 'Restores it.' },
  messages: {
    binary: 'Nodes of base {base} go back from {before} to {after}.',
    scripts: 'The scripts of nodes of base {base} go back from {before} to {after}.',
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
  check({ analysis, baseline, report }) {
    if (!baseline) return;
    for (const loss of lossesBetween(baseline, analysis.config)) {
      const { what, base, before, after } = loss;
      if (after === undefined) continue;
      const fixes = () => restore(analysis, loss);
      report({ at: placeOfLoss(analysis, loss), messageId: what, data: { base, before, after }, fixes });
    }
  },
});
