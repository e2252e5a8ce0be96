import {
  Analysis,
  type Base,
  canonicalBase,
  dateMeant,
  editBetween,
  type Field,
  quote,
  trimSpace,
} from '../model/index.ts';
import { hasErrors } from './errors-of-values.ts';
import { movedIntoMap } from './move-version.ts';
import type { Fix } from './rule.ts';

/** A top-level field that is meant as an entry of `hotfixes`. */
interface Misplaced {
  readonly field: Field;
  readonly base: Base;
  readonly version: string;
}

/** The base that a top-level key is, or the one that a date means. */
export function baseMeant(key: string): { base: Base; isDate: boolean } | undefined {
  const trimmed = trimSpace(key);
  const spelled = canonicalBase(trimmed);
  const base = spelled ?? dateMeant(trimmed)?.base;
  return base && { base, isDate: !spelled };
}

/** Each move writes the whole text. */
const mostMoved = 100;

/** Moves the bases among some fields into `hotfixes`: the fixes of each field, and of the first one for all of them. */
export function movesIntoMap(analysis: Analysis, fields: readonly Field[]): (field: Field) => Fix[] {
  const { source } = analysis;
  const maps = source.fields.filter(({ role }) => role === 'entry');
  const [map] = maps;
  const none = () => [];
  if (source.faults.length > 0 || maps.length > 1 || (map && map.value.kind !== 'object')) return none;
  // With its first entry, the map hides "version".
  if (!analysis.hasEntries && source.fields.some(({ role }) => role === 'pointer')) return none;
  const movable = misplacedAmong(analysis, fields);
  if (movable.length > mostMoved) return none;
  const name = map?.key.value ?? 'hotfixes';
  const moving = (moved: readonly Misplaced[], title: string): Fix => {
    const after = moved.reduce(
      (text, { field, base, version }) => movedIntoMap(text, name, field.key.value, base, version),
      source.text,
    );
    return { title: `Move ${title} into "hotfixes"`, safe: false, edits: [editBetween(source.text, after)] };
  };
  return (field) => {
    const own = movable.find((other) => other.field === field);
    if (!own) return [];
    const isFirstOfMany = own === movable[0] && movable.length > 1;
    const all = isFirstOfMany ? [moving(movable, `all ${movable.length} bases`)] : [];
    return [...all, moving([own], quote(field.key.value))];
  };
}

function misplacedAmong(analysis: Analysis, fields: readonly Field[]): Misplaced[] {
  const withBase = fields.flatMap((field) => {
    const base = baseMeant(field.key.value)?.base;
    return base ? [{ field, base, value: field.value }] : [];
  });
  const counts = new Map<Base, number>();
  for (const { base } of withBase) counts.set(base, (counts.get(base) ?? 0) + 1);
  return withBase.flatMap(({ field, base, value }) => {
    if (value.kind !== 'string' || analysis.byBase.isListed(base) || counts.get(base) !== 1) return [];
    const version = value.value;
    const isFaulty = hasErrors(new Analysis(JSON.stringify({ hotfixes: { [base]: version } })));
    return isFaulty ? [] : [{ field, base, version }];
  });
}
