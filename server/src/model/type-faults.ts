import type * as z from 'zod/mini';
import { definitionOf, shapeOf } from './fields.ts';
import { mostFindings } from './recover.ts';
import type { ConfigSource, Field, Property, Range, SyntaxNode } from './source.ts';

/** A value whose type makes the decoder reject the whole file. */
export interface TypeFault extends Range {
  readonly expected: 'object' | 'string';
  readonly found: Exclude<SyntaxNode['kind'], 'broken'>;
  /** The field, or the key inside it; undefined for the top-level value. */
  readonly of: string | undefined;
}

export function typeFaults(source: ConfigSource): TypeFault[] {
  const { root, faults } = source;
  if (root && root.kind !== 'object' && root.kind !== 'null') {
    // A word that is not JSON has no type.
    if (faults.length > 0 || root.kind === 'broken') return [];
    return [{ start: root.start, end: root.end, expected: 'object', found: root.kind, of: undefined }];
  }
  const found = firstFaults(source.fields);
  if (found.length === 0) return found;
  // `202604.01.3` without quotes reads as a number and a rest. The rest is the fault.
  const rests = new Set(faults.flatMap(({ code, start }) => (code === 'trailing-comma' ? [] : [start])));
  return found.filter(({ found: kind, end }) => kind !== 'number' || !rests.has(end));
}

/** One more than are listed, so that a list of them is known to be cut off. */
function firstFaults(fields: readonly Field[]): TypeFault[] {
  const found: TypeFault[] = [];
  for (const field of fields)
    for (const fault of faultsOfField(field)) if (found.push(fault) > mostFindings) return found;
  return found;
}

function* faultsOfField({ name, role, key, value, entries }: Field): Generator<TypeFault> {
  if (name === undefined) return;
  const { schema } = definitionOf(name);
  // Versions are strings. This is a shortcut: zod finds the same, but slower.
  if (role === 'entry' && value.kind === 'object') {
    for (const entry of entries)
      if (entry.value.kind !== 'string') yield* faultsIn(schema, entry, within(entry.key.value));
  } else if (!role || value.kind !== 'string' || shapeOf(name) !== 'text')
    yield* faultsIn(schema, { key, value });
}

type Wrap = (value: unknown) => unknown;

/**
 * The faults that zod finds in a value and in the values inside it. Each value is checked alone, so that a repeated
 * key hides nothing. A node accepts null for any type.
 */
function* faultsIn(schema: z.ZodMiniType, { key, value }: Property, wrap: Wrap = same): Generator<TypeFault> {
  if (value.kind === 'null' || value.kind === 'broken') return;
  const issues = schema.safeParse(wrap(samples[value.kind])).error?.issues ?? [];
  const wrong = issues.find(({ code }) => code === 'invalid_type');
  if (wrong) {
    const { start, end, kind: found } = value;
    yield { start, end, expected: expectedBy(wrong), found, of: key.value };
  } else if (value.kind === 'object' && issues.length === 0) {
    for (const property of value.properties)
      yield* faultsIn(schema, property, (inner) => wrap(within(property.key.value)(inner)));
  } else if (value.kind === 'array') {
    for (const item of value.items) yield* faultsIn(schema, { key, value: item }, (inner) => wrap([inner]));
  }
}

const same: Wrap = (value) => value;

/** zod skips a key `__proto__`, but a node does not. */
function within(key: string): Wrap {
  return (value) => ({ [key === '__proto__' ? '_' : key]: value });
}

const samples = { object: {}, array: [], string: '', number: 0, boolean: false } as const;

function expectedBy(issue: z.core.$ZodIssue): TypeFault['expected'] {
  const expected = issue.code === 'invalid_type' ? issue.expected : undefined;
  return expected === 'record' || expected === 'object' ? 'object' : 'string';
}
