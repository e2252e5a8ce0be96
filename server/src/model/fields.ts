import * as z from 'zod/mini';

// The table of fields. Decoding, type faults, the JSON Schema, completion and the texts about fields come from it.
// The patterns are those of version.ts in the dialect of JSON Schema; a test compares them. They are metadata: for a
// node, a string that does not match is still a string.
const base = z.string().check(z.meta({ pattern: '^\\d{6}\\.\\d{2}$' }));
const version = z.string().check(z.meta({ pattern: '^\\d{6}\\.\\d{2}\\.(0|[1-9]\\d*)$' }));

/** Where a node looks for hotfix versions in a field: in its entries, by base, or in its single value. */
export type Role = 'entry' | 'pointer' | 'scripts';

interface FieldDefinition {
  /** A short description. */
  readonly detail: string;
  readonly schema: z.ZodMiniType;
  /**
   * How repeated fields combine. `replace`: the last one counts, and null changes nothing. `merge`: objects merge, and
   * null empties.
   */
  readonly repeats: 'replace' | 'merge';
  /** Only versions in fields with a role are judged. */
  readonly role?: Role;
}

export const fields = {
  hotfixes: {
    detail: 'hotfix versions by base',
    schema: z
      .record(
        base,
        version.check(
          z.describe(
            'The hotfix version (YYYYMM.DD.PATCH) for nodes whose baked version has this base. It needs the same base and a strictly higher patch than theirs.',
          ),
        ),
      )
      .check(
        z.describe(
          'Hotfix versions by base: YYYYMM.DD to YYYYMM.DD.PATCH. A node looks up the base of its baked version, letter for letter; a base that is not listed gets no hotfix.',
        ),
      ),
    repeats: 'merge',
    role: 'entry',
  },
  version: {
    detail: 'the older way to name one hotfix version',
    schema: version.check(
      z.describe(
        'The older way to name one hotfix version (YYYYMM.DD.PATCH). Nodes read it only while "hotfixes" is empty or absent.',
      ),
    ),
    repeats: 'replace',
    role: 'pointer',
  },
  scripts_version: {
    detail: 'the version of the provisioning scripts',
    schema: version.check(
      z.describe(
        'The version (YYYYMM.DD.PATCH) of the provisioning scripts. Independent of "hotfixes" and "version".',
      ),
    ),
    repeats: 'replace',
    role: 'scripts',
  },
} as const satisfies Readonly<Record<string, FieldDefinition>>;

export type FieldName = keyof typeof fields;

export const fieldNames = Object.keys(fields) as FieldName[];

/** What a node holds in memory for a missing field: "" for a text, null for others. */
export type FieldValue<Schema> = Schema extends z.ZodMiniString
  ? string
  : Schema extends z.ZodMiniRecord<z.ZodMiniString, infer Value>
    ? ReadonlyMap<string, z.infer<Value>> | null
    : z.infer<Schema> | null;

export function definitionOf(name: FieldName): FieldDefinition {
  return fields[name];
}

export function roleOf(name: FieldName | undefined): Role | undefined {
  return name && definitionOf(name).role;
}

/** The name of the field with a role. */
export const fieldWith = Object.fromEntries(fieldNames.map((name) => [roleOf(name), name])) as {
  readonly [R in Role]: { [N in FieldName]: (typeof fields)[N] extends { role: R } ? N : never }[FieldName];
};

export function isRole(text: unknown): text is Role {
  return typeof text === 'string' && Object.hasOwn(fieldWith, text);
}

/** The kind of value that a field starts with. */
export function shapeOf(name: FieldName): 'text' | 'list' | 'object' {
  const { type } = definitionOf(name).schema._zod.def;
  return type === 'string' ? 'text' : type === 'array' ? 'list' : 'object';
}

/**
 * Go matches field names by Unicode simple case folding, as the `iu` flags do: it reads `HOTFIXEſ` as `hotfixes`.
 * Keys of the map are compared byte by byte.
 */
const foldedNames = fieldNames.map((name) => [name, new RegExp(`^${name}$`, 'iu')] as const);

export function fieldNamed(key: string): FieldName | undefined {
  return foldedNames.find(([name, folded]) => key === name || folded.test(key))?.[0];
}
