import { keyRange, mergedMaps, type Repeat } from '../model/index.ts';
import { removeProperty } from './remove-property.ts';
import { defineRule, type JsonLanguage } from './rule.ts';

export const duplicateKey = defineRule({
  id: 'duplicate-key',
  level: 'warning',
  summary: 'a base or a field that is defined more than once',
  why: `If a base, \`version\` or \`scripts_version\` is defined more than once, nodes use the last definition and silently ignore the others. A \`null\` for
\`version\` or \`scripts_version\` does not replace an earlier string. Nodes merge duplicate \`hotfixes\` objects entry by entry, and
\`"hotfixes": null\` removes the entries before it. Field names are compared without case, bases byte for byte.`,
  fix: {
    onRequest: 'Removes the definition that nodes ignore.',
  },
  messages: {
    ignored: '{key} is defined more than once. Nodes use a later definition and ignore this one. Remove it.',
    'null-ignored':
      '{key} is defined more than once. Nodes use an earlier definition and ignore this null. Remove it.',
    merged:
      '{key} is defined more than once. Nodes merge this object into the earlier one. Write one object.',
    used: 'Nodes use this definition.',
    previous: 'This is the earlier object.',
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
    for (const repeat of analysis.repeats) {
      const { ignored, used } = repeat;
      report({
        at: keyRange(source, ignored.key),
        messageId: used.key.start < ignored.key.start ? 'null-ignored' : 'ignored',
        data: { key: ignored.key.value },
        unnecessary: true,
        reportedByJsonSupport: jsonSupportSees(repeat),
        related: [{ at: keyRange(source, used.key), messageId: 'used' }],
        fixes: () => {
          const edits = removeProperty(source, ignored, repeat.siblings);
          if (edits.length === 0) return [];
          return [{ title: 'Remove ignored duplicate', safe: false, edits }];
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
          ignored: first,
          used: map,
          siblings: source.fields,
          sameObject: true,
        }),
        related: [{ at: keyRange(source, first.key), messageId: 'previous' }],
      });
    }
  },
});

/** JSON support warns about identical keys in one object. */
function jsonSupportSees({ ignored, used, sameObject }: Repeat): JsonLanguage[] {
  return sameObject && ignored.key.value === used.key.value ? ['json', 'jsonc'] : [];
}
