import {
  type ConfigSource,
  type Entry,
  type Field,
  type FieldName,
  fieldNames,
  keyRange,
} from '../model/index.ts';
import { removeProperty } from './edits.ts';
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
    lost: '{key} stands here twice: a node goes by the other one and never sees this.',
    merged: '{key} stands here twice: a node merges this object into the one before.',
    winner: 'A node goes by this one.',
    first: 'The object before.',
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
    for (const loss of [...fieldNames.flatMap((name) => lostFields(source, name)), ...lostEntries(source)]) {
      const { loser, winner } = loss;
      report({
        ...keyRange(source, loser.key),
        message: 'lost',
        data: { key: loser.key.value },
        unnecessary: true,
        reportedByJsonSupport: jsonSupportSees(loss),
        related: [{ ...keyRange(source, winner.key), message: 'winner' }],
        fixes: () => {
          const edits = [removeProperty(source, loser, loss.siblings)];
          return [{ title: 'Remove the one that a node never sees', safe: false, edits }];
        },
      });
    }
    const maps = mergedMaps(source);
    for (const [i, map] of maps.slice(1).entries()) {
      const first = maps[i] ?? map;
      report({
        ...keyRange(source, map.key),
        message: 'merged',
        data: { key: map.key.value },
        reportedByJsonSupport: jsonSupportSees({
          loser: first,
          winner: map,
          siblings: source.fields,
          sameObject: true,
        }),
        related: [{ ...keyRange(source, first.key), message: 'first' }],
      });
    }
  },
});

interface Loss {
  readonly loser: Entry;
  readonly winner: Entry;
  readonly siblings: readonly Entry[];
  /** Both stand in one object. */
  readonly sameObject: boolean;
}

/** JSON support warns about keys of one object that are the same to the letter. */
function jsonSupportSees({ loser, winner, sameObject }: Loss): JsonLanguage[] {
  return sameObject && loser.key.value === winner.key.value ? ['json', 'jsonc'] : [];
}

function lostFields({ fields }: ConfigSource, name: FieldName): Loss[] {
  const all = fields.filter((field) => field.name === name);
  const isNull = ({ value }: Field) => value.kind === 'null';
  // A null empties the map, and leaves a text as it was.
  const winner =
    name === 'hotfixes' ? all.findLast(isNull) : (all.findLast((field) => !isNull(field)) ?? all.at(-1));
  if (!winner) return [];
  const losers = name === 'hotfixes' ? all.slice(0, all.indexOf(winner)) : all;
  return losers.flatMap((loser) =>
    loser === winner ? [] : [{ loser, winner, siblings: fields, sameObject: true }],
  );
}

/** The `hotfixes` objects that make up a node's map: those after the last `null`. */
function mergedMaps({ fields }: ConfigSource): Field[] {
  const all = fields.filter(({ name }) => name === 'hotfixes');
  return all.slice(all.findLastIndex(({ value }) => value.kind === 'null') + 1);
}

/** Nobody stands twice in a row where each is greater than the one before. */
function isAscending(entries: readonly Entry[]): boolean {
  return entries.every(({ key }, i) => i === 0 || (entries[i - 1]?.key.value ?? '') < key.value);
}

function lostEntries(source: ConfigSource): Loss[] {
  const maps = mergedMaps(source);
  if (maps.length === 1 && maps.every(({ entries }) => isAscending(entries))) return [];
  const placed = maps.flatMap(({ entries }) => entries.map((entry) => ({ entry, entries })));
  const last = new Map(placed.map((place) => [place.entry.key.value, place]));
  return placed.flatMap(({ entry, entries }) => {
    const winner = last.get(entry.key.value);
    if (!winner || winner.entry === entry) return [];
    return [
      { loser: entry, winner: winner.entry, siblings: entries, sameObject: winner.entries === entries },
    ];
  });
}
