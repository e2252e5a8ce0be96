import { baseOf, compareVersions, valuePartRange } from '../model/index.ts';
import { changeToNext } from './change-version.ts';
import { defineRule } from './rule.ts';

export const alreadyBaked = defineRule({
  id: 'already-baked',
  level: 'information',
  summary: 'a hotfix version that every known baked version of its base has reached already',
  why: `A node upgrades only to a strictly higher patch than the one it was baked with. Where every image of a base on record has
this patch or a higher one, the entry does nothing. Without any record this rule is silent.`,
  fix: { onRequest: 'Takes the next patch: one above the highest that is known for that base.' },
  messages: {
    reached: '{value} upgrades no known node: the lowest baked version of its base is {lowest}.',
  },
  examples: [
    {
      before: `
{ "hotfixes": { "202604.01": "202604.01.2" } }
                                        ^ already-baked`,
      after: '{ "hotfixes": { "202604.01": "202604.01.4" } }',
      bakedVersions: ['202604.01.2', '202604.01.3'],
    },
  ],
  check({ analysis, catalogue, seen, report }) {
    if (!catalogue.tellsWhatIsUnknown) return;
    for (const slot of seen.slots) {
      const { version } = slot;
      if (!version || slot.comparison !== undefined) continue;
      const base = baseOf(version);
      const lowest = catalogue.of(base)[0]?.version;
      if (!lowest || compareVersions(lowest, version) < 0) continue;
      const fixes = () => changeToNext(analysis, slot, base, catalogue);
      const range = valuePartRange(analysis.source, slot, 'patch');
      report({ at: range, messageId: 'reached', data: { value: slot.trimmed, lowest }, fixes });
    }
  },
});
