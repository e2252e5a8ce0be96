import {
  baseOf,
  baseRange,
  compareVersions,
  isCalendarDate,
  lastMap,
  valuePartRange,
} from '../model/index.ts';
import { changeToNext, moveToNext } from './change-version.ts';
import { defineRule } from './rule.ts';

export const foreignBase = defineRule({
  id: 'foreign-base',
  level: 'error',
  summary: 'a hotfix of an official branch that reaches no node of the branch',
  why: `A branch such as \`official/v20260720\` serves the images of one version, which its \`pkg/agent/datamodel/linux_sig_version.json\`
names. Nodes of that version use only its own base, with a higher patch. A branch counts as official if that file is there and
there are no release notes of Linux images. Entries of other bases are a warning, because AgentBaker's own check wants one entry.`,
  fix: {
    onRequest: "Changes it to the branch's base with the next patch.",
  },
  messages: {
    field:
      '{value} is not for base {base}, which this branch serves, so no node of this branch uses it. Use a version of {base}.',
    entry: 'This branch serves base {base}, so no node of this branch uses this entry. Remove or move it.',
    'missing-entry':
      'This branch serves base {base}, and "hotfixes" has no entry for it. Add one above {served}.',
    'not-above':
      '{value} is not above {served}, which this branch serves, so no node upgrades. Use a higher patch.',
  },
  examples: [
    {
      before: `
{ "version": "202604.01.3" }
              ^^^^^^^^^ foreign-base`,
      after: '{ "version": "202605.30.2" }',
      branch: '202605.30.1',
    },
    {
      before: `
{ "hotfixes": { "202605.30": "202605.30.1" } }
                                        ^ foreign-base`,
      after: '{ "hotfixes": { "202605.30": "202605.30.2" } }',
      branch: '202605.30.1',
    },
  ],
  check({ analysis, catalogue, seen, report }) {
    const served = catalogue.branchVersion;
    // A branch serves its own nodes, the live-patching service all of them.
    if (served === undefined || analysis.isServed) return;
    const base = baseOf(served);
    for (const property of seen.versionProperties) {
      const { version, spelling, comparison, role, trimmed: value } = property;
      // A version that entries shadow is another finding.
      if (!version || spelling || comparison || (role === 'pointer' && analysis.hasEntries)) continue;
      const own = property.base ?? baseOf(version);
      if (own === base && compareVersions(version, served) <= 0)
        report({
          at: valuePartRange(analysis.source, property, 'patch'),
          messageId: 'not-above',
          data: { value, served },
          fixes: () => changeToNext(analysis, property, base, catalogue),
        });
      // An impossible date is another finding.
      if (own === base || !isCalendarDate(own)) continue;
      const at = baseRange(analysis.source, property);
      if (role === 'entry')
        report({
          ...{ at, messageId: 'entry', data: { base }, atMost: 'warning' },
          fixes: () =>
            analysis.byBase.isListed(base) ? [] : moveToNext(analysis, property, base, catalogue),
        });
      else
        report({
          ...{ at, messageId: 'field', data: { value, base } },
          fixes: () => changeToNext(analysis, property, base, catalogue),
        });
    }
    const map = lastMap(analysis.source);
    if (map && analysis.hasEntries && !analysis.byBase.isListed(base))
      report({
        at: { start: map.key.start, end: map.key.end },
        messageId: 'missing-entry',
        data: { base, served },
      });
  },
});
