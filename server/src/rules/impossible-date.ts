import { baseMeant, baseRange, isCalendarDate } from '../model/index.ts';
import { changesToNearest } from './change-base.ts';
import { defineRule } from './rule.ts';

export const impossibleDate = defineRule({
  id: 'impossible-date',
  level: 'warning',
  summary: 'a base that is no day of the calendar',
  why: `A base is the date of the image's build. No image was ever built on \`202602.30\`, so no node has that base, and a typing
mistake in a date looks exactly like this.`,
  fix: { onRequest: 'Changes the base to one of the nearest that are known, in key and version.' },
  messages: {
    'no-such-day': '{base} is no day of the calendar: no image has that base, so no node gets this hotfix.',
  },
  examples: [
    {
      before: `
{ "hotfixes": { "202602.30": "202602.30.1" } }
                 ^^^^^^^^^ impossible-date`,
    },
    {
      before: `
{ "version": "202613.01.2" }
              ^^^^^^^^^ impossible-date`,
    },
  ],
  skipsUsual: true,
  check({ analysis, catalogue, seen, report }) {
    const { source } = analysis;
    for (const slot of seen.slots) {
      const base = baseMeant(slot);
      if (!base || isCalendarDate(base)) continue;
      const range = baseRange(source, slot);
      const fixes = () => changesToNearest(analysis, slot, base, catalogue);
      report({ at: range, messageId: 'no-such-day', data: { base }, fixes });
    }
  },
});
