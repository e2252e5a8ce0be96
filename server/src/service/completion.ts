import { getLocation } from 'jsonc-parser';
import {
  type Analysis,
  type Base,
  baseOf,
  type Catalogue,
  type Edit,
  fieldNamed,
  isBase,
  nextVersion,
  type Range,
  type Slot,
  type Version,
} from '../model/index.ts';
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
  const location = getLocation(text, offset);
  const [field, ...inside] = location.path;
  const name = typeof field === 'string' ? fieldNamed(field) : undefined;
  if (name === 'hotfixes' && inside.length === 1) {
    if (location.isAtPropertyKey) return keyCompletions(analysis, offset, catalogue);
    return valueCompletions(analysis, offset, catalogue, String(inside[0]));
  }
  const atField = (name === 'version' || name === 'scripts_version') && inside.length === 0;
  return atField && !location.isAtPropertyKey ? valueCompletions(analysis, offset, catalogue) : [];
}

function keyCompletions(analysis: Analysis, offset: number, catalogue: Catalogue): CompletionAnswer[] {
  const { text, fields } = analysis.source;
  const token = stringAround(text, offset);
  const own = fields.flatMap(({ entries }) => entries).find(({ key }) => key.start === token.start);
  const listed = new Set(fields.flatMap(({ entries }) => entries.map(({ key }) => key.value)));
  const hasValue = own !== undefined || /^\s*:/.test(text.slice(token.end, token.end + 100));
  // Another entry behind this one wants a comma between them.
  const comma = /^\s*"/.test(text.slice(token.end, token.end + 1000)) ? ',' : '';
  return [...catalogue.bases].reverse().flatMap((base) => {
    const version = nextVersion(analysis, base, catalogue);
    if (!version || listed.has(base)) return [];
    const entry = hasValue ? `"${base}"` : `"${base}": "${version}"${comma}`;
    const baked = catalogue.of(base).length;
    const detail = `${baked} known baked version${baked === 1 ? '' : 's'}`;
    return [{ label: base, detail, version, edit: { ...token, text: entry } }];
  });
}

function valueCompletions(
  analysis: Analysis,
  offset: number,
  catalogue: Catalogue,
  key?: string,
): CompletionAnswer[] {
  const token = stringAround(analysis.source.text, offset);
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
      edit: { ...token, text: `"${version}"` },
    }));
  });
}

/** `version` may be of any base; its own comes first. */
function newestBases(slot: Slot | undefined, catalogue: Catalogue): Base[] {
  const own = slot?.version ? [baseOf(slot.version)] : [];
  return [...new Set([...own, ...[...catalogue.bases].reverse().slice(0, mostBases)])];
}

function usedVersions({ slots }: Analysis, base: Base, except: Slot | undefined): Version[] {
  const versions = slots.flatMap((slot) => (slot !== except && slot.version ? [slot.version] : []));
  return [...new Set(versions)].filter((version) => baseOf(version) === base);
}

/** The string that an offset is in, quotes included, closed or not; an empty range where it is in none. */
function stringAround(text: string, offset: number): Range {
  const before = /"[^"\r\n]*$/.exec(text.slice(lineStart(text, offset), offset))?.[0];
  if (before === undefined || !isInString(text, offset)) return { start: offset, end: offset };
  const after = /^[^"\r\n]*"/.exec(text.slice(offset, offset + 200))?.[0] ?? '';
  const closes = after !== '' && !/[:,{}]/.test(after);
  return { start: offset - before.length, end: offset + (closes ? after.length : 0) };
}

function isInString(text: string, offset: number): boolean {
  const quotes = text.slice(lineStart(text, offset), offset).match(/(?<!\\)"/g);
  return (quotes?.length ?? 0) % 2 === 1;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}
