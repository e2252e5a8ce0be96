import { getLocation } from 'jsonc-parser';
import {
  type Analysis,
  type Base,
  baseOf,
  type Catalogue,
  deepestRecovery,
  type Edit,
  type FieldName,
  fieldNamed,
  isBase,
  nestingDepth,
  nextVersion,
  type Range,
  type Slot,
  type Version,
  versionAbove,
} from '../model/index.ts';
import { neighbourhood } from './neighbourhood.ts';
import { type Place, placeAt } from './place-at.ts';
import { slotAt } from './places.ts';

/** Something to insert. Its reason is worked out from the version when somebody looks at it. */
export interface CompletionAnswer {
  readonly label: string;
  readonly detail: string;
  readonly version: Version;
  /** The kind of place that the version comes to stand in. */
  readonly in: Slot['in'];
  readonly edit: Edit;
}

const mostBases = 5;

/** What can be written at an offset: bases that are not listed yet, or versions that a node of the base would take. */
export function completionsAt(analysis: Analysis, offset: number, catalogue: Catalogue): CompletionAnswer[] {
  const slot = slotAt(analysis, offset);
  const place = (slot && analysis.isReadable && placeInside(slot, offset)) || placeNear(analysis, offset);
  if (!place) return [];
  const { before, field, base } = place;
  if (field !== 'hotfixes') {
    const isValue = before === 'value' && base === undefined;
    return isValue ? valueCompletions(analysis, place, catalogue, newestBases(slot, catalogue), slot) : [];
  }
  if (base === undefined) return [];
  if (before === 'key') return keyCompletions(analysis, place, catalogue, slot);
  const isValue = before === 'value' && isBase(base);
  return isValue ? valueCompletions(analysis, place, catalogue, [base], slot) : [];
}

/** A place in a field that nodes know, `base` the key inside of it, if it is inside. */
interface PlaceInField extends Place {
  readonly field: FieldName;
  readonly base: string | undefined;
}

/** In a text that nodes can decode: the key or value that an offset is inside of. Nothing has to be read again for it. */
function placeInside({ in: kind, key, value }: Slot, offset: number): PlaceInField | undefined {
  const [field, base] = kind === 'entry' ? (['hotfixes', key.value] as const) : [kind, undefined];
  if (isInside(key, offset))
    return { start: key.start, end: key.end, isQuoted: true, before: 'key', after: 'colon', field, base };
  if (value.kind !== 'string' || !isInside(value, offset)) return undefined;
  return { start: value.start, end: value.end, isQuoted: true, before: 'value', after: 'other', field, base };
}

function isInside({ start, end }: Range, offset: number): boolean {
  return start < offset && offset < end;
}

/** Anywhere in any text, by the tokens around it. */
function placeNear(analysis: Analysis, offset: number): PlaceInField | undefined {
  const { text, shift } = neighbourhood(analysis, offset);
  // jsonc-parser goes as deep as the text does.
  if (nestingDepth(text) > deepestRecovery) return undefined;
  const place = placeAt(text, offset - shift);
  const { path, isAtPropertyKey } = getLocation(text, offset - shift);
  const [name, key, ...deeper] = path;
  const field = typeof name === 'string' ? fieldNamed(name) : undefined;
  if (!field || deeper.length > 0 || isAtPropertyKey !== (place.before === 'key')) return undefined;
  const base = key === undefined ? undefined : String(key);
  return { ...place, start: place.start + shift, end: place.end + shift, field, base };
}

function keyCompletions(
  analysis: Analysis,
  place: Place,
  catalogue: Catalogue,
  slot: Slot | undefined,
): CompletionAnswer[] {
  return [...catalogue.bases].reverse().flatMap((base) => {
    const version = nextVersion(analysis, base, catalogue);
    // A key that is written otherwise than nodes look it up stands for its base alone.
    const isOwn = slot?.base === base && slot.key.value !== base && analysis.claims(base) === 1;
    if (!version || (analysis.lists(base) && !isOwn)) return [];
    const text = place.after === 'colon' ? `"${base}"` : `"${base}": "${version}"${commaBehind(place)}`;
    const baked = catalogue.of(base).length;
    const detail = `${baked} known baked version${baked === 1 ? '' : 's'}`;
    return [{ label: base, detail, version, in: 'entry', edit: insertion(analysis, place, text) }];
  });
}

function valueCompletions(
  analysis: Analysis,
  place: PlaceInField,
  catalogue: Catalogue,
  bases: readonly Base[],
  slot: Slot | undefined,
): CompletionAnswer[] {
  const answer = (version: Version, detail: string) => ({
    label: version,
    detail,
    version,
    in: place.field === 'hotfixes' ? ('entry' as const) : place.field,
    edit: insertion(analysis, place, `"${version}"${commaBehind(place)}`),
  });
  return bases.flatMap((base) => {
    const used = analysis.versionsOf(base, slot);
    const next = versionAbove(base, catalogue, used);
    return [
      ...(next ? [answer(next, 'next patch')] : []),
      ...[...new Set(used)].map((version) => answer(version, 'used in this file')),
    ];
  });
}

/** Another property behind this one wants a comma between them. */
function commaBehind({ after }: Place): string {
  return after === 'property' ? ',' : '';
}

/** `version` may be of any base; its own comes first. */
function newestBases(slot: Slot | undefined, catalogue: Catalogue): Base[] {
  const own = slot?.version ? [baseOf(slot.version)] : [];
  return [...new Set([...own, ...[...catalogue.bases].reverse().slice(0, mostBases)])];
}

/**
 * Inside of a string, what to insert without the quotes that are there: editors compare what somebody has typed with its
 * start, and some replace nothing behind the cursor.
 */
function insertion({ source }: Analysis, { start, end, isQuoted }: Place, text: string): Edit {
  if (!isQuoted) return { start, end, text };
  const isClosed = end - start > 1 && source.text[end - 1] === '"' && text.endsWith('"');
  return { start: start + 1, end: isClosed ? end - 1 : end, text: text.slice(1, isClosed ? -1 : undefined) };
}
