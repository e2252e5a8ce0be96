import {
  type Analysis,
  type Catalogue,
  cut,
  type Entry,
  type Field,
  type Range,
  versionPropertyOf,
} from '../../model/index.ts';
import { propertyRange } from '../../rules/edits.ts';
import { short } from './hover.ts';
import { outcomeOf } from './outcome.ts';
import { entriesSentence } from './status.ts';

/** A field or an entry, and what it does. */
export interface OutlineItem extends Range {
  readonly name: string;
  readonly detail: string;
  readonly key: Range;
  readonly kind: 'map' | 'version' | 'ignored';
  readonly items: readonly OutlineItem[];
}

/** An editor has trouble showing more. */
const mostItems = 2_000;

export function outlineOf(analysis: Analysis, catalogue: Catalogue): OutlineItem[] {
  const item = (entry: Entry, rest: Omit<OutlineItem, 'name' | 'key' | 'start' | 'end'>): OutlineItem => ({
    ...propertyRange(entry),
    ...rest,
    // VS Code refuses symbols without a name.
    name: entry.key.value.trim() === '' ? `"${entry.key.value}"` : cut(entry.key.value),
    key: entry.key,
  });
  const version = (entry: Entry, field: Field): OutlineItem => {
    const property = field.role && versionPropertyOf(entry, field, field.role);
    const does = property
      ? [property.trimmed, short(outcomeOf(analysis, property, catalogue), catalogue)]
      : [];
    const detail = does.filter((part) => part !== '').map(cut);
    return item(entry, { detail: detail.join(' · '), kind: property ? 'version' : 'ignored', items: [] });
  };
  return analysis.source.fields.slice(0, mostItems).map((field) => {
    const { role, entries } = field;
    if (role !== 'entry') return version(field, field);
    const detail = analysis.isReadable ? entriesSentence(analysis, catalogue) : 'no entry applies';
    const items = entries.slice(0, mostItems).map((entry) => version(entry, field));
    return item(field, { detail, kind: 'map', items });
  });
}
