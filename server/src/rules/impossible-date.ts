import { baseMeant, baseRange, isCalendarDate } from '../model/index.ts';
import { changesToNearest } from './change-base.ts';
import { installersElsewhere, messageUnless } from './installed-elsewhere.ts';
import { defineRule } from './rule.ts';

export const impossibleDate = defineRule({
  id: 'impossible-date',
  level: 'warning',
  summary: 'a base that is not a valid date',
  why: `A base is the build date of an image. No image was built on \`202602.30\`, so no node has that base. It is most likely a typing
mistake.`,
  fix: {
    onRequest: 'Changes the base to one of the nearest known bases, in key and version.',
  },
  messages: {
    'no-such-day':
      '{base} is not a valid date, so no node has this base and no node upgrades. Correct the date.',
    'installed-elsewhere':
      '{base} is not a valid date. Nodes of {other} install this version without a comparison. Correct the date.',
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
  skips: 'usual',
  check({ analysis, catalogue, seen, report }) {
    const { source } = analysis;
    for (const property of seen.versionProperties) {
      const base = baseMeant(property);
      if (!base || isCalendarDate(base)) continue;
      const range = baseRange(source, property);
      const fixes = () => changesToNearest(analysis, property, base, catalogue);
      const installers = installersElsewhere(analysis, property, catalogue);
      report({ at: range, ...messageUnless(installers, 'no-such-day', { base }), fixes });
    }
  },
});
