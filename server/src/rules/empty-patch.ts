import {
  type Analysis,
  type Catalogue,
  canonicalBase,
  trimmedValueRange,
  type VersionProperty,
} from '../model/index.ts';
import { changeToNext, moveToNext } from './change-version.ts';
import { defineRule, type Fix } from './rule.ts';

export const emptyPatch = defineRule({
  id: 'empty-patch',
  level: 'error',
  summary: 'a hotfix version without a patch, such as `202604.01.` or `202604.01`',
  why: `Nodes upgrade only to a higher patch. \`202604.01.\` is not a version, and nodes read \`202604.01\` as patch 0, which is not higher
than any baked patch. Either way, nodes of that base boot without the hotfix.`,
  fix: {
    onRequest:
      'Adds the next patch: one above the highest taken patch of the base, else 1. Where the key has another base, uses that base or moves the entry.',
  },
  messages: {
    'no-patch': '{value} is missing its patch, so nodes do not upgrade. Add a patch.',
  },
  examples: [
    {
      before: `
{ "hotfixes": { "202604.01": "202604.01." } }
                              ^^^^^^^^^^ empty-patch`,
      after: '{ "hotfixes": { "202604.01": "202604.01.1" } }',
    },
  ],
  skips: 'usual',
  check({ analysis, catalogue, seen, report }) {
    for (const property of seen.versionProperties) {
      if (property.spelling !== 'empty-patch') continue;
      report({
        at: trimmedValueRange(analysis.source, property),
        messageId: 'no-patch',
        data: { value: property.trimmed },
        fixes: () => completions(analysis, property, catalogue),
      });
    }
  },
});

/** Completes the version for the base of the key, or for its own base if the entry can move there. */
function completions(analysis: Analysis, property: VersionProperty, catalogue: Catalogue): Fix[] {
  // Text after the missing patch may matter to its author, so it is not removed.
  const own = canonicalBase(property.trimmed);
  if (!own) return [];
  const { base = own } = property;
  const stays = changeToNext(analysis, property, base, catalogue);
  return base === own || analysis.byBase.isListed(own)
    ? stays
    : [...stays, ...moveToNext(analysis, property, own, catalogue)];
}
