import * as z from 'zod';
import { editorSettingsSchema } from '../../server/src/service/settings.ts';
import { type Strings, settingPrefix } from './strings.ts';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The manifest with the settings that the code knows, and what they say; everything else in it stays. */
export function withSettings(manifest: string): { manifest: string; strings: Strings } {
  const parsed: { contributes?: Record<string, unknown> } = JSON.parse(manifest);
  const texts = new Map<string, string>();
  const contributes = { ...parsed.contributes, configuration: configuration(texts) };
  return {
    manifest: `${JSON.stringify({ ...parsed, contributes }, null, 2)}\n`,
    strings: Object.fromEntries(texts),
  };
}

const trace =
  'How much of each message between the editor and the language server is written to the output, while its level is Trace.';

function configuration(texts: Map<string, string>) {
  const { properties = {} } = z.toJSONSchema(editorSettingsSchema, { target: 'draft-7', io: 'input' });
  const settings = Object.entries(properties).map(([name, schema]) => [
    `hotfixConfig.${name}`,
    { ...(isSchema(schema) ? asSetting(keyed(schema, settingPrefix + name, texts)) : {}), scope: 'resource' },
  ]);
  const traceSetting = {
    type: 'string',
    enum: ['messages', 'compact', 'verbose'],
    default: 'messages',
    scope: 'window',
    ...keyed({ description: trace }, `${settingPrefix}trace.server`, texts),
  };
  return {
    title: 'Hotfix Config',
    properties: Object.fromEntries([...settings, ['hotfixConfig.trace.server', traceSetting]]),
  };
}

const defaults: Readonly<Record<string, unknown>> = { array: [], object: {}, boolean: true };

/** VS Code renders Markdown only from a property of its own, and wants a default to offer. */
function asSetting({ description, ...schema }: JsonSchema) {
  return {
    ...schema,
    default: schema.default ?? defaults[String(schema.type)],
    markdownDescription: description,
  };
}

/** The schema with a key in the place of each text, which is made of the names that lead there. */
function keyed(schema: JsonSchema, key: string, texts: Map<string, string>): JsonSchema {
  const entries = Object.entries(schema).map(([name, value]): [string, unknown] => {
    if (name === 'description') {
      texts.set(key, String(value));
      return [name, `%${key}%`];
    }
    if (name === 'properties' && isSchema(value)) {
      const properties = Object.entries(value).map(([property, of]) => [
        property,
        isSchema(of) ? keyed(of, `${key}.${property}`, texts) : of,
      ]);
      return [name, Object.fromEntries(properties)];
    }
    if (Array.isArray(value)) return [name, value.map((of) => (isSchema(of) ? keyed(of, key, texts) : of))];
    return [name, isSchema(value) && name !== 'default' ? keyed(value, key, texts) : value];
  });
  return Object.fromEntries(entries);
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
