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
import { versionPropertyAt } from './at-offset.ts';
import { candidatesOf } from './candidates.ts';
import {
  type ClientInsertionPoint,
  type CompletionAnswer,
  commaAfter,
  insertion,
} from './completion-answer.ts';
import { fieldCompletions, skeletons } from './field-completion.ts';
import { type InsertionPoint, insertionPointAt, missingCommaAt } from './insertion-point.ts';
import { nearbyText } from './nearby-text.ts';

/** What a client can do with an answer. */
export interface CompletionOptions {
  readonly catalogue: Catalogue;
  /** The day for support windows, YYYY-MM-DD (UTC). */
  readonly today: string;
  readonly supportWindowMonths?: number | undefined;
  /** The client replaces the closing quote too, so that the caret is after the string and typing continues there. */
  readonly replacesQuotes: boolean;
}

const mostBases = 5;

/** The completions at an offset: a skeleton, fields, bases that are not listed yet, or versions for nodes of the base. */
export function completionsAt(
  analysis: Analysis,
  offset: number,
  options: CompletionOptions,
): CompletionAnswer[] {
  const { catalogue, replacesQuotes } = options;
  if (isBlank(analysis.source.text)) return skeletons(offset, newestIn(analysis, options), analysis.isServed);
  const property = versionPropertyAt(analysis, offset);
  const near =
    (property && analysis.isReadable && pointInside(property, offset)) || pointNear(analysis, offset);
  if (!near) return [];
  const point = { ...near, replacesQuotes };
  const { before, field, base } = point;
  if (field === undefined) return before === 'key' ? fieldCompletions(analysis, point) : [];
  const role = roleOf(field);
  if (!role) return [];
  if (role !== 'entry') {
    const isValue = before === 'value' && base === undefined;
    return isValue
      ? valueCompletions(analysis, point, catalogue, newestBases(property, catalogue), property)
      : [];
  }
  if (base === undefined) return [];
  if (before === 'key') return keyCompletions(analysis, point, catalogue, property);
  const isValue = before === 'value' && isBase(base);
  return isValue ? valueCompletions(analysis, point, catalogue, [base], property) : [];
}

/** The next version of the newest supported base that can apply it. */
function newestIn(analysis: Analysis, options: CompletionOptions): Version | undefined {
  return candidatesOf(analysis, options).find(({ why }) => why === undefined)?.next;
}

/** An insertion point with the field it is in, if any, and the key inside that field, if any. */
interface PointInField extends InsertionPoint {
  readonly field: FieldName | undefined;
  readonly base: string | undefined;
}

/** The key or value that contains an offset, in a text that nodes can decode: no need to scan it again. */
function pointInside({ role, key, value }: VersionProperty, offset: number): PointInField | undefined {
  const [field, base] = [fieldWith[role], role === 'entry' ? key.value : undefined];
  if (isInside(key, offset))
    return { start: key.start, end: key.end, isQuoted: true, before: 'key', after: 'colon', field, base };
  if (value.kind !== 'string' || !isInside(value, offset)) return undefined;
  return { start: value.start, end: value.end, isQuoted: true, before: 'value', after: 'other', field, base };
}

function isInside({ start, end }: Range, offset: number): boolean {
  return start < offset && offset < end;
}

/** In any text, from the tokens around the offset. */
function pointNear(analysis: Analysis, offset: number): PointInField | undefined {
  const { text, shift } = nearbyText(analysis, offset);
  // jsonc-parser recurses as deep as the text.
  if (nestingDepth(text) > deepestRecovery) return undefined;
  const missing = missingCommaAt(text, offset - shift);
  if (missing === undefined) return pointIn(text, offset, shift);
  const completed = `${text.slice(0, missing)},${text.slice(missing + 1)}`;
  const point = pointIn(completed, offset, shift);
  return point?.before === 'key' ? { ...point, missingComma: missing + shift } : pointIn(text, offset, shift);
}

function pointIn(text: string, offset: number, shift: number): PointInField | undefined {
  const point = insertionPointAt(text, offset - shift);
  const { path, isAtPropertyKey } = getLocation(text, offset - shift);
  const [name, key, ...deeper] = path;
  const field = typeof name === 'string' ? fieldNamed(name) : undefined;
  if (deeper.length > 0 || isAtPropertyKey !== (point.before === 'key')) return undefined;
  const moved = { ...point, start: point.start + shift, end: point.end + shift };
  if (path.length === 1 && isAtPropertyKey) return { ...moved, field: undefined, base: undefined };
  if (!field) return undefined;
  const base = key === undefined ? undefined : String(key);
  return { ...moved, field, base };
}

function keyCompletions(
  analysis: Analysis,
  point: ClientInsertionPoint,
  catalogue: Catalogue,
  property: VersionProperty | undefined,
): CompletionAnswer[] {
  return [...catalogue.bases].reverse().flatMap((base) => {
    const version = nextVersion(analysis, base, catalogue);
    // A misspelled key that is the only one of its base can still be replaced by that base.
    const isOwn =
      property?.base === base && property.key.value !== base && analysis.byBase.keyCountOf(base) === 1;
    if (!version || (analysis.byBase.isListed(base) && !isOwn)) return [];
    const text = point.after === 'colon' ? `"${base}"` : `"${base}": "${version}"${commaAfter(point)}`;
    const baked = catalogue.of(base).length;
    const detail = `${baked} known baked version${baked === 1 ? '' : 's'}`;
    const edit = insertion(analysis, point, text);
    const { missingComma } = point;
    return [{ label: base, row: version, detail, edit, missingComma, proposed: { version, role: 'entry' } }];
  });
}

function valueCompletions(
  analysis: Analysis,
  point: PointInField & ClientInsertionPoint,
  catalogue: Catalogue,
  bases: readonly Base[],
  property: VersionProperty | undefined,
): CompletionAnswer[] {
  const answer = (version: Version, detail: string) => ({
    label: version,
    detail,
    edit: insertion(analysis, point, `"${version}"${commaAfter(point)}`),
    proposed: {
      version,
      role: roleOf(point.field) ?? 'entry',
    },
  });
  return bases.flatMap((base) => {
    const used = analysis.byBase.versionsOf(base, property);
    const next = versionAbove(base, catalogue, used);
    return [
      ...(next ? [answer(next, 'next patch')] : []),
      ...[...new Set(used)].map((version) => answer(version, 'used in this file')),
    ];
  });
}

/** `version` can have any base. Its current base comes first. */
function newestBases(property: VersionProperty | undefined, catalogue: Catalogue): Base[] {
  const own = property?.version ? [baseOf(property.version)] : [];
  return [...new Set([...own, ...[...catalogue.bases].reverse().slice(0, mostBases)])];
}
