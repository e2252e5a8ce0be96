import { isAscending } from './entries.ts';
import { definitionOf, type FieldName, fieldNames } from './fields.ts';
import type { ConfigSource, Entry, Field, SyntaxNode } from './source.ts';

/** A duplicate key or field that a node ignores. */
export interface Repeat {
  readonly loser: Entry;
  readonly winner: Entry;
  readonly siblings: readonly Entry[];
  /** Both are in the same object. */
  readonly sameObject: boolean;
}

export function repeatsIn(source: ConfigSource): Repeat[] {
  return [...fieldNames.flatMap((name) => ignoredFields(source, name)), ...ignoredEntries(source)];
}

/** The values that no node sees: those of ignored repeats, and all values in a map that a later null empties. */
export function ignoredValues(repeats: readonly Repeat[]): ReadonlySet<SyntaxNode> {
  const inside = ({ loser }: Repeat) => ('entries' in loser ? (loser as Field).entries : []);
  return new Set(repeats.flatMap((repeat) => [repeat.loser, ...inside(repeat)]).map(({ value }) => value));
}

function ignoredFields({ fields }: ConfigSource, name: FieldName): Repeat[] {
  const all = fields.filter((field) => field.name === name);
  const isNull = ({ value }: Field) => value.kind === 'null';
  const merge = definitionOf(name).repeats === 'merge';
  // A null empties the map, but does not change a text.
  const winner = merge ? all.findLast(isNull) : (all.findLast((field) => !isNull(field)) ?? all.at(-1));
  if (!winner) return [];
  const losers = merge ? all.slice(0, all.indexOf(winner)) : all;
  // A null before all maps empties nothing.
  const [first, second] = all;
  if (merge && first === winner && second)
    return [{ loser: first, winner: second, siblings: fields, sameObject: true }];
  return losers.flatMap((loser) =>
    loser === winner ? [] : [{ loser, winner, siblings: fields, sameObject: true }],
  );
}

/** The `hotfixes` objects that make up a node's map: those after the last `null`. */
export function mergedMaps({ fields }: ConfigSource): Field[] {
  const all = fields.filter(({ role }) => role === 'entry');
  return all.slice(all.findLastIndex(({ value }) => value.kind === 'null') + 1);
}

function ignoredEntries(source: ConfigSource): Repeat[] {
  const maps = mergedMaps(source);
  if (maps.length === 1 && maps[0] && isAscending(maps[0].entries)) return [];
  const all = maps.flatMap(({ entries }) => entries.map((entry) => ({ entry, entries })));
  const last = new Map(all.map((one) => [one.entry.key.value, one]));
  return all.flatMap(({ entry, entries }) => {
    const winner = last.get(entry.key.value);
    if (!winner || winner.entry === entry) return [];
    return [
      { loser: entry, winner: winner.entry, siblings: entries, sameObject: winner.entries === entries },
    ];
  });
}
