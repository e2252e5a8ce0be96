import {
  type Analysis,
  type Field,
  firstIndex,
  indexFrom,
  type Range,
  type Slot,
  slotOf,
} from '../../model/index.ts';

/** The entry, `version` or `scripts_version` whose key or value an offset touches. */
export function slotAt({ source }: Analysis, offset: number): Slot | undefined {
  for (const field of source.fields) {
    const { role, entries } = field;
    if (role === 'entry') {
      const entry = entries[indexFrom(entries, offset + 1) - 1];
      if (entry && (isIn(entry.key, offset) || isIn(entry.value, offset)))
        return slotOf(entry, field, 'entry');
    } else if (role && (isIn(field.key, offset) || isIn(field.value, offset))) {
      return slotOf(field, field, role);
    }
  }
  return undefined;
}

/** The field whose key an offset touches. */
export function fieldAt({ source }: Analysis, offset: number): Field | undefined {
  return source.fields.find(({ key }) => isIn(key, offset));
}

/** The slots that begin inside a range. */
export function slotsIn({ source }: Analysis, { start, end }: Range): readonly Slot[] {
  return source.fields.flatMap((field) => {
    const { role, key, entries } = field;
    if (role === 'entry') {
      const inside = entries.slice(
        indexFrom(entries, start),
        firstIndex(entries, (entry) => entry.key.start > end),
      );
      return inside.flatMap((entry) => slotOf(entry, field, 'entry') ?? []);
    }
    return role && start <= key.start && key.start <= end ? (slotOf(field, field, role) ?? []) : [];
  });
}

function isIn({ start, end }: Range, offset: number): boolean {
  return start <= offset && offset <= end;
}
