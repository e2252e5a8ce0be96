import type { ConfigSource, Field, Range } from './source.ts';

/** A config as a node holds it in memory. */
export interface Config {
  readonly version: string;
  readonly scriptsVersion: string;
  /** Null where the file has none, which a node treats as an empty one. */
  readonly hotfixes: ReadonlyMap<string, string> | null;
}

/** A value whose type makes the decoder give up on the whole file. */
export interface TypeFault extends Range {
  readonly expected: 'object' | 'string';
  readonly found: Exclude<Field['value']['kind'], 'broken'>;
  /** The field, or the key inside `hotfixes`; undefined for the top-level value. */
  readonly of: string | undefined;
}

export function typeFaults(source: ConfigSource): TypeFault[] {
  const { root, faults } = source;
  if (root && root.kind !== 'object' && root.kind !== 'null') {
    // What is no JSON at all has no type either.
    if (faults.length > 0 || root.kind === 'broken') return [];
    return [{ start: root.start, end: root.end, expected: 'object', found: root.kind, of: undefined }];
  }
  // `202604.01.3` without quotes reads as a number with a stray rest: the rest is the fault.
  const rests = new Set(faults.flatMap(({ code, start }) => (code === 'trailing-comma' ? [] : [start])));
  return source.fields
    .flatMap(fieldTypeFaults)
    .filter(({ found, end }) => found !== 'number' || !rests.has(end));
}

function fieldTypeFaults(field: Field): TypeFault[] {
  if (field.name === undefined) return [];
  const expected = field.name === 'hotfixes' ? 'object' : 'string';
  const found = mistyped(field.key.value, field.value, expected);
  if (found) return [found];
  const others = field.entries.filter(({ value }) => value.kind !== 'string');
  return others.flatMap(({ key, value }) => mistyped(key.value, value, 'string') ?? []);
}

function mistyped(of: string, value: Field['value'], expected: TypeFault['expected']): TypeFault | undefined {
  if (value.kind === expected || value.kind === 'null' || value.kind === 'broken') return undefined;
  return { start: value.start, end: value.end, expected, found: value.kind, of };
}

/** What a node's decoder makes of the file; null when it cannot read it, and then no hotfix applies. */
export function decodeConfig(
  source: ConfigSource,
  faults: readonly TypeFault[] = typeFaults(source),
): Config | null {
  if (source.faults.length > 0 || faults.length > 0) return null;
  let version = '';
  let scriptsVersion = '';
  let hotfixes: Map<string, string> | null = null;
  for (const { name, value, entries } of source.fields) {
    if (name === 'hotfixes') {
      // Objects merge, `null` empties: that is how Go decodes into a map that is already there.
      hotfixes = value.kind === 'null' ? null : (hotfixes ?? new Map<string, string>());
      for (const { key, value } of entries)
        hotfixes?.set(key.value, value.kind === 'string' ? value.value : '');
    } else if (value.kind === 'string') {
      if (name === 'version') version = value.value;
      if (name === 'scripts_version') scriptsVersion = value.value;
    }
  }
  return { version, scriptsVersion, hotfixes };
}
