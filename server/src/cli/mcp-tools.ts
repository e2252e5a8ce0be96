import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import * as z from 'zod';
import { areFiles, asFile, refusePath, refuseSide } from './mcp-paths.ts';
import { asRefusal, type CommandRuns, type Ran } from './mcp-runs.ts';
import { repositoryAbove } from './repositories.ts';
import { CannotWork } from './terminal.ts';

const annotations = { readOnlyHint: true, openWorldHint: false } as const;

const baked = z
  .array(z.string())
  .default([])
  .describe('Baked versions such as "202604.01.0". Without any, all known ones.');
const text = z.string().optional().describe('The text of a config, instead of a file');
const filename = z
  .string()
  .optional()
  .describe('For a text: the path that it has, for its settings and its name in the answer');

/** The tools. Each is a command of the command line. */
export function addTools(server: McpServer, runs: CommandRuns): void {
  const { folder } = runs;

  server.registerTool(
    'check',
    {
      title: 'Check hotfix configs',
      description:
        'Findings in hotfix configs, with places, rules and fixes: the answer of "hotfix-config check --format json".',
      inputSchema: z.strictObject({
        paths: z.array(z.string()).default([]).describe('Configs or folders. Default: the whole folder.'),
        text,
        filename,
        baseline: z
          .string()
          .optional()
          .describe('A git revision, or ./FILE: also report the hotfixes that nodes lose since then'),
        baked,
      }),
      annotations,
    },
    (given) =>
      answer(async () => {
        for (const path of given.paths) refusePath(path, folder);
        if (given.baseline !== undefined) refuseSide(given.baseline, folder);
        const since = given.baseline === undefined ? [] : [`--baseline=${given.baseline}`];
        const flags = ['check', '--format=json', ...since, ...valuesOf('--baked', given.baked)];
        if (given.text === undefined) return runs.run([...flags, '--', ...given.paths]);
        if (given.paths.length > 0) throw new CannotWork('"paths" cannot be combined with "text"');
        return runs.run([...flags, ...named(given.filename, folder), '--', '-'], given.text);
      }),
  );

  server.registerTool(
    'explain',
    {
      title: 'Explain a hotfix config',
      description:
        'What nodes do with a config, and why: the answer of "hotfix-config explain --format json". Use it instead of comparing versions.',
      inputSchema: z.strictObject({
        file: z.string().describe('A config'),
        baked,
        nodes: z.array(z.string()).optional().describe('Images of nodes, to answer for each node'),
      }),
      annotations,
    },
    (given) =>
      answer(async () => {
        refusePath(given.file, folder);
        const nodes = given.nodes === undefined ? [] : ['--nodes=-'];
        const flags = ['explain', '--format=json', ...valuesOf('--baked', given.baked), ...nodes];
        return runs.run([...flags, '--', given.file], given.nodes?.join('\n'));
      }),
  );

  server.registerTool(
    'diff',
    {
      title: 'Compare hotfix configs',
      description:
        'What changes for nodes between two configs, or between two git revisions: the answer of "hotfix-config diff --format json".',
      inputSchema: z.strictObject({
        base: z
          .string()
          .optional()
          .describe('A git revision, a file, or REVISION:FILE. Default: the default branch.'),
        head: z.string().optional().describe('The same. Default: the working tree.'),
        paths: z.array(z.string()).default([]).describe('Only configs at or below these paths'),
        baked,
      }),
      annotations,
    },
    (given) => answer(() => diff(given, runs)),
  );

  server.registerTool(
    'fix',
    {
      title: 'Fix a hotfix config',
      description:
        'The text of a config with the safe fixes applied, as "hotfix-config fix" would write it. Writes nothing.',
      inputSchema: z.strictObject({
        file: z.string().optional().describe('A config'),
        text,
        filename,
        rules: z.array(z.string()).default([]).describe('Rules whose first fix is applied too'),
      }),
      annotations,
    },
    (given) => answer(() => fix(given, runs)),
  );

  server.registerTool(
    'rules',
    {
      title: 'Rules',
      description: 'All rules, or one: the answer of "hotfix-config rules --format json".',
      inputSchema: z.strictObject({ id: z.string().optional().describe('A rule. Without it, all.') }),
      annotations,
    },
    ({ id }) => answer(() => runs.run(['rules', '--format=json', '--', ...(id === undefined ? [] : [id])])),
  );
}

