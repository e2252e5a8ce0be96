import {
  type Analysis,
  type Field,
  type FieldName,
  fieldNames,
  keyRange,
  type StringToken,
} from '../model/index.ts';
import { removeProperty } from './edits.ts';
import { defineRule, type Fix } from './rule.ts';

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
  check(context) {
    const { analysis, report } = context;
    const { source } = analysis;
    const lost = (key: StringToken, winner: StringToken, fix: () => Fix) =>
      report({
        ...keyRange(source, key),
        message: 'lost',
        data: { key: key.value },
        unnecessary: true,
        related: [{ ...keyRange(source, winner), message: 'winner' }],
        fixes: () => [fix()],
      });
    for (const name of fieldNames) {
      for (const [loser, winner] of lostFields(source.fields, name)) {
        lost(loser.key, winner.key, () => removal(analysis, loser, source.fields));
      }
    }
    const maps = liveMaps(source.fields);
    for (const [i, map] of maps.entries()) {
      const before = maps[i - 1];
      if (!before) continue;
      const related = [{ ...keyRange(source, before.key), message: 'first' as const }];
      report({ ...keyRange(source, map.key), message: 'merged', data: { key: map.key.value }, related });
    }
    const last = new Map(maps.flatMap(({ entries }) => entries.map(({ key }) => [key.value, key] as const)));
    for (const { entries } of maps) {
      for (const entry of entries) {
        const winner = last.get(entry.key.value);
        if (winner && winner !== entry.key) lost(entry.key, winner, () => removal(analysis, entry, entries));
      }
    }
  },
});

function removal(
  analysis: Analysis,
  property: Parameters<typeof removeProperty>[1],
  siblings: readonly Property[],
) {
  const edits = [removeProperty(analysis.source, property, siblings)];
  return { title: 'Remove the one that a node never sees', safe: false, edits };
}

type Property = Parameters<typeof removeProperty>[1];

/** Pairs of a field that a node loses and the one that it goes by. */
function lostFields(fields: readonly Field[], name: FieldName): [Field, Field][] {
  const all = fields.filter((field) => field.name === name);
  if (name === 'hotfixes') {
    const emptied = all.findLastIndex(({ value }) => value.kind === 'null');
    const winner = all[emptied];
    return winner ? all.slice(0, emptied).map((field) => [field, winner]) : [];
  }
  const winner = all.findLast(({ value }) => value.kind !== 'null') ?? all.at(-1);
  return winner ? all.filter((field) => field !== winner).map((field) => [field, winner]) : [];
}

/** The `hotfixes` objects that a node merges: those after the last `null`. */
function liveMaps(fields: readonly Field[]): Field[] {
  const all = fields.filter(({ name }) => name === 'hotfixes');
  return all.slice(all.findLastIndex(({ value }) => value.kind === 'null') + 1);
}
