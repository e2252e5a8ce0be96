import { baseMeant, baseOf, baseRange, obstacleTo, supportedUntil } from '../model/index.ts';
import { installersElsewhere } from './installed-elsewhere.ts';
import { removeVersion } from './remove-version.ts';
import { defineRule } from './rule.ts';

export const retiredBase = defineRule({
  id: 'retired-base',
  level: 'off',
  summary: 'a base whose images are past their support window',
  why: `Images are supported for six calendar months from the date of their base (\`supportWindowMonths\` in \`.hotfixrc.json\`). After that,
clusters should not use them, and you can remove the entry. Before that, nodes that scale out on the old image would lose the
hotfix.`,
  fix: {
    onRequest: 'Removes the entry or the field.',
  },
  messages: {
    retired: '{base} is past its support window, which ended on {until}. You can remove this hotfix.',
    unreachable:
      '{base} is past its support window, which ended on {until}. None of its recorded images can apply this hotfix. Remove it.',
    'installed-elsewhere':
      '{base} is past its support window, which ended on {until}. Supported nodes of {other} install this version. Keep it for them.',
  },
  examples: [
    {
      before: `
{ "hotfixes": { "202602.13": "202602.13.6", "202605.05": "202605.05.2" } }
                 ^^^^^^^^^ retired-base`,
      after: '{ "hotfixes": { "202605.05": "202605.05.2" } }',
      today: '2026-08-14',
    },
  ],
  check({ analysis, catalogue, today, supportWindowMonths, seen, report }) {
    const { source } = analysis;
    for (const property of seen.versionProperties) {
      const base = baseMeant(property);
      const until = base && supportedUntil(base, supportWindowMonths);
      // Without a hotfix there is nothing to remove.
      if (!until || today <= until || property.spelling === 'empty-value') continue;
      const fixes = () => removeVersion(analysis, property);
      const range = baseRange(source, property);
      const isSupported = (end: string | undefined) => end !== undefined && today <= end;
      const installers = installersElsewhere(analysis, property, catalogue);
      const other = installers.find((one) => isSupported(supportedUntil(baseOf(one), supportWindowMonths)));
      if (other) {
        report({ at: range, messageId: 'installed-elsewhere', data: { base, until, other } });
        continue;
      }
      const known = catalogue.of(base);
      const isReachable = known.some((baked) => obstacleTo(baked, property.role, catalogue) === undefined);
      const messageId =
        known.length > 0 && !isReachable && installers.length === 0 ? 'unreachable' : 'retired';
      report({ at: range, messageId, data: { base, until }, fixes });
    }
  },
});
