import * as z from 'zod';
import { configSchema } from '../../server/src/model/config-schema.ts';
import { levels, rules } from '../../server/src/rules/index.ts';
import {
  bakedVersionsFileSchema,
  projectSettingsSchema,
} from '../../server/src/service/settings/settings.ts';
import { outputSchemas } from './output-schemas.ts';

type JsonSchema = Readonly<Record<string, unknown>>;

/** The published schemas and, for files with findings in the editor, the lenient schemas of the extension. */
export function schemas(): [path: string, content: string][] {
  const config = strict(configSchema);
  const project = strict(projectSettingsSchema);
  return [
    ['schemas/hotfix-config.schema.json', print(config)],
    ['schemas/hotfix-config.lenient.schema.json', print(withoutSuggestions(lenient(config)))],
    ['schemas/hotfixrc.schema.json', print(project)],
    // VS Code warns about trailing commas in other files with comments.
    [
      'schemas/hotfixrc.lenient.schema.json',
      print({ ...withSnippets(lenient(project)), allowTrailingCommas: true }),
    ],
    ['schemas/baked-versions.schema.json', print(strict(bakedVersionsFileSchema))],
    ...outputSchemas.map(([path, schema]): [string, string] => [path, print(strict(schema))]),
  ];
}

function strict(schema: z.core.$ZodType): JsonSchema {
  return z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });
}

/**
 * The same schema without constraints: it completes and describes, and the server reports all findings. Enumerated
 * values stay as examples, which editors complete from.
 */
function lenient(schema: JsonSchema): JsonSchema {
  const kept = ['$schema', 'title', 'description', 'properties', 'additionalProperties', 'items', 'anyOf'];
  const entries = Object.entries(schema).flatMap(([name, value]): [string, unknown][] => {
    if (name === 'enum') return [['examples', value]];
    if (!kept.includes(name) || value === false) return [];
    if (name === 'properties' && isSchema(value)) {
      return [[name, Object.fromEntries(Object.entries(value).map(([key, of]) => [key, lenientOf(of)]))]];
    }
    return [[name, Array.isArray(value) ? value.map(lenientOf) : lenientOf(value)]];
  });
  return Object.fromEntries(entries);
}

/** The server completes fields with their values. VS Code would list the bare names again. */
function withoutSuggestions(schema: JsonSchema): JsonSchema {
  const properties = isSchema(schema['properties']) ? Object.entries(schema['properties']) : [];
  const quiet = properties.map(([name, of]) => [
    name,
    isSchema(of) && name !== '$schema' ? { ...of, doNotSuggest: true } : of,
  ]);
  return { ...schema, properties: Object.fromEntries(quiet) };
}

/** What VS Code offers in an empty project file and for its settings. `body` has the syntax of its snippets. */
function withSnippets(schema: JsonSchema): JsonSchema {
  const level = `\${2|${['off', ...levels].join(',')}|}`;
  const rule = { [`\${1|${rules.map(({ id }) => id).join(',')}|}`]: level };
  const choice = (at: number, text: string) => `\${${at}:${text}}`;
  const reason = choice(2, 'Why nodes of this base may lose their hotfix');
  const accepted = [{ base: choice(1, '202604.01'), reason }];
  const bodies: Readonly<Record<string, unknown>> = {
    rules: rule,
    acceptedLosses: accepted,
    bakedVersions: [choice(1, '202604.01.0')],
    bakedVersionsFrom: [choice(1, 'origin/main:vhdbuilder/release-notes')],
    files: [choice(1, 'config/*.json')],
    ignore: [choice(1, 'test/**')],
  };
  const snippet = (label: string, body: unknown) => ({ label, description: 'Hotfix Config', body });
  const properties = isSchema(schema['properties']) ? Object.entries(schema['properties']) : [];
  const own = properties.map(([name, of]) => {
    const body = bodies[name];
    return [name, body && isSchema(of) ? { ...of, defaultSnippets: [snippet(name, body)] } : of];
  });
  return {
    ...schema,
    properties: Object.fromEntries(own),
    defaultSnippets: [
      snippet('Change the level of a rule', { rules: rule }),
      snippet('Accept a loss', { acceptedLosses: accepted }),
      snippet('Name more configs', { files: bodies['files'] }),
    ],
  };
}

function lenientOf(value: unknown): unknown {
  return isSchema(value) ? lenient(value) : value;
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function print(schema: JsonSchema): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}
