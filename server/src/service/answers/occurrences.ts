import {
  type Analysis,
  type Base,
  baseOf,
  type ConfigSource,
  canonicalBase,
  type Edit,
  keyRange,
  patchOf,
  quote,
  type Range,
  trimmedValueRange,
  trimSpace,
  type VersionProperty,
  valuePartRange,
  versionFrom,
} from '../../model/index.ts';
import { replace } from '../../rules/edits.ts';
import { versionPropertyAt } from './at-offset.ts';

/** A base in a key or in a version; of a misspelled one, the whole text. */
export interface Occurrence extends Range {
  readonly base: Base;
  /** The text for another base. */
  readonly renamed: (to: Base) => string;
}

/** The base that an offset touches. */
export function occurrenceAt(analysis: Analysis, offset: number): Occurrence | undefined {
  const property = versionPropertyAt(analysis, offset);
  if (!property) return undefined;
  const [key, value] = [inKey(analysis.source, property), inValue(analysis.source, property)];
  return offset <= property.key.end ? key : value;
}

/** All keys and versions of a base, in the order of the text. */
export function occurrencesOf({ source, versionProperties }: Analysis, base: Base): Occurrence[] {
  return versionProperties
    .flatMap((property) => [inKey(source, property) ?? [], inValue(source, property) ?? []].flat())
    .filter((found) => found.base === base)
    .sort((a, b) => a.start - b.start);
}

function inKey(source: ConfigSource, { role, base, key }: VersionProperty): Occurrence | undefined {
  return role === 'entry' && base ? { ...keyRange(source, key), base, renamed: (to) => to } : undefined;
}

function inValue(source: ConfigSource, property: VersionProperty): Occurrence | undefined {
  const { version, spelling } = property;
  if (!version) return undefined;
  const base = baseOf(version);
  return spelling === undefined
    ? { ...valuePartRange(source, property, 'base'), base, renamed: (to) => to }
    : {
        ...trimmedValueRange(source, property),
        base,
        renamed: (to) => versionFrom(to, patchOf(version)),
      };
}

/** The edits that rename a base everywhere in a config, or why that is not possible. */
export function renameBase(
  analysis: Analysis,
  from: Base,
  typed: string,
): readonly Edit[] | { readonly problem: string } {
  const to = canonicalBase(trimSpace(typed));
  if (!to) return { problem: `${quote(typed)} is not a base (YYYYMM.DD), such as "202608.06".` };
  if (to !== from && analysis.byBase.isListed(to)) return { problem: `Base ${quote(to)} is already listed.` };
  return occurrencesOf(analysis, from).map((found) => replace(found, found.renamed(to)));
}
