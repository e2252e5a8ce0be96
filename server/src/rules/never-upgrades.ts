import { baseOf, valuePartRange } from '../model/index.ts';
import { changeToNext } from './change-version.ts';
import { defineRule } from './rule.ts';

export const neverUpgrades = defineRule({
  id: 'never-upgrades',
  level: 'warning',
  summary: 'a hotfix version of patch 0',
  why: `A node upgrades only when the hotfix version's patch is strictly higher than its own, and no baked version is below
patch 0.`,
  fix: { onRequest: 'Takes the next patch: one above the highest that is known for that base, else 1.' },
  messages: {
    'patch-zero':
      '{value} upgrades nothing: its patch is 0, and a node upgrades only to a higher one than its own.',
  },
  examples: [
    {
      before: `
{ "hotfixes": { "202604.01": "202604.01.0" } }
                                        ^ never-upgrades`,
      after: '{ "hotfixes": { "202604.01": "202604.01.1" } }',
    },
  ],
  skipsUsual: true,
  check({ analysis, catalogue, seen, report }) {
    for (const slot of seen.slots) {
      const { version } = slot;
      if (slot.comparison !== 'never-upgrades' || !version) continue;
      const fixes = () => changeToNext(analysis, slot, baseOf(version), catalogue);
      const range = valuePartRange(analysis.source, slot, 'patch');
      report({ at: range, messageId: 'patch-zero', data: { value: slot.trimmed }, fixes });
    }
  },
});
