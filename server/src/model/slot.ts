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

/** A place that holds a hotfix version: an entry's value, or that of a field. */
export interface Slot {
  readonly in: Role;
  readonly field: Field;
  readonly key: StringNode;
  readonly value: StringNode | NullNode;
  /** The value as a node uses it: "" for null. */
  readonly trimmed: string;
  /** The release spelling of the value, where it has one. */
  readonly version: Version | undefined;
  /** The release spelling of an entry's key, where it has one. */
  readonly base: Base | undefined;
  readonly spelling: SpellingFault | undefined;
  readonly comparison: ComparisonFault | undefined;
}

/** What is wrong with the way a value is written: the first that fits, so that one fault is one finding. */
export type SpellingFault = 'empty-value' | 'empty-patch' | 'malformed-version';
/** What keeps the version that is meant from upgrading any node of its base. */
export type ComparisonFault = 'base-mismatch' | 'never-upgrades';

export function slotOf({ key, value }: Entry, field: Field, place: Slot['in']): Slot | undefined {
  if (value.kind !== 'string' && value.kind !== 'null') return undefined;
  if (place === 'entry' && value.kind === 'string' && isUsual({ key, value })) {
    const [version, base] = [value.value as Version, key.value as Base];
    const right = { spelling: undefined, comparison: undefined };
    return { in: place, field, key, value, trimmed: version, version, base, ...right };
  }
  const trimmed = value.kind === 'string' ? trimSpace(value.value) : '';
  const version = canonicalVersion(trimmed);
  const base = place === 'entry' ? canonicalBase(trimSpace(key.value)) : undefined;
  const spelling = spellingFault(trimmed, version);
  const comparison = version && comparisonFault(version, base);
  return { in: place, field, key, value, trimmed, version, base, spelling, comparison };
}

/** The base whose nodes a slot is about: an entry's by its key, a field's by its version. */
export function baseMeant({ base, version }: Pick<Slot, 'base' | 'version'>): Base | undefined {
  return base ?? (version && baseOf(version));
}

/** The base whose nodes may take a slot's version for a higher one, also where it is not written as releases write it. */
export function baseCompared(slot: Pick<Slot, 'in' | 'base' | 'version' | 'trimmed'>): Base | undefined {
  return baseMeant(slot) ?? (slot.in === 'entry' ? undefined : looseBase(slot.trimmed));
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

/** A base with nothing, or only a dot, where the patch should be. */
function lacksPatch(trimmed: string): boolean {
  const [year = '', day = '', patch = ''] = trimmed.split('.');
  return patch === '' && canonicalBase(`${year}.${day}`) !== undefined;
}

/** The value without quotes and surrounding white space. */
export function trimmedValueRange(source: ConfigSource, { value }: Slot): Range {
  if (value.kind === 'null') return value;
  const { start, end } = trimmedRange(value.value);
  return start === end ? value : rangeInside(source.text, value, start, end);
}

/** The base or the patch inside a value that has both. */
export function valuePartRange(source: ConfigSource, { value }: Slot, part: 'base' | 'patch'): Range {
  if (value.kind === 'null') return value;
  const { start, end } = trimmedRange(value.value);
  const dot = value.value.lastIndexOf('.', end);
  if (part === 'base') return rangeInside(source.text, value, start, dot);
  return rangeInside(source.text, value, dot + 1, end);
}

/** The base that a slot is about, where it is written: in an entry's key, in a field's value. */
export function baseRange(source: ConfigSource, slot: Slot): Range {
  return slot.base ? keyRange(source, slot.key) : valuePartRange(source, slot, 'base');
}

/** A key without its quotes; with them when there is nothing between. */
export function keyRange(source: ConfigSource, key: StringNode): Range {
  return key.value === '' ? key : rangeInside(source.text, key, 0, key.value.length);
}
