import { type ConfigSource, type Edit, type Entry, keyRange } from '../model/index.ts';
import { propertyRange, replace } from './edits.ts';
import { defineRule } from './rule.ts';

export const unsortedEntries = defineRule({
  id: 'unsorted-entries',
  level: 'hint',
  summary: 'entries that are not in ascending order of their bases',
  why: `Nodes ignore the order. Reviewers find a missing or duplicate entry faster in a sorted map.`,
  fix: {
    safe: 'Sorts the entries. Duplicates keep their order, because nodes use the last one.',
  },
  messages: {
    'out-of-order':
      '{key} is not in ascending order: it follows {previous}. Nodes ignore the order. Sort the entries for reviewers.',
    previous: 'The entry belongs in front of this one.',
  },
  examples: [
    {
      before: `
{
  "hotfixes": {
    "202605.30": "202605.30.1",
    "202604.01": "202604.01.3"
     ^^^^^^^^^ unsorted-entries
  }
}`,
      after: `{
  "hotfixes": {
    "202604.01": "202604.01.3",
    "202605.30": "202605.30.1"
  }
}`,
    },
  ],
  check({ analysis, report }) {
    const { source } = analysis;
    for (const { entries } of source.fields) {
      const at = entries.findIndex((entry, i) => compareKeys(entries[i - 1] ?? entry, entry) > 0);
      const [previous, entry] = [entries[at - 1], entries[at]];
      if (!previous || !entry) continue;
      report({
        at: keyRange(source, entry.key),
        messageId: 'out-of-order',
        data: { key: entry.key.value, previous: previous.key.value },
        related: [{ at: keyRange(source, previous.key), messageId: 'previous' }],
        fixes: () => {
          // In a broken text, a comment or a stray comma could end up next to the wrong entry.
          if (source.faults.length > 0) return [];
          return [{ title: 'Sort entries', safe: true, edits: sortEntries(source, entries) }];
        },
      });
    }
  },
});

function compareKeys(a: Entry, b: Entry): number {
  return a.key.value < b.key.value ? -1 : a.key.value > b.key.value ? 1 : 0;
}

/** Each entry replaces another one, so that commas, indentation and line ends stay where they are. */
function sortEntries({ text }: ConfigSource, entries: readonly Entry[]): Edit[] {
  const sorted = entries.toSorted(compareKeys);
  return entries.flatMap((entry, i) => {
    const moved = sorted[i];
    if (!moved || moved === entry) return [];
    const { start, end } = propertyRange(moved);
    return [replace(propertyRange(entry), text.slice(start, end))];
  });
}
