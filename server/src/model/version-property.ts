import type { Role } from './fields.ts';
import { rangeInside } from './literal.ts';
import type { ConfigSource, Entry, Field, NullNode, Range, StringNode } from './source.ts';
import { isUsual } from './usual.ts';
import {
  type Base,
  baseOf,
  canonicalBase,
  canonicalVersion,
  looseBase,
  patchOf,
  type Version,
} from './version.ts';
import { trimmedRange, trimSpace } from './white-space.ts';

/** A property whose value is a hotfix version: an entry, `version` or `scripts_version`. */
export interface VersionProperty {
  readonly role: Role;
  readonly field: Field;
  readonly key: StringNode;
  readonly value: StringNode | NullNode;
  /** The value as a node uses it: "" for null. */
  readonly trimmed: string;
  /** The canonical spelling of the value, if it has one. */
  readonly version: Version | undefined;
  /** The canonical spelling of an entry's key, if it has one. */
  readonly base: Base | undefined;
  readonly spelling: SpellingFault | undefined;
  readonly comparison: ComparisonFault | undefined;
}

/** What is wrong with the spelling of a value: only the first fault, so that one fault is one finding. */
export type SpellingFault = 'empty-value' | 'empty-patch' | 'malformed-version';
/** Why a correctly spelled version upgrades no node of its base. */
export type ComparisonFault = 'base-mismatch' | 'never-upgrades';

export function versionPropertyOf(
  { key, value }: Entry,
  field: Field,
  role: Role,
): VersionProperty | undefined {
  if (value.kind !== 'string' && value.kind !== 'null') return undefined;
  if (role === 'entry' && value.kind === 'string' && isUsual({ key, value })) {
    const [version, base] = [value.value as Version, key.value as Base];
    const [spelling, comparison] = [undefined, undefined];
    return { role, field, key, value, trimmed: version, version, base, spelling, comparison };
  }
  const trimmed = value.kind === 'string' ? trimSpace(value.value) : '';
  const version = canonicalVersion(trimmed);
  const base = role === 'entry' ? canonicalBase(trimSpace(key.value)) : undefined;
  const spelling = spellingFault(trimmed, version);
  const comparison = version && comparisonFault(version, base);
  return { role, field, key, value, trimmed, version, base, spelling, comparison };
}

/** The base of the nodes that a property is for: the key of an entry, otherwise the base of the version. */
export function baseMeant({ base, version }: Pick<VersionProperty, 'base' | 'version'>): Base | undefined {
  return base ?? (version && baseOf(version));
}

/** The base of the nodes that compare a property's version with their own, even if the version is not canonical. */
export function baseCompared(
  property: Pick<VersionProperty, 'role' | 'base' | 'version' | 'trimmed'>,
): Base | undefined {
  return baseMeant(property) ?? (property.role === 'entry' ? undefined : looseBase(property.trimmed));
}

function spellingFault(trimmed: string, version: Version | undefined): SpellingFault | undefined {
  if (version === trimmed) return undefined;
  if (trimmed === '') return 'empty-value';
  return lacksPatch(trimmed) ? 'empty-patch' : 'malformed-version';
}

function comparisonFault(version: Version, base: Base | undefined): ComparisonFault | undefined {
  if (base !== undefined && baseOf(version) !== base) return 'base-mismatch';
  return patchOf(version) === '0' ? 'never-upgrades' : undefined;
}

/** Whether it is a base with nothing, or only a dot, in place of the patch. */
function lacksPatch(trimmed: string): boolean {
  const [year = '', day = '', patch = ''] = trimmed.split('.');
  return patch === '' && canonicalBase(`${year}.${day}`) !== undefined;
}

/** The value without quotes and surrounding white space. */
export function trimmedValueRange(source: ConfigSource, { value }: VersionProperty): Range {
  if (value.kind === 'null') return value;
  const { start, end } = trimmedRange(value.value);
  return start === end ? value : rangeInside(source.text, value, start, end);
}

/** The base or the patch inside a value that has both. */
export function valuePartRange(
  source: ConfigSource,
  { value }: VersionProperty,
  part: 'base' | 'patch',
): Range {
  if (value.kind === 'null') return value;
  const { start, end } = trimmedRange(value.value);
  const dot = value.value.lastIndexOf('.', end);
  if (part === 'base') return rangeInside(source.text, value, start, dot);
  return rangeInside(source.text, value, dot + 1, end);
}

/** Where the base of a property is written: in the key of an entry, in the value of a field. */
export function baseRange(source: ConfigSource, property: VersionProperty): Range {
  return property.base ? keyRange(source, property.key) : valuePartRange(source, property, 'base');
}

/** A key without its quotes, or with them if it is empty. */
export function keyRange(source: ConfigSource, key: StringNode): Range {
  return key.value === '' ? key : rangeInside(source.text, key, 0, key.value.length);
}
