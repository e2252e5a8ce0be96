import type { Base } from '../model/index.ts';
import { acceptedMessage, lossesAgainst, lossReport, untilIn } from './losses.ts';
import { defineRule } from './rule.ts';

export const entryRemoved = defineRule({
  id: 'entry-removed',
  level: 'error',
  summary: 'a base inside its support window that lost its hotfix since the baseline',
  why: `Nodes that scale out on an old image lose the hotfix and boot the unpatched version again. Remove an entry only when every affected
image was published again with the fix, or is past its support window. The rule compares what nodes do, so moving \`version\` into
the map is not a loss. A loss that is a decision is recorded in \`.hotfixrc.json\`, and then it is information that quotes the reason:
\`{"acceptedLosses": [{"base": "202604.01", "reason": "all images republished as 202604.01.4"}]}\`.`,
  fix: {
    onRequest: 'Restores the hotfix version, or records the loss as accepted in `.hotfixrc.json`.',
  },
  messages: {
    binary:
      '{before} was removed. Nodes of base {base} lose this hotfix and are supported until {until}. Restore it, or record it in "acceptedLosses".',
    scripts:
      '{before} was removed. Nodes of base {base} lose these scripts and are supported until {until}. Restore it, or record it in "acceptedLosses".',
    accepted: acceptedMessage,
    unreadable: 'Nodes cannot read this file, so nodes of base {first} lose their hotfix. Correct the file.',
    'unreadable-more':
      'Nodes cannot read this file, so nodes of base {first} and {more} more lose their hotfix. Correct the file.',
  },
  examples: [
    {
      before: `
{ "hotfixes": { "202605.30": "202605.30.1" } }
  ^^^^^^^^^^ entry-removed`,
      after: `{
  "hotfixes": {
    "202604.01": "202604.01.3",
    "202605.30": "202605.30.1"
  }
}`,
      baseline: '{ "hotfixes": { "202604.01": "202604.01.3", "202605.30": "202605.30.1" } }',
      today: '2026-10-01',
    },
    {
      before: '{ "hotfixes": { "202605.30": "202605.30.1" } }',
      baseline: '{ "hotfixes": { "202604.01": "202604.01.3", "202605.30": "202605.30.1" } }',
      today: '2026-10-02',
    },
  ],
  check(context) {
    const { analysis, baseline, today, acceptedFor, report } = context;
    if (!baseline) return;
    const isSupported = (base: Base) => today <= untilIn(context, base);
    const losses = lossesAgainst(baseline, context, isSupported);
    if (!analysis.config) {
      const lost = [...new Set(losses.map(({ base }) => base))].filter((base) => !acceptedFor(base));
      const [first, ...others] = lost;
      const [at = { start: 0, end: 1 }] = [...analysis.source.faults, ...analysis.typeFaults];
      const more = others.length;
      if (first)
        report({ at, messageId: more > 0 ? 'unreadable-more' : 'unreadable', data: { first, more } });
      for (const { base, before } of losses) {
        const reason = acceptedFor(base);
        if (reason !== undefined)
          report({ at, messageId: 'accepted', data: { base, before, reason }, atMost: 'information' });
      }
      return;
    }
    for (const loss of losses) {
      if (loss.after === undefined) report(lossReport(context, loss, { until: untilIn(context, loss.base) }));
    }
  },
});
