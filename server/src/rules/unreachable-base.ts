import { baseOf, baseRange, obstacleTo } from '../model/index.ts';
import { ambiguity } from './ambiguous-patch.ts';
import { installersElsewhere, messageUnless } from './installed-elsewhere.ts';
import { removeVersion } from './remove-version.ts';
import { defineRule } from './rule.ts';

export const unreachableBase = defineRule({
  id: 'unreachable-base',
  level: 'warning',
  summary: 'a base whose recorded images cannot apply the hotfix',
  why: `What a node does depends on the controller in its image. The oldest controllers do not read the config. Controllers up to
202607.09.0 report the version "dev" and cannot compare it with a hotfix version. Some operating systems cannot install a package.
If this is true for every recorded image of a base, no node gets the hotfix. Such nodes need a new image. Without a record of
controllers, this rule finds nothing. Images of another base may install the \`version\` of such a base, because their controllers
compare nothing. Then the rule names one, and offers no fix. See [what nodes of real images do](../fleet.md).`,
  fix: {
    onRequest: 'Removes the entry or the field.',
  },
  messages: {
    'no-code':
      '{base} is not reachable: no controller of its images reads the config. Nodes do not upgrade. Remove this hotfix.',
    'no-map':
      '{base} is not reachable: no controller of its images reads "hotfixes". Nodes do not upgrade. Remove this hotfix.',
    'cannot-compare':
      '{base} is not reachable: its controllers report "dev" and cannot compare versions. Nodes do not upgrade. Remove this hotfix.',
    'cannot-install':
      '{base} is not reachable: its operating systems cannot install a package. Nodes do not upgrade. Remove this hotfix.',
    'installed-elsewhere':
      '{base} is not reachable: its nodes do not upgrade. Nodes of {other} install this version without a comparison. Check that this is intended.',
  },
  examples: [
    {
      before: `
{ "hotfixes": { "202604.01": "202604.01.1", "202605.30": "202605.30.1" } }
                 ^^^^^^^^^ unreachable-base`,
      after: '{ "hotfixes": { "202605.30": "202605.30.1" } }',
      bakedVersions: [{ version: '202604.01.0', controller: 'map' }, '202605.30.0'],
    },
  ],
  skips: 'unrecorded',
  check({ analysis, catalogue, seen, report }) {
    for (const property of seen.versionProperties) {
      const { version, spelling, comparison } = property;
      if (!version || spelling !== undefined || comparison !== undefined) continue;
      const base = property.base ?? baseOf(version);
      // A base that an official branch does not serve is another finding.
      if (catalogue.branchVersion !== undefined && baseOf(catalogue.branchVersion) !== base) continue;
      const obstacles = catalogue.of(base).map((baked) => obstacleTo(baked, property.role, catalogue));
      const messageId = obstacles.at(-1);
      if (!messageId || obstacles.includes(undefined)) continue;
      if (ambiguity(analysis, property, catalogue) !== undefined) continue;
      const at = baseRange(analysis.source, property);
      const installers = installersElsewhere(analysis, property, catalogue);
      const fixes = () => (installers.length === 0 ? removeVersion(analysis, property) : []);
      report({ at, ...messageUnless(installers, messageId, { base }), fixes });
    }
  },
});
