import { keyRange, mergedMaps, type Repeat } from '../model/index.ts';
import { removeProperty } from './remove-property.ts';
import { defineRule, type JsonLanguage } from './rule.ts';

export const duplicateKey = defineRule({
  id: 'duplicate-key',
  level: 'warning',
  summary: 'a base or a field that stands in the file more than once',
  why: `Of a repeated base, \`version\` or \`scripts_version\` a node keeps the later one and silently loses the earlier (a later
\`null\` loses to an earlier string). Repeated \`hotfixes\` objects are merged, entry by entry, and a \`"hotfixes": null\`
empties what came before. Field names are compared without regard to case, bases letter for letter.`,
  fix: { onRequest: 'Removes the one that loses.' },
  messages: {
    ignored: '{key} stands here more than once: a node goes by a later one and never sees this.',
    'null-ignored':
      '{key} stands here more than once: null leaves what stood before, and a node goes by that.',
    merged: '{key} stands here more than once: a node merges this object into the one before.',
    used: 'A node goes by this one.',
    previous: 'The object before.',
  },
  examples: [
    {
      before: `
{ "hotfixes": { "202604.01": "202604.01.2", "202604.01": "202604.01.3" } }
                 ^^^^^^^^^ duplicate-key`,
      after: '{ "hotfixes": { "202604.01": "202604.01.3" } }',
    },
    {
      before: `
{
  "hotfixes": { "202604.01": "202604.01.3" },
  "hotfixes": { "202605.30": "202605.30.1" }
   ^^^^^^^^ duplicate-key
}`,
    },
  ],
  check({ analysis, report }) {
    const { source } = analysis;
    for (const loss of analysis.repeats) {
      const { loser, winner } = loss;
      report({
        at: keyRange(source, loser.key),
        messageId: winner.key.start < loser.key.start ? 'null-ignored' : 'ignored',
        data: { key: loser.key.value },
        unnecessary: true,
        reportedByJsonSupport: jsonSupportSees(loss),
        related: [{ at: keyRange(source, winner.key), messageId: 'used' }],
        fixes: () => {
          const edits = removeProperty(source, loser, loss.siblings);
          if (edits.length === 0) return [];
          return [{ title: 'Remove the one that a node never sees', safe: false, edits }];
        },
      });
    }
    const maps = mergedMaps(source);
    for (const [i, map] of maps.slice(1).entries()) {
      const first = maps[i] ?? map;
      report({
        at: keyRange(source, map.key),
        messageId: 'merged',
        data: { key: map.key.value },
        reportedByJsonSupport: jsonSupportSees({
          loser: first,
          winner: map,
          siblings: source.fields,
          sameObject: true,
        }),
        related: [{ at: keyRange(source, first.key), messageId: 'previous' }],
      });
    }
  },
});

/** JSON support warns about keys of one object that are the same to the letter. */
function jsonSupportSees({ loser, winner, sameObject }: Repeat): JsonLanguage[] {
  return sameObject && loser.key.value === winner.key.value ? ['json', 'jsonc'] : [];
}
