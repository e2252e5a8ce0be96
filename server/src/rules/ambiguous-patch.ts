import {
  type Analysis,
  baseOf,
  type Catalogue,
  otherMatches,
  patchOf,
  type Slot,
  valuePartRange,
  versionFrom,
} from '../model/index.ts';
import { changeToNext } from './change-version.ts';
import { defineRule } from './rule.ts';

export const ambiguousPatch = defineRule({
  id: 'ambiguous-patch',
  level: 'warning',
  summary: 'a patch that another taken patch of its base begins with',
  why: `On Ubuntu a node asks apt for \`aks-node-controller=VERSION*\`, and apt installs the highest version that fits: asked for
\`202604.01.1\` it installs \`202604.01.12\` where that is published. On Azure Linux dnf installs \`202604.01.1\`. A patch is taken
when a release tag or an image has it, or when the config or its baseline names it.`,
  fix: { onRequest: 'Takes the next patch: one above the highest that is taken for that base.' },
  messages: {
    ambiguous: '{value} also fits {other}: apt installs the higher one and dnf does not. Use another patch.',
  },
  examples: [
    {
      before: `
{ "hotfixes": { "202604.01": "202604.01.1" } }
                                        ^ ambiguous-patch`,
      after: '{ "hotfixes": { "202604.01": "202604.01.13" } }',
      bakedVersions: ['202604.01.0', '202604.01.12'],
    },
  ],
  check({ analysis, catalogue, seen, report }) {
    for (const slot of seen.slots) {
      const [other] = ambiguities(analysis, slot, catalogue);
      const { version } = slot;
      if (!version || other === undefined) continue;
      report({
        at: valuePartRange(analysis.source, slot, 'patch'),
        messageId: 'ambiguous',
        data: { value: slot.trimmed, other: versionFrom(baseOf(version), other) },
        fixes: () => changeToNext(analysis, slot, baseOf(version), catalogue),
      });
    }
  },
});

/** The taken patches that apt may install instead of the one in a slot without another fault. */
export function ambiguities(analysis: Analysis, slot: Slot, catalogue: Catalogue): readonly string[] {
  const { version, spelling, comparison } = slot;
  if (!version || spelling !== undefined || comparison !== undefined) return [];
  const base = baseOf(version);
  const inFile = analysis.versionsOf(base, slot).map(patchOf);
  return otherMatches(version, [...catalogue.taken(base), ...inFile]);
}
