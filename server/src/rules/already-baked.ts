import { baseOf, compareVersions, obstacleTo, valuePartRange } from '../model/index.ts';
import { changeToNext } from './change-version.ts';
import { installersElsewhere, messageUnless } from './installed-elsewhere.ts';
import { defineRule } from './rule.ts';

export const alreadyBaked = defineRule({
  id: 'already-baked',
  level: 'information',
  summary: 'a hotfix version that is not higher than any known baked version of its base',
  why: `Nodes upgrade only to a patch that is higher than their baked patch. If every known image of the base has this patch or a higher
one, no node upgrades. Without a record of baked versions, this rule finds nothing.`,
  fix: {
    onRequest: 'Changes the patch to the next one: one above the highest taken patch of the base.',
  },
  messages: {
    reached:
      '{value} is not higher than {lowest}, the lowest known baked version, so no known node upgrades. Use a higher patch.',
    'installed-elsewhere':
      '{value} is not higher than {lowest}, the lowest known baked version. Nodes of {other} install it without a comparison.',
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
  skips: 'unrecorded',
  check({ analysis, catalogue, seen, report }) {
    // On an official branch, its own version decides, and that is another finding.
    if (!catalogue.isConclusive || catalogue.branchVersion !== undefined) return;
    for (const property of seen.versionProperties) {
      const { version } = property;
      if (!version || property.comparison !== undefined) continue;
      const base = property.base ?? baseOf(version);
      // Images that cannot apply any patch are another finding.
      const able = catalogue.of(base).filter((baked) => !obstacleTo(baked, property.role, catalogue));
      const lowest = able[0]?.version;
      if (!lowest || compareVersions(lowest, version) < 0) continue;
      const fixes = () => changeToNext(analysis, property, base, catalogue);
      const range = valuePartRange(analysis.source, property, 'patch');
      const value = property.trimmed;
      const installers = installersElsewhere(analysis, property, catalogue);
      // Images of its own base install it: then this base is reached.
      if (installers.some((installer) => baseOf(installer) === base)) continue;
      report({ at: range, ...messageUnless(installers, 'reached', { value, lowest }), fixes });
    }
  },
});
