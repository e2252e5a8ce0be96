import * as z from 'zod/mini';
import { problemOf } from '../../glob.ts';
import { basePattern, isBase, isVersion, quote, versionPattern } from '../../model/index.ts';
import { longestGlob, mostGlobs, mostWildcards, plainGlob } from '../../names.ts';
import { levels, rules } from '../../rules/index.ts';
import { agentBakerRecords } from '../catalogue/agentbaker-records.ts';

// The manifest, the schemas and the types of all settings are generated from this definition.

const configurableLevels = ['off', ...levels.toReversed()] as const;
const level = z.enum(configurableLevels);

export const levelsSchema = z.strictObject(
  Object.fromEntries(
    rules.map((rule) => [
      rule.id,
      z.optional(level.check(z.describe(`Flags ${rule.summary}. Default: ${rule.level}.`))),
    ]),
  ),
);

// JSON Schema can express the pattern, but not that a patch has at most 64 bits.
export const bakedVersionText = z.string().check(
  z.refine(isVersion, {
    error: ({ input }) => `${quote(String(input))} is not a baked version such as "202604.01.0"`,
  }),
  z.meta({ pattern: versionPattern.source }),
);

/** A baked version, alone or with details. */
const bakedVersionSchema = z.union([
  bakedVersionText,
  z.strictObject({
    version: bakedVersionText,
    images: z.optional(
      z
        .array(z.string())
        .check(z.describe('Images with this baked version, such as "AKSUbuntu/2204gen2containerd".')),
    ),
    released: z.optional(z.string().check(z.describe('Release date, YYYY-MM-DD.'))),
    controller: z.optional(
      z
        .enum(['none', 'selfupdate', 'patch-only', 'map', 'current'])
        .check(
          z.describe(
            'Generation of the node controller in these images. Default: the recorded generation, otherwise "current".',
          ),
        ),
    ),
  }),
]);

export type BakedVersionSetting = z.infer<typeof bakedVersionSchema>;

const bakedVersionList = z.array(bakedVersionSchema);

/** AgentBaker's file with the current version. */
export const currentVersionFileSchema = z.looseObject({ version: bakedVersionText });

/** A file of baked versions: a list, an object with a list, or AgentBaker's file with the current version. */
export const bakedVersionsFileSchema = z
  .union([
    bakedVersionList,
    z.strictObject({ $schema: z.optional(z.string()), bakedVersions: bakedVersionList }),
    currentVersionFileSchema,
  ])
  .check(
    z.meta({
      title: 'Baked versions',
      description: 'Node controller versions that were built into images.',
    }),
  );

/** Limits, because each path is searched in a workspace that may be untrusted. */
const path = z.string().check(z.minLength(1), z.maxLength(1_000));
const mostPaths = z.maxLength(100);
const glob = z.string().check(
  z.minLength(1),
  z.maxLength(longestGlob),
  z.regex(plainGlob, { error: `it has more than ${mostWildcards} of the characters * ? { [` }),
  z.refine((written) => problemOf(written) === undefined, {
    error: ({ input }) => problemOf(String(input)),
  }),
);

const shared = {
  files: z.optional(
    z
      .array(glob)
      .check(
        z.maxLength(mostGlobs),
        z.describe(
          'Globs of additional hotfix configs. Included without it: `aks-node-controller-hotfix.json` and `anc-hotfix-version.json`, and `*-hotfix.json`, `*.hotfix.json`, `hotfix.json` and `hotfixes.json` if their content looks like a config. A glob with a slash is relative to the folder. A glob without a slash matches file names. `FILE.yaml#KEY` names a key in the ConfigMaps of a manifest; keys that match `*hotfix*.json` are included without it.',
        ),
      ),
  ),
  rules: z.optional(
    levelsSchema.check(
      z.describe('Level of each rule. Levels change what is reported, never what nodes do.'),
    ),
  ),
  bakedVersions: z.optional(
    bakedVersionList.check(
      z.describe(
        'Baked versions of images (YYYYMM.DD.PATCH), in addition to those recorded in the workspace.',
      ),
    ),
  ),
  bundledRecord: z.optional(
    z
      .boolean()
      .check(
        z.describe(
          'Use the bundled record of images for what the settings and the workspace do not define. Default: on.',
        ),
      ),
  ),
  bakedVersionsFrom: z.optional(
    z
      .array(path)
      .check(
        mostPaths,
        z.describe(
          'Folders with release notes (`202604.01.0.txt`) and JSON files with baked versions. `REVISION:PATH`, such as `origin/main:vhdbuilder/release-notes`, reads them from git. Other paths are relative to the project file; in editor settings, to the workspace folder. Default: `vhdbuilder/release-notes` and `pkg/agent/datamodel/linux_sig_version.json`, as in the AgentBaker repository.',
        ),
        z.meta({ default: agentBakerRecords }),
      ),
  ),
};

/** `hotfixConfig.*` in an editor. */
export const editorSettingsSchema = z.object({
  ...shared,
  inlayHints: z.optional(
    z
      .boolean()
      .check(
        z.describe(
          'Show an inlay hint after each entry with the number of known baked versions it upgrades. Default: on.',
        ),
      ),
  ),
  codeLens: z.optional(
    z
      .boolean()
      .check(
        z.describe(
          'Show above `hotfixes` how many known baked versions upgrade, and how many lose a hotfix against HEAD. Default: on.',
        ),
      ),
  ),
});
export type EditorSettings = z.infer<typeof editorSettingsSchema>;

const acceptedLoss = z.strictObject({
  base: z
    .string()
    .check(
      z.refine(isBase, { error: ({ input }) => `${quote(String(input))} is not a base such as "202604.01"` }),
      z.meta({ pattern: basePattern.source }),
      z.describe('The base whose nodes lose a hotfix, such as "202604.01".'),
    ),
  reason: z.string().check(
    z.refine((reason) => reason.trim() !== '', {
      error: 'it is empty; say why nodes of this base may lose their hotfix',
    }),
    z.maxLength(1_000),
    z.meta({ minLength: 1 }),
    z.describe('Why nodes of this base may lose it.'),
  ),
});

/** `.hotfixrc.json`. */
export const projectSettingsSchema = z
  .strictObject({
    $schema: z.optional(z.string()),
    ...shared,
    ignore: z.optional(
      z
        .array(glob)
        .check(
          z.maxLength(mostGlobs),
          z.describe(
            'Globs of files that are not hotfix configs, whatever their name. A glob with a slash is relative to the folder. A glob without a slash matches file names.',
          ),
        ),
    ),
    root: z.optional(
      z
        .boolean()
        .check(z.describe('Ends the search for settings in the folders above, as each project file does.')),
    ),
    supportWindowMonths: z.optional(
      z
        .int()
        .check(z.minimum(1), z.maximum(120), z.describe('Support window of an image in months. Default: 6.')),
    ),
    acceptedLosses: z.optional(
      z
        .array(acceptedLoss)
        .check(
          z.maxLength(1_000),
          z.describe(
            'Losses against a baseline that someone decided to accept. Their findings become information and quote the reason.',
          ),
        ),
    ),
  })
  .check(
    z.meta({
      title: 'Hotfix Config project settings',
      description: 'Settings for every editor and the command line. They override the settings of an editor.',
    }),
  );
export type ProjectSettings = z.infer<typeof projectSettingsSchema>;
