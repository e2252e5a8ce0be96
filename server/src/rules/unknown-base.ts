import { type Base, baseMeant, baseRange, isCalendarDate } from '../model/index.ts';
import { changesToNearest } from './change-base.ts';
import { installersElsewhere, messageUnless } from './installed-elsewhere.ts';
import { defineRule } from './rule.ts';

export const unknownBase = defineRule({
  id: 'unknown-base',
  level: 'information',
  summary: 'a base that no known baked version has',
  why: `Baked versions come from AgentBaker's release notes, \`.hotfixrc.json\`, the editor settings and the bundled record. A base that is
in none of them is either newer than the record or a typing mistake. After a typing mistake, no node upgrades. Without a record,
this rule finds nothing.`,
  fix: {
    onRequest: 'Changes the base to one of the nearest known bases, in key and version.',
  },
  messages: {
    unknown: '{base} is not the base of a known baked version, so no known node upgrades. Check the base.',
    'installed-elsewhere':
      '{base} is not the base of a known baked version. Nodes of {other} install this version without a comparison. Check the base.',
  },
  examples: [
    {
      before: `
{ "hotfixes": { "202604.10": "202604.10.2" } }
                 ^^^^^^^^^ unknown-base`,
      after: '{ "hotfixes": { "202604.01": "202604.01.2" } }',
      bakedVersions: ['202604.01.0', '202605.30.1'],
    },
  ],
  skips: 'unrecorded',
  check({ analysis, catalogue, seen, report }) {
    // On an official branch, a base that it does not serve is another finding.
    if (!catalogue.isConclusive || catalogue.branchVersion !== undefined) return;
    const isUnknown = (base: Base) => catalogue.of(base).length === 0 && catalogue.isConclusiveFor(base);
    for (const property of seen.versionProperties) {
      const base = baseMeant(property);
      // An impossible date is another finding.
      if (!base || !isUnknown(base) || !isCalendarDate(base)) continue;
      const range = baseRange(analysis.source, property);
      const fixes = () => changesToNearest(analysis, property, base, catalogue);
      const installers = installersElsewhere(analysis, property, catalogue);
      report({ at: range, ...messageUnless(installers, 'unknown', { base }), fixes });
    }
  },
});
