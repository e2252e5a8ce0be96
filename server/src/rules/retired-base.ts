import {
  baseMeant,
  baseRange,
  type ConfigSource,
  type Entry,
  indexFrom,
  quote,
  supportedUntil,
} from '../model/index.ts';
import { hidesAnother } from './hidden.ts';
import { removeProperty } from './remove-property.ts';
import { defineRule } from './rule.ts';

export const retiredBase = defineRule({
  id: 'retired-base',
  level: 'off',
  summary: 'a base whose images are past their support window',
  why: `Images are supported for six calendar months from the day of their base (\`supportWindowMonths\` in \`.hotfixrc.json\`). After
that no cluster should boot them any more, and the entry may go; before that, removing it takes the hotfix away from
nodes that scale out on the old image.`,
  fix: { onRequest: 'Removes the entry, or the field.' },
  messages: {
    retired: 'Images of base {base} were supported until {until}: the hotfix may go.',
  },
  examples: [
    {
      before: `
{ "hotfixes": { "202602.13": "202602.13.6", "202605.05": "202605.05.2" } }
                 ^^^^^^^^^ retired-base`,
      after: '{ "hotfixes": { "202605.05": "202605.05.2" } }',
      today: '2026-08-14',
    },
  ],
  check({ analysis, today, supportWindowMonths, seen, report }) {
    const { source } = analysis;
    for (const slot of seen.slots) {
      const base = baseMeant(slot);
      const until = base && supportedUntil(base, supportWindowMonths);
      // Where there is no hotfix, none can go.
      if (!until || today <= until || slot.spelling === 'empty-value') continue;
      const siblings = slot.in === 'entry' ? slot.field.entries : source.fields;
      const fixes = () => {
        const property = siblings[indexFrom(siblings, slot.key.start)];
        if (!property || hidesAnother(analysis, property) || wakesVersion(source, siblings)) return [];
        const edits = removeProperty(source, property, siblings);
        if (edits.length === 0) return [];
        return [{ title: `Remove ${quote(slot.key.value)}`, safe: false, edits }];
      };
      const range = baseRange(source, slot);
      report({ at: range, message: 'retired', data: { base, until }, fixes });
    }
  },
});

/** Without its last entry the map is empty, and nodes read the `version` beside it. */
function wakesVersion({ fields }: ConfigSource, entries: readonly Entry[]): boolean {
  const left = fields.reduce((count, field) => count + field.entries.length, 0);
  return left === 1 && entries.length === 1 && fields.some(({ name }) => name === 'version');
}
