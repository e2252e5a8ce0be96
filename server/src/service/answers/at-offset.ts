import {
  type Analysis,
  type Field,
  firstIndex,
  indexFrom,
  type Range,
  type VersionProperty,
  versionPropertyOf,
} from '../../model/index.ts';

/** The entry, `version` or `scripts_version` whose key or value an offset touches. */
export function versionPropertyAt({ source }: Analysis, offset: number): VersionProperty | undefined {
  for (const field of source.fields) {
    const { role, entries } = field;
    if (role === 'entry') {
      const entry = entries[indexFrom(entries, offset + 1) - 1];
      if (entry && (isIn(entry.key, offset) || isIn(entry.value, offset)))
        return versionPropertyOf(entry, field, 'entry');
    } else if (role && (isIn(field.key, offset) || isIn(field.value, offset))) {
      return versionPropertyOf(field, field, role);
    }
  }
  return undefined;
}

/** The field whose key an offset touches. */
export function fieldAt({ source }: Analysis, offset: number): Field | undefined {
  return source.fields.find(({ key }) => isIn(key, offset));
}

/** The properties with a hotfix version that begin inside a range. */
export function versionPropertiesIn({ source }: Analysis, { start, end }: Range): readonly VersionProperty[] {
  return source.fields.flatMap((field) => {
    const { role, key, entries } = field;
    if (role === 'entry') {
      const inside = entries.slice(
        indexFrom(entries, start),
        firstIndex(entries, (entry) => entry.key.start > end),
      );
      return inside.flatMap((entry) => versionPropertyOf(entry, field, 'entry') ?? []);
    }
    return role && start <= key.start && key.start <= end
      ? (versionPropertyOf(field, field, role) ?? [])
      : [];
  });
}

function isIn({ start, end }: Range, offset: number): boolean {
  return start <= offset && offset <= end;
}
