import { getLocation, type Location } from 'jsonc-parser';
import {
  type Analysis,
  type Base,
  baseOf,
  type Catalogue,
  deepestRecovery,
  type Edit,
  fieldNamed,
  isBase,
  nestingDepth,
  nextVersion,
  type Range,
  type Slot,
  type Version,
} from '../model/index.ts';
import { neighbourhood } from './neighbourhood.ts';
import { type Place, placeAt } from './place-at.ts';
import { slotAt } from './places.ts';

/** Something to insert. Its reason is worked out from the version when somebody looks at it. */
export interface CompletionAnswer {
  readonly label: string;
  readonly detail: string;
  readonly version: Version;
  readonly edit: Edit;
}

const mostBases = 5;

/** What can be written at an offset: bases that are not listed yet, or versions that a node of the base would take. */
export function completionsAt(analysis: Analysis, offset: number, catalogue: Catalogue): CompletionAnswer[] {
  const { text } = analysis.source;
  return answersAt(analysis, offset, catalogue).map((answer) => ({
    ...answer,
    edit: withoutQuotes(text, answer.edit),
  }));
}

/**
 * Inside of a string, what to insert without the quotes that are there: editors compare what somebody has typed with its
 * start, and some replace nothing behind the cursor.
 */
function withoutQuotes(text: string, { start, end, text: inserted }: Edit): Edit {
  if (start === end) return { start, end, text: inserted };
  const isClosed = end - start > 1 && text[end - 1] === '"' && inserted.endsWith('"');
  return {
    start: start + 1,
    end: isClosed ? end - 1 : end,
    text: inserted.slice(1, isClosed ? -1 : undefined),
  };
}

function answersAt(analysis: Analysis, offset: number, catalogue: Catalogue): CompletionAnswer[] {
  const known = knownPlace(analysis, offset);
  if (known) return answersFor(analysis, offset, catalogue, known);
  const near = neighbourhood(analysis, offset);
  // jsonc-parser goes as deep as the text does.
  if (nestingDepth(near.text) > deepestRecovery) return [];
  const place = placeAt(near.text, offset - near.shift);
  const { path, isAtPropertyKey } = getLocation(near.text, offset - near.shift);
  return answersFor(analysis, offset, catalogue, {
    path,
    isAtPropertyKey,
    ...place,
    start: place.start + near.shift,
    end: place.end + near.shift,
  });
}

type PathTo = Place & Pick<Location, 'path' | 'isAtPropertyKey'>;

/** In a text that nodes can decode: the key or value that an offset is inside of. Nothing has to be read again for it. */
function knownPlace(analysis: Analysis, offset: number): PathTo | undefined {
  const slot = analysis.isReadable ? slotAt(analysis, offset) : undefined;
  if (!slot) return undefined;
  const { field, key, value } = slot;
  const path = slot.in === 'entry' ? [field.key.value, key.value] : [field.key.value];
  const isInside = ({ kind, start, end }: typeof value) =>
    kind === 'string' && start < offset && offset < end;
  if (isInside(key)) return { ...rangeOf(key), before: 'key', after: 'colon', path, isAtPropertyKey: true };
  if (!isInside(value)) return undefined;
  return { ...rangeOf(value), before: 'value', after: 'other', path, isAtPropertyKey: false };
}

function rangeOf({ start, end }: Range): Range {
  return { start, end };
}

function answersFor(
  analysis: Analysis,
  offset: number,
  catalogue: Catalogue,
  place: PathTo,
): CompletionAnswer[] {
  const { path, isAtPropertyKey } = place;
  const [field, ...inside] = path;
  const name = typeof field === 'string' ? fieldNamed(field) : undefined;
  const inMap = name === 'hotfixes' && inside.length === 1;
  if (place.before === 'key')
    return inMap && isAtPropertyKey ? keyCompletions(analysis, place, catalogue) : [];
  if (place.before !== 'value' || isAtPropertyKey) return [];
  if (inMap) return valueCompletions(analysis, offset, place, catalogue, String(inside[0]));
  const atField = (name === 'version' || name === 'scripts_version') && inside.length === 0;
  return atField ? valueCompletions(analysis, offset, place, catalogue) : [];
}

function keyCompletions(analysis: Analysis, place: Place, catalogue: Catalogue): CompletionAnswer[] {
  // Another entry behind this one wants a comma between them.
  const comma = place.after === 'string' ? ',' : '';
  return [...catalogue.bases].reverse().flatMap((base) => {
    const version = nextVersion(analysis, base, catalogue);
    if (!version || analysis.lists(base)) return [];
    const text = place.after === 'colon' ? `"${base}"` : `"${base}": "${version}"${comma}`;
    const baked = catalogue.of(base).length;
    const detail = `${baked} known baked version${baked === 1 ? '' : 's'}`;
    return [{ label: base, detail, version, edit: { start: place.start, end: place.end, text } }];
  });
}

function valueCompletions(
  analysis: Analysis,
  offset: number,
  { start, end }: Place,
  catalogue: Catalogue,
  key?: string,
): CompletionAnswer[] {
  const slot = slotAt(analysis, offset);
  const bases = key === undefined ? newestBases(slot, catalogue) : isBase(key) ? [key] : [];
  return bases.flatMap((base) => {
    const next = nextVersion(analysis, base, catalogue, slot);
    const used = usedVersions(analysis, base, slot).filter((version) => version !== next);
    const offers = [
      ...(next ? [{ version: next, detail: 'next patch' }] : []),
      ...used.map((version) => ({ version, detail: 'used in this file' })),
    ];
    return offers.map(({ version, detail }) => ({
      label: version,
      detail,
      version,
      edit: { start, end, text: `"${version}"` },
    }));
  });
}

/** `version` may be of any base; its own comes first. */
function newestBases(slot: Slot | undefined, catalogue: Catalogue): Base[] {
  const own = slot?.version ? [baseOf(slot.version)] : [];
  return [...new Set([...own, ...[...catalogue.bases].reverse().slice(0, mostBases)])];
}

function usedVersions(analysis: Analysis, base: Base, except: Slot | undefined): Version[] {
  const others = analysis.naming(base).filter(({ value }) => value !== except?.value);
  return [...new Set(others.flatMap(({ version }) => version ?? []))];
}