interface Compared {
  readonly base?: string | undefined;
  readonly head?: string | undefined;
  readonly paths: readonly string[];
  readonly baked: readonly string[];
}

function diff({ base, head, paths, baked }: Compared, runs: CommandRuns): Promise<Ran> {
  const { folder } = runs;
  if (base === undefined && head !== undefined)
    throw new CannotWork('"head" needs "base"', 'name both sides');
  const sides = [base, head].filter((side) => side !== undefined);
  for (const side of sides) refuseSide(side, folder);
  for (const path of paths) refusePath(path, folder);
  const isWhole = (repositoryAbove(folder) ?? folder) === folder;
  const isOfFiles = areFiles([base, head], folder);
  // The repository has configs outside of the folder.
  const selected = isWhole || isOfFiles || paths.length > 0 ? paths : ['.'];
  const compared = !isWhole && isOfFiles ? sides.map((side) => asFile(side, folder)) : sides;
  const flags = ['diff', '--format=json', ...valuesOf('--path', selected), ...valuesOf('--baked', baked)];
  return runs.run([...flags, '--', ...compared]);
}

interface ToFix {
  readonly file?: string | undefined;
  readonly text?: string | undefined;
  readonly filename?: string | undefined;
  readonly rules: readonly string[];
}

async function fix({ file, text, filename, rules }: ToFix, runs: CommandRuns): Promise<Ran> {
  if ((file === undefined) === (text === undefined))
    throw new CannotWork('there is nothing to fix, or more than one text', 'pass either "file" or "text"');
  if (file !== undefined) refusePath(file, runs.folder);
  // On standard input, the command writes the fixed text to standard output, and no file.
  const input = file === undefined ? (text ?? '') : await runs.read(file);
  const flags = [...valuesOf('--rule', rules), ...named(file ?? filename, runs.folder)];
  const ran = await runs.run(['fix', ...flags, '--', '-'], input);
  const isChanged = !Buffer.from(ran.out).equals(Buffer.from(input));
  const out = ran.failed ? '' : JSON.stringify({ text: ran.out, changed: isChanged }, null, 2);
  return { ...ran, out };
}

/** With "=", no value can become a flag. */
function valuesOf(flag: string, values: readonly string[]): string[] {
  return values.map((value) => `${flag}=${value}`);
}

function named(filename: string | undefined, folder: string): string[] {
  if (filename === undefined) return [];
  refusePath(filename, folder);
  return [`--stdin-filename=${filename}`];
}

/** The JSON of a command as text and as data. Warnings and errors follow as text. */
async function answer(run: () => Ran | Promise<Ran>): Promise<CallToolResult> {
  let ran: Ran;
  try {
    ran = await run();
  } catch (thrown) {
    ran = asRefusal(thrown);
  }
  const given = resultOf(ran);
  return Buffer.byteLength(JSON.stringify(given)) <= largestAnswer ? given : resultOf(asRefusal(tooLarge));
}

/** In bytes. The client of the SDK closes the connection when it gets a message of more than 10 MB. */
const largestAnswer = 9 * 1024 * 1024;

const tooLarge = new CannotWork(
  `the answer is larger than ${largestAnswer / 1024 / 1024} MB`,
  'name fewer files, or a few baked versions with "baked"',
);

function resultOf({ out, err, failed }: Ran): CallToolResult {
  return {
    content: [out, err].flatMap((part) => (part === '' ? [] : [{ type: 'text', text: part }])),
    ...(out !== '' && { structuredContent: { result: JSON.parse(out), messages: err } }),
    ...(failed && { isError: true }),
  };
}
