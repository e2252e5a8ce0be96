import * as z from 'zod';
import { editorSettingsSchema } from '../../server/src/service/settings/settings.ts';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The manifest with the settings from the code. The rest of it does not change. */
export function withSettings(manifest: string): string {
  const parsed: { contributes?: Record<string, unknown> } = JSON.parse(manifest);
  const contributes = { ...parsed.contributes, configuration: configuration() };
  return `${JSON.stringify({ ...parsed, contributes }, null, 2)}\n`;
}

function configuration() {
  const { properties = {} } = z.toJSONSchema(editorSettingsSchema, { target: 'draft-7', io: 'input' });
  const settings = Object.entries(properties).map(([name, schema]) => [
    `hotfixConfig.${name}`,
    { ...(typeof schema === 'object' ? asSetting(schema) : {}), scope: 'resource' },
  ]);
  const traceSetting = {
    type: 'string',
    enum: ['messages', 'compact', 'verbose'],
    default: 'messages',
    scope: 'window',
    description:
      'How much of each message between the editor and the language server is logged. Takes effect at the log level Trace.',
  };
  const playgroundSetting = {
    type: 'string',
    default: '',
    pattern: '^(https?://.+)?$',
    // A workspace must not choose where configs are opened.
    scope: 'application',
    markdownDescription:
      'Address of a published playground for **Open in Playground**. The config is in the part of the link after `#`, which browsers do not send.',
  };
  return {
    title: 'Hotfix Config',
    properties: Object.fromEntries([
      ...settings,
      ['hotfixConfig.playground', playgroundSetting],
      ['hotfixConfig.trace.server', traceSetting],
    ]),
  };
}

const defaults: Readonly<Record<string, unknown>> = { array: [], object: {}, boolean: true };

/** VS Code renders Markdown only from a separate property, and requires a default. */
function asSetting({ description, ...schema }: JsonSchema) {
  return {
    ...schema,
    default: schema.default ?? defaults[String(schema.type)],
    markdownDescription: description,
  };
}
