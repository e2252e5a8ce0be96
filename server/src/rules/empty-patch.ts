import {
  type Analysis,
  type Catalogue,
  canonicalBase,
  type Slot,
  trimmedValueRange,
} from '../model/index.ts';
import { changeToNext, moveToNext } from './change-version.ts';
import { defineRule, type Fix } from './rule.ts';

export const emptyPatch = defineRule({
  id: 'empty-patch',
  level: 'error',
  summary: 'a hotfix version without a patch, such as `202604.01.` or `202604.01`',
  why: `A node upgrades only to a strictly higher patch. \`202604.01.\` is no version at all to it and \`202604.01\` reads as
patch 0, which no baked version is below: either way the nodes of that base silently boot unpatched.`,
  fix: {
    onRequest:
      "Completes the version with the next patch: one above the highest that is known for its base, else 1; where an entry's key has another base, for that one, or moving the entry along.",
  },
  messages: {
    'no-patch': '{value} has no patch: a node cannot upgrade to it and boots unpatched.',
  },
  examples: [
    {
      before: `
{ "hotfixes": { "202604.01": "202604.01." } }
                              ^^^^^^^^^^ empty-patch`,
      after: '{ "hotfixes": { "202604.01": "202604.01.1" } }',
    },
  ],
  skipsUsual: true,
  check({ analysis, catalogue, seen, report }) {
    for (const slot of seen.slots) {
      if (slot.spelling !== 'empty-patch') continue;
      report({
        at: trimmedValueRange(analysis.source, slot),
        messageId: 'no-patch',
        data: { value: slot.trimmed },
        fixes: () => completions(analysis, slot, catalogue),
      });
    }
  },
});

/** For the base of the key; for the value's own, where the entry can move there. */
function completions(analysis: Analysis, slot: Slot, catalogue: Catalogue): Fix[] {
  // A part after the missing patch may be what its author meant; it is not thrown away.
  const own = canonicalBase(slot.trimmed);
  if (!own) return [];
  const { base = own } = slot;
  const stays = changeToNext(analysis, slot, base, catalogue);
  return base === own || analysis.lists(own)
    ? stays
    : [...stays, ...moveToNext(analysis, slot, own, catalogue)];
}
