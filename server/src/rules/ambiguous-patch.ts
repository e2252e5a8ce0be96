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
  summary: 'a patch that is the start of another taken patch of its base',
  why: `On Ubuntu, nodes ask apt for \`aks-node-controller=VERSION*\`, and apt installs the highest match. Asked for \`202604.01.1\`, it
installs \`202604.01.12\` if that is published. On Azure Linux, dnf installs exactly \`202604.01.1\`. A patch is taken if a release
tag or an image has it, or if the config or its baseline names it.`,
  fix: {
    onRequest: 'Changes the patch to the next one: one above the highest taken patch of the base.',
  },
  messages: {
    ambiguous:
      '{value} is the start of {other}. apt installs the highest match, dnf the exact version. Use another patch.',
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
