import * as z from 'zod';
import type { Judged } from '../../server/src/cli/judged.ts';
import { changes, generationTraits } from '../../server/src/model/index.ts';
import { levels, rules } from '../../server/src/rules/index.ts';
import type { Explanation } from '../../server/src/service/answers/explanation.ts';
import type { NodeAnswer } from '../../server/src/service/answers/node-answers.ts';

const position = z.strictObject({
  line: z.int().min(1).describe('From 1.'),
  column: z.int().min(1).describe('From 1, in UTF-16 units.'),
});
const range = z.strictObject({ start: position, end: position.describe('Exclusive.') });

const file = z
  .string()
  .describe('Relative to the working directory, with "/"; "-" is standard input without a name.');

const finding = z.strictObject({
  file,
  ruleId: z.enum(rules.map(({ id }) => id)),
  messageId: z.string().describe("Which of the rule's messages it is."),
  level: z.enum(levels),
  message: z.string().describe('What is wrong, and what a node does because of it.'),
  range,
  fixes: z.array(
    z.strictObject({
      title: z.string(),
      safe: z
        .boolean()
        .describe('Whether it needs no decision and removes no upgrade. "fix" applies it then.'),
      edits: z.array(z.strictObject({ range, text: z.string().describe('The new text.') })),
    }),
  ),
});

const answer = z.strictObject({
  resolved: z.string().describe('The version that was chosen, trimmed; empty where there is none.'),
  upgrade: z.boolean(),
  reason: z.string(),
});

const recorded = z.strictObject({
  generation: z.enum(Object.keys(generationTraits)).describe('What the controller of its images can do.'),
  binary: z.strictObject({
    asks: z.string().nullable().describe('What the installer is given; null where it is not asked.'),
    reason: z.string(),
  }),
  scripts: z.strictObject({
    applies: z.boolean().nullable().describe('Null where its controller has no part in it.'),
    reason: z.string(),
  }),
  images: z.array(
    z.strictObject({
      image: z.string().describe('The folders of its release notes, or its name in settings.'),
      os: z.string().describe('"ID" and "VARIANT_ID" of its os-release; empty where they are not known.'),
      installs: z
        .boolean()
        .nullable()
        .describe('Whether its nodes end with the hotfix binary; null where that is not on record.'),
      reason: z.string(),
    }),
  ),
});

const node: z.ZodType<NodeAnswer> = z.strictObject({
  node: z.string().nullable().describe('Its name; null where only an image is named.'),
  label: z.string().nullable().describe('Its image label; null where it has none.'),
  image: z.string().nullable().describe('Gallery and definition.'),
  baked: z.string().nullable(),
  os: z.string().nullable(),
  generation: z
    .string()
    .nullable()
    .describe('Null for a version that is not on record: it is judged as a current controller.'),
  binary: z.strictObject({
    asks: z.string().nullable(),
    installs: z.boolean().nullable().describe('Null where that is not known.'),
    reason: z.string(),
  }),
  scripts: z.strictObject({ applies: z.boolean().nullable(), reason: z.string() }),
});

const explanation: z.ZodType<
  Explanation & { file: string | null; nodes?: readonly NodeAnswer[] | undefined }
> = z.strictObject({
  file: z.string().nullable().describe('As it was named; null for a node without a file.'),
  readable: z.boolean().describe('Whether nodes can read the file.'),
  error: z.string().nullable().describe('"line:column: message"; null where nodes can read the file.'),
  config: z
    .strictObject({
      version: z.string(),
      scripts_version: z.string(),
      hotfixes: z.record(z.string(), z.string()).nullable(),
    })
    .nullable()
    .describe('As a node decodes it; null where it cannot.'),
  verdicts: z
    .array(
      z.strictObject({
        baked: z.string(),
        binary: answer.describe('What a current controller of that version does.'),
        scripts: answer,
        recorded: recorded.nullable().describe('What its recorded images do; null where none is on record.'),
      }),
    )
    .describe('One for each baked version, in the order that they were named in.'),
  payload: z
    .array(z.string())
    .nullable()
    .optional()
    .describe(
      'The scripts in the payload beside a config of AgentBaker; null if its marker lines do not tell.',
    ),
  staged: z
    .string()
    .nullable()
    .optional()
    .describe('With --served: the text that the file becomes; null if it does not change.'),
  stagedByStamped: z
    .string()
    .nullable()
    .optional()
    .describe('The same on images of the stamped generation, which have an older check.'),
  nodes: z.array(node).optional().describe('A row a node, with --nodes.'),
});

const upgrade = z.string().nullable().describe('The version that nodes ask for; null where they stay.');

const difference: z.ZodType<Omit<Judged, 'baked'> & { baked: string }> = z.strictObject({
  baked: z.string().describe('A baked version whose nodes do another thing.'),
  what: z
    .enum(['binary', 'scripts', 'payload'])
    .describe('"payload": scripts that left or came; their names are the versions.'),
  change: z.enum(changes).describe('Losses first: no hotfix any more, or one with a lower patch.'),
  before: upgrade,
  after: upgrade,
  unknown: z
    .array(z.enum(['before', 'after']))
    .optional()
    .describe('Where nodes ask for the version, and whether they can install it is not on record.'),
  accepted: z.string().optional().describe('The reason of an accepted loss, from ".hotfixrc.json".'),
  supportedUntil: z
    .string()
    .optional()
    .describe('For a loss of nodes past their support window: its last day, YYYY-MM-DD.'),
});

const changedConfig = z.strictObject({
  file,
  status: z.enum(['new', 'deleted', 'moved', 'changed']),
  from: file.optional().describe('The old name of a moved config.'),
  unreadable: z
    .array(z.enum(['before', 'after']))
    .optional()
    .describe('Where current controllers cannot read it.'),
  differences: z.array(difference).describe('Empty if nothing changes for nodes.'),
});

/** The schemas of the command line's output for programs, by path from the root. */
export const outputSchemas = [
  [
    'schemas/check-output.schema.json',
    described(finding, 'check --format json', 'What was found, file by file.'),
  ],
  [
    'schemas/explain-output.schema.json',
    described(explanation, 'explain --format json', 'What nodes do with each file, in the order given.'),
  ],
  [
    'schemas/diff-output.schema.json',
    described(difference, 'diff --format json', 'What changes for nodes between two files, losses first.'),
  ],
  [
    'schemas/diff-repository-output.schema.json',
    described(
      changedConfig,
      'diff --format json',
      'The configs that differ between two revisions, or a revision and the working tree.',
    ),
  ],
] as const;

function described(element: z.ZodType, command: string, description: string): z.ZodType {
  return z.array(element).meta({ title: `Output of hotfix-config ${command}`, description });
}
