import * as z from 'zod/mini';
import { isVersion, quote, versionPattern } from '../../model/index.ts';
import { levels, rules } from '../../rules/index.ts';
import { agentBakerRecords } from '../catalogue/agentbaker-records.ts';

// One definition for the settings of editors and of the project file; manifest, schemas and types come from it.

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

// The pattern is what a JSON Schema can say of it; that a patch has 64 bits at most, it cannot.
export const bakedVersionText = z.string().check(
  z.refine(isVersion, {
    error: ({ input }) =>
      `${quote(String(input))} is not a baked version; write YYYYMM.DD.PATCH, such as "202604.01.0"`,
  }),
  z.meta({ pattern: versionPattern.source }),
);

/** A baked version, alone or with what is known about it. */
const bakedVersionSchema = z.union([
  bakedVersionText,
  z.strictObject({
    version: bakedVersionText,
    images: z.optional(
      z
        .array(z.string())
        .check(z.describe('The images that carry it, such as "AKSUbuntu/2204gen2containerd".')),
    ),
    released: z.optional(z.string().check(z.describe('The day of its release, YYYY-MM-DD.'))),
    controller: z.optional(
      z
        .enum(['none', 'selfupdate', 'patch-only', 'map', 'current'])
        .check(
          z.describe(
            'What the controller of its images can do. Default: what is on record for this version, else "current".',
          ),
        ),
    ),
  }),
]);

export type BakedVersionSetting = z.infer<typeof bakedVersionSchema>;

const bakedVersionList = z.array(bakedVersionSchema);

/** A file of baked versions: a list, an object that holds one, or AgentBaker's own record of the current version. */
export const bakedVersionsFileSchema = z
  .union([
    bakedVersionList,
    z.strictObject({ $schema: z.optional(z.string()), bakedVersions: bakedVersionList }),
    z.looseObject({ version: bakedVersionText }),
  ])
  .check(
    z.meta({
      title: 'Baked versions',
      description: 'Versions of the node controller that images were built with.',
    }),
  );

/** As long and as many as anybody needs: each is looked for in all of a workspace, which may be anybody's. */
const path = z.string().check(z.minLength(1), z.maxLength(1_000));
const mostPaths = z.maxLength(100);
/** Each name in a workspace is matched against each, one character of the glob after another. */
const glob = z.string().check(z.minLength(1), z.maxLength(200));
const mostGlobs = z.maxLength(50);

const shared = {
  files: z.optional(
    z
      .array(glob)
      .check(
        mostGlobs,
        z.describe(
          'Globs of more files that are hotfix configs, beside `aks-node-controller-hotfix.json`, `anc-hotfix-version.json`, `*-hotfix.json`, `*.hotfix.json`, `hotfix.json` and `hotfixes.json`. A glob with a slash is relative to the folder, one without is matched against the name of a file.',
        ),
      ),
  ),
  rules: z.optional(
    levelsSchema.check(
      z.describe('The level of each rule. It changes what is shown, never what a node does.'),
    ),
  ),
  bakedVersions: z.optional(
    bakedVersionList.check(
      z.describe(
        'Versions (YYYYMM.DD.PATCH) that images were built with, beside those that the workspace records.',
      ),
    ),
  ),
  bundledRecord: z.optional(
    z
      .boolean()
      .check(
        z.describe(
          'Whether the record of images that comes with this tool adds what settings and workspace leave open. Default: on.',
        ),
      ),
  ),
  bakedVersionsFrom: z.optional(
    z
      .array(path)
      .check(
        mostPaths,
        z.describe(
          'Folders of release notes (`202604.01.0.txt`) and files of baked versions, relative to the project file or, in the settings of an editor, to the workspace folder. Default: `vhdbuilder/release-notes` and `pkg/agent/datamodel/linux_sig_version.json`, as in the AgentBaker repository.',
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
          'Whether a hint behind each entry says how many known baked versions it upgrades. Default: on.',
        ),
      ),
  ),
});
export type EditorSettings = z.infer<typeof editorSettingsSchema>;

/** `.hotfixrc.json`. */
export const projectSettingsSchema = z
  .strictObject({
    $schema: z.optional(z.string()),
    ...shared,
    supportWindowMonths: z.optional(
      z
        .int()
        .check(
          z.minimum(1),
          z.maximum(120),
          z.describe('How many months an image is supported. Default: 6.'),
        ),
    ),
  })
  .check(
    z.meta({
      title: 'Hotfix Config project settings',
      description: 'Settings for every editor and the command line. They win over the settings of an editor.',
    }),
  );
export type ProjectSettings = z.infer<typeof projectSettingsSchema>;
