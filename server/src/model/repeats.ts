import { isAscending } from './entries.ts';
import { definitionOf, type FieldName, fieldNames } from './fields.ts';
import type { ConfigSource, Entry, Field, SyntaxNode } from './source.ts';

/** A duplicate key or field that a node ignores. */
export interface Repeat {
  readonly ignored: Entry;
  readonly used: Entry;
  readonly siblings: readonly Entry[];
  /** Both are in the same object. */
  readonly sameObject: boolean;
}

export function repeatsIn(source: ConfigSource): Repeat[] {
  return [...fieldNames.flatMap((name) => ignoredFields(source, name)), ...ignoredEntries(source)];
}

/** The values that no node sees: those of ignored repeats, and all values in a map that a later null empties. */
export function ignoredValues(repeats: readonly Repeat[]): ReadonlySet<SyntaxNode> {
  const inside = ({ ignored }: Repeat) => ('entries' in ignored ? (ignored as Field).entries : []);
  return new Set(repeats.flatMap((repeat) => [repeat.ignored, ...inside(repeat)]).map(({ value }) => value));
}

function ignoredFields({ fields }: ConfigSource, name: FieldName): Repeat[] {
  const all = fields.filter((field) => field.name === name);
  const isNull = ({ value }: Field) => value.kind === 'null';
  const merge = definitionOf(name).repeats === 'merge';
  // A null empties the map, but does not change a text.
  const used = merge ? all.findLast(isNull) : (all.findLast((field) => !isNull(field)) ?? all.at(-1));
  if (!used) return [];
  const others = merge ? all.slice(0, all.indexOf(used)) : all;
  // A null before all maps empties nothing.
  const [first, second] = all;
  if (merge && first === used && second)
    return [{ ignored: first, used: second, siblings: fields, sameObject: true }];
  return others.flatMap((ignored) =>
    ignored === used ? [] : [{ ignored, used, siblings: fields, sameObject: true }],
  );
}

/** The `hotfixes` field that findings and answers about the whole map point at: the last one. */
export function lastMap({ fields }: ConfigSource): Field | undefined {
  return fields.findLast(({ role }) => role === 'entry');
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
    const used = last.get(entry.key.value);
    if (!used || used.entry === entry) return [];
    return [{ ignored: entry, used: used.entry, siblings: entries, sameObject: used.entries === entries }];
  });
}
