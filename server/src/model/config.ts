import { definitionOf, type FieldName, type FieldValue, fieldNames, type fields, shapeOf } from './fields.ts';
import type { ConfigSource, Field, SyntaxNode } from './source.ts';
import { type TypeFault, typeFaults } from './type-faults.ts';

/** A config as a node holds it in memory. */
export type Config = { readonly [Name in FieldName]: FieldValue<(typeof fields)[Name]['schema']> };

export const emptyConfig = Object.fromEntries(
  fieldNames.map((name) => [name, shapeOf(name) === 'text' ? '' : null]),
) as Config;

/** The config as a node decodes it; null if it cannot read the file, and then no hotfix applies. */
export function decodeConfig(
  source: ConfigSource,
  faults: readonly TypeFault[] = typeFaults(source),
): Config | null {
  if (source.faults.length > 0 || faults.length > 0) return null;
  const decoded: Record<FieldName, unknown> = { ...emptyConfig };
  for (const { name, value } of source.fields)
    if (name) decoded[name] = decodeField(name, value, decoded[name], source.text);
  return decoded as Config;
}

function decodeField(name: FieldName, value: Field['value'], before: unknown, text: string): unknown {
  if (definitionOf(name).repeats === 'replace') return says(value) ? decoded(value, text) : before;
  // Objects merge and `null` empties, as when Go decodes into an existing map.
  if (value.kind !== 'object') return null;
  const map = before instanceof Map ? before : new Map<string, unknown>();
  for (const { key, value: inner } of value.properties) map.set(key.value, decoded(inner, text));
  return map;
}

function decoded(value: SyntaxNode, text: string): unknown {
  if (value.kind === 'string') return value.value;
  return says(value) ? JSON.parse(text.slice(value.start, value.end)) : '';
}

function says({ kind }: SyntaxNode): boolean {
  return kind !== 'null' && kind !== 'broken';
}
