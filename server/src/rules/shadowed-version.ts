import { mergedMaps } from '../model/index.ts';
import { propertyRange } from './edits.ts';
import { hidesAnother } from './hidden.ts';
import { installersElsewhere, messageUnless } from './installed-elsewhere.ts';
import { moveVersionIntoMap } from './move-version.ts';
import { removeProperty } from './remove-property.ts';
import { defineRule } from './rule.ts';

export const shadowedVersion = defineRule({
  id: 'shadowed-version',
  level: 'warning',
  summary: '`version` beside a `hotfixes` map that has entries',
  why: `\`version\` is the legacy way to name one hotfix. Nodes read it only while \`hotfixes\` is empty or missing. If the map has an entry,
all nodes ignore \`version\`, even those whose base is not listed. The oldest controllers do not know \`hotfixes\` and install any
\`version\`. If such images are on record, the rule names one.`,
  fix: {
    onRequest: 'Removes `version`, or moves it into the map as an entry of its base.',
  },
  messages: {
    shadowed:
      '{value} in "version" is ignored by nodes, because "hotfixes" has an entry. Remove it, or move it into "hotfixes".',
    'installed-elsewhere':
      '{value} in "version" is ignored by nodes that read "hotfixes". Nodes of {other} read only "version" and install it.',
    map: 'Nodes use this map.',
  },
  examples: [
    {
      before: `
{ "version": "202604.01.3", "hotfixes": { "202605.30": "202605.30.1" } }
  ^^^^^^^^^^^^^^^^^^^^^^^^ shadowed-version`,
      after: '{ "hotfixes": { "202605.30": "202605.30.1" } }',
    },
  ],
  skips: 'usual',
  check({ analysis, catalogue, seen, report }) {
    const { source } = analysis;
    const map = mergedMaps(source).find(({ entries }) => entries.length > 0);
    if (!map) return;
    for (const property of seen.versionProperties) {
      if (property.role !== 'pointer' || property.spelling === 'empty-value') continue;
      const installers = installersElsewhere(analysis, property, catalogue);
      report({
        at: propertyRange(property),
        ...messageUnless(installers, 'shadowed', { value: property.trimmed }),
        unnecessary: installers.length === 0,
        related: [{ at: map.key, messageId: 'map' }],
        fixes: () => {
          const edits = removeProperty(source, property.field, source.fields);
          if (edits.length === 0 || hidesAnother(analysis, property)) return [];
          const moved = moveVersionIntoMap(analysis);
          const remove = { title: 'Remove "version"', safe: false, edits };
          return moved ? [remove, { ...moved, safe: false }] : [remove];
        },
      });
    }
  },
});
