import * as z from 'zod/mini';

// The shape of a config, said once; the JSON Schemas are generated from it. The patterns are those of version.ts in the
// dialect of JSON Schema; a test holds the two together.
const base = z.string().check(z.regex(/^\d{6}\.\d{2}$/));
const version = z.string().check(z.regex(/^\d{6}\.\d{2}\.(0|[1-9]\d*)$/));

export const configSchema = z
  .strictObject({
    $schema: z.optional(
      z.string().check(z.describe('The schema that an editor checks this file with. Nodes ignore it.')),
    ),
    hotfixes: z.optional(
      z
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
    ),
    version: z.optional(
      version.check(
        z.describe(
          'The older way to name one hotfix version (YYYYMM.DD.PATCH). Nodes read it only while "hotfixes" is empty or absent.',
        ),
      ),
    ),
    scripts_version: z.optional(
      version.check(
        z.describe(
          'The version (YYYYMM.DD.PATCH) of the provisioning scripts. Independent of "hotfixes" and "version".',
        ),
      ),
    ),
  })
  .check(
    z.meta({
      title: 'Hotfix config of the AKS node controller',
      description:
        'Which hotfix versions freshly booted nodes upgrade to. A file that cannot be read as strict JSON means that no hotfix applies.',
    }),
  );
