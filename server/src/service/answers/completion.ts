import { getLocation } from 'jsonc-parser';
import {
  type Analysis,
  type Base,
  baseOf,
  type Catalogue,
  deepestRecovery,
  type FieldName,
  fieldNamed,
  fieldWith,
  isBase,
  isBlank,
  nestingDepth,
  nextVersion,
  type Range,
  roleOf,
  type Version,
  type VersionProperty,
  versionAbove,
} from '../../model/index.ts';
import { type CompletionAnswer, commaBehind, insertion, type Target } from './completion-answer.ts';
import { fieldCompletions, skeleton } from './field-completion.ts';
import { neighbourhood } from './neighbourhood.ts';
import { type Place, placeAt } from './place-at.ts';
import { versionPropertyAt } from './places.ts';

/** What a client can do with an answer. */
export interface CompletionOptions {
  readonly catalogue: Catalogue;
  /** It replaces the closing quote too, so that the caret ends after the string and typing goes on. */
  readonly replacesQuotes: boolean;
}

const mostBases = 5;

/**
 * What can be written at an offset: a skeleton, fields, bases that are not listed yet, or versions that a node of the base
 * would take.
 */
export function completionsAt(
  analysis: Analysis,
  offset: number,
  { catalogue, replacesQuotes }: CompletionOptions,
): CompletionAnswer[] {
  if (isBlank(analysis.source.text)) return [skeleton(offset)];
  const property = versionPropertyAt(analysis, offset);
  const near =
    (property && analysis.isReadable && placeInside(property, offset)) || placeNear(analysis, offset);
  if (!near) return [];
  const place = { ...near, replacesQuotes };
  const { before, field, base } = place;
  if (field === undefined) return before === 'key' ? fieldCompletions(analysis, place) : [];
  const role = roleOf(field);
  if (!role) return [];
  if (role !== 'entry') {
    const isValue = before === 'value' && base === undefined;
    return isValue
      ? valueCompletions(analysis, place, catalogue, newestBases(property, catalogue), property)
      : [];
  }
  if (base === undefined) return [];
  if (before === 'key') return keyCompletions(analysis, place, catalogue, property);
  const isValue = before === 'value' && isBase(base);
  return isValue ? valueCompletions(analysis, place, catalogue, [base], property) : [];
}

/** A place in a field that nodes know, `base` the key inside of it, if it is inside; without a field, that of a new one. */
interface PlaceInField extends Place {
  readonly field: FieldName | undefined;
  readonly base: string | undefined;
}

/** In a text that nodes can decode: the key or value that an offset is inside of. Nothing has to be read again for it. */
function placeInside({ role, key, value }: VersionProperty, offset: number): PlaceInField | undefined {
  const [field, base] = [fieldWith[role], role === 'entry' ? key.value : undefined];
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
  if (deeper.length > 0 || isAtPropertyKey !== (place.before === 'key')) return undefined;
  const moved = { ...place, start: place.start + shift, end: place.end + shift };
  if (path.length === 1 && isAtPropertyKey) return { ...moved, field: undefined, base: undefined };
  if (!field) return undefined;
  const base = key === undefined ? undefined : String(key);
  return { ...moved, field, base };
}

function keyCompletions(
  analysis: Analysis,
  place: Target,
  catalogue: Catalogue,
  property: VersionProperty | undefined,
): CompletionAnswer[] {
  return [...catalogue.bases].reverse().flatMap((base) => {
    const version = nextVersion(analysis, base, catalogue);
    // A key that is written otherwise than nodes look it up stands for its base alone.
    const isOwn = property?.base === base && property.key.value !== base && analysis.claims(base) === 1;
    if (!version || (analysis.lists(base) && !isOwn)) return [];
    const text = place.after === 'colon' ? `"${base}"` : `"${base}": "${version}"${commaBehind(place)}`;
    const baked = catalogue.of(base).length;
    const detail = `${baked} known baked version${baked === 1 ? '' : 's'}`;
    const edit = insertion(analysis, place, text);
    return [{ label: base, row: version, detail, edit, proposed: { version, role: 'entry' } }];
  });
}

function valueCompletions(
  analysis: Analysis,
  place: PlaceInField & Target,
  catalogue: Catalogue,
  bases: readonly Base[],
  property: VersionProperty | undefined,
): CompletionAnswer[] {
  const answer = (version: Version, detail: string) => ({
    label: version,
    detail,
    edit: insertion(analysis, place, `"${version}"${commaBehind(place)}`),
    proposed: {
      version,
      role: roleOf(place.field) ?? 'entry',
    },
  });
  return bases.flatMap((base) => {
    const used = analysis.versionsOf(base, property);
    const next = versionAbove(base, catalogue, used);
    return [
      ...(next ? [answer(next, 'next patch')] : []),
      ...[...new Set(used)].map((version) => answer(version, 'used in this file')),
    ];
  });
}

/** `version` may be of any base; its own comes first. */
function newestBases(property: VersionProperty | undefined, catalogue: Catalogue): Base[] {
  const own = property?.version ? [baseOf(property.version)] : [];
  return [...new Set([...own, ...[...catalogue.bases].reverse().slice(0, mostBases)])];
}
