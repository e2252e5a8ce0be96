import { baseOf, valuePartRange } from '../model/index.ts';
import { changeToNext } from './change-version.ts';
import { installersElsewhere, messageUnless } from './installed-elsewhere.ts';
import { defineRule } from './rule.ts';

export const neverUpgrades = defineRule({
  id: 'never-upgrades',
  level: 'warning',
  summary: 'a hotfix version with patch 0',
  why: `Nodes upgrade only if the patch of the hotfix version is higher than their baked patch. Patch 0 is never higher.`,
  fix: {
    onRequest: 'Changes the patch to the next one: one above the highest taken patch of the base, else 1.',
  },
  messages: {
    'patch-zero':
      '{value} has patch 0, which is not higher than any baked patch, so nodes do not upgrade. Use a higher patch.',
    'installed-elsewhere':
      '{value} has patch 0, which is not higher than any baked patch. Nodes of {other} install it without a comparison. Use a higher patch.',
  },
  examples: [
    {
      before: `
{ "hotfixes": { "202604.01": "202604.01.0" } }
                                        ^ never-upgrades`,
      after: '{ "hotfixes": { "202604.01": "202604.01.1" } }',
    },
  ],
  skips: 'usual',
  check({ analysis, catalogue, seen, report }) {
    for (const property of seen.versionProperties) {
      const { version } = property;
      if (property.comparison !== 'never-upgrades' || !version) continue;
      const fixes = () => changeToNext(analysis, property, baseOf(version), catalogue);
      const range = valuePartRange(analysis.source, property, 'patch');
      const value = property.trimmed;
      const installers = installersElsewhere(analysis, property, catalogue);
      report({ at: range, ...messageUnless(installers, 'patch-zero', { value }), fixes });
    }
  },
});
