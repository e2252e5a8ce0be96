import * as z from 'zod/mini';
import { definitionOf, fieldNames } from './fields.ts';

/** The zod schema of a config, from which the published JSON Schema is generated. */
export const configSchema = z
  .strictObject({
    $schema: z.optional(
      z.string().check(z.describe('The schema that an editor checks this file with. Nodes ignore it.')),
    ),
    ...optionalFields(),
  })
  .check(
    z.meta({
      title: 'Hotfix config of the AKS node controller',
      description:
        'Which hotfix versions freshly booted nodes upgrade to. A file that cannot be read as strict JSON means that no hotfix applies.',
    }),
  );

function optionalFields(): Record<string, z.ZodMiniType> {
  return Object.fromEntries(fieldNames.map((name) => [name, z.optional(definitionOf(name).schema)]));
}
