import { type Command, InvalidArgumentError, Option } from 'commander';
import { isDay } from '../model/index.ts';
import { levels } from '../rules/rule.ts';
import type { Host } from '../service/host.ts';
import type { ExitStatus } from './exit-status.ts';
import { formats } from './formats.ts';
import type { Streams, Terminal } from './terminal.ts';

export interface Surroundings {
  readonly terminal: Terminal;
  readonly host: Host;
  readonly command: (name: string) => Command;
  readonly end: (status: ExitStatus) => void;
  /** Runs another command. */
  readonly run: (args: readonly string[], streams: Streams, host: Host) => Promise<ExitStatus>;
}

// Each command loads its code when it runs: start-up is most of the time of a check.

export function checkCommand({ terminal, host, command, end }: Surroundings): Command {
  return withRules(command('check'))
    .description('Checks configs and prints the findings.')
    .argument('[path...]', 'configs or folders (default: .); - reads standard input')
    .addOption(new Option('--format <format>', 'output format').choices(formats).default('text' as const))
    .addOption(repeatable('--output <format=file>', 'write to a file too, in its own format; repeatable'))
    .addOption(
      new Option('--fail-on <level>', 'minimum level that fails the check')
        .choices(levels)
        .default('error' as const),
    )
    .option(
      '--baseline <revision|file>',
      'report lost hotfixes since the merge base with a git revision, or since ./FILE',
    )
    .option('--stdin-filename <path>', 'file name to report for standard input')
    .option('--quiet', 'report only errors')
    .option('--fix', 'apply the safe fixes first')
    .addHelpText(
      'after',
      `
Each finding starts with "path:line:column: level rule message". The summary goes to standard error.

Examples:
  hotfix-config check
  hotfix-config check parts/ --baseline origin/main --format github
  hotfix-config check --format github --output sarif=hotfix.sarif --output markdown=summary.md
  hotfix-config check - --stdin-filename hotfix.json < draft.json

Exit status:
  0  no findings at or above --fail-on, or no config found
  1  findings at or above --fail-on
  2  wrong usage, or invalid .hotfixrc.json
  3  a file could not be read, or git failed; the other files were checked`,
    )
    .action(async (paths, flags) => {
      const all = { ...notRepeated, output: [], quiet: false, ...flags };
      if (flags.fix) {
        const { fixBefore } = await import('./fix.ts');
        await fixBefore(paths, all, terminal, host);
      }
      const { check } = await import('./check.ts');
      end(await check(paths, all, terminal, host));
    });
}

export function fixCommand({ terminal, host, command, end }: Surroundings): Command {
  return withRules(
    command('fix'),
    'apply the first fix of a rule too, or set its level; repeatable',
    '<id[=level]>',
  )
    .description(
      'Applies the safe fixes. A safe fix never removes an upgrade from a node. It can make a misspelled entry effective, but only if its version then has no finding.',
    )
    .argument('[path...]', 'configs or folders (default: .); - alone fixes standard input to standard output')
    .option('--check', 'change nothing; exit with 1 if a file would change')
    .option('--diff', 'print the changes as a unified diff, and change nothing')
    .option('--comments', 'remove comments too')
    .option('--stdin-filename <path>', 'file name to report for standard input')
    .addHelpText(
      'after',
      `
Examples:
  hotfix-config fix
  hotfix-config fix --check parts/
  hotfix-config fix --rule empty-patch --diff
  hotfix-config fix - < draft.json > hotfix.json

Exit status:
  0  all safe fixes were applied
  1  with --check, a file would change
  2  wrong usage, or invalid .hotfixrc.json
  3  a file could not be read or written; the others were fixed`,
    )
    .action(async (paths, flags) => {
      const { fix } = await import('./fix.ts');
      end(await fix(paths, { ...notRepeated, ...notSet, ...flags }, terminal, host));
    });
}

export function explainCommand({ terminal, host, command, end }: Surroundings): Command {
  return withCatalogue(command('explain'))
    .option('--served <file>', 'response of the live-patching service; - reads standard input')
    .option(
      '--nodes <file>',
      'output of "kubectl get nodes -o json", or one image per line; - reads standard input',
    )
    .description('Shows what nodes do with a config, and why.')
    .argument('[file...]', 'configs with any name; none means a node without a file; - reads standard input')
    .addOption(
      new Option('--format <format>', 'output format')
        .choices(['text', 'json'] as const)
        .default('text' as const),
    )
    .addHelpText(
      'after',
      `
Examples:
  hotfix-config explain hotfix.json --baked 202604.01.0 --baked=
  hotfix-config explain hotfix.json --baked-from baked.json
  hotfix-config explain parts/*.json --baked 202604.01.0 --format json
  kubectl get nodes -o json | hotfix-config explain hotfix.json --nodes -
  hotfix-config explain --served served.json

Exit status:
  0  success, also if nodes cannot read a file
  2  wrong usage, invalid .hotfixrc.json or invalid list of nodes
  3  a file could not be read`,
    )
    .action(async (files, flags) => {
      const { explainFiles } = await import('./explain.ts');
      end(await explainFiles(files, { ...notRepeated, ...flags }, terminal, host));
    });
}

export function diffCommand({ terminal, host, command, end }: Surroundings): Command {
  return withCatalogue(command('diff'))
    .description(
      'Compares what nodes do with two configs, or with all configs of a repository at two revisions.',
    )
    .argument(
      '[base]',
      'a git revision, a file, or a file at a revision: main:parts/hotfix.json (default: the default branch)',
    )
    .argument('[head]', 'the same (default: the working tree)')
    .addOption(
      new Option('--format <format>', 'output format')
        .choices(['text', 'markdown', 'json'] as const)
        .default('text' as const),
    )
    .addOption(repeatable('--path <path>', 'compare only configs at or below this path; repeatable'))
    .addOption(exclude())
    .option('--exit-code', 'exit with status 1 if nodes lose a hotfix or get a lower one')
    .addHelpText(
      'after',
      `
With one revision or none, the working tree is compared with its merge base with HEAD. "A B" compares the two revisions,
"A...B" compares B with the merge base of both. A file whose name is also a revision is written ./NAME.

Examples:
  hotfix-config diff
  hotfix-config diff origin/main --format markdown
  hotfix-config diff origin/main HEAD --path parts/
  hotfix-config diff origin/main:hotfix.json hotfix.json
  hotfix-config diff /dev/null hotfix.json

Exit status:
  0  success, with or without differences
  1  with --exit-code: nodes lose a hotfix, or get a lower one
  2  wrong usage, or invalid .hotfixrc.json
  3  a file or revision could not be read; other files were compared`,
    )
    .action(async (base, head, flags) => {
      const { diff } = await import('./diff.ts');
      end(await diff(base, head, { ...notRepeated, path: [], ...flags }, terminal, host));
    });
}

export function rulesCommand({ terminal, command, end }: Surroundings): Command {
  return command('rules')
    .description('Lists the rules, or shows one.')
    .argument('[id]', 'rule to show')
    .addOption(
      new Option('--format <format>', 'output format')
        .choices(['text', 'json'] as const)
        .default('text' as const),
    )
    .addHelpText(
      'after',
      `
Examples:
  hotfix-config rules
  hotfix-config rules base-mismatch
  hotfix-config rules --format json

Exit status:
  0  success
  2  wrong usage, or unknown rule`,
    )
    .action(async (id, flags) => {
      const { listRules } = await import('./rules.ts');
      end(listRules(id, flags, terminal));
    });
}

export function mcpCommand({ terminal, host, command, run }: Surroundings): Command {
  return command('mcp')
    .description('Serves the commands to agents, over the Model Context Protocol.')
    .addHelpText(
      'after',
      `
An MCP client starts it and talks to it on standard input and output. Its tools are check, explain, diff, fix and rules.
They read nothing outside of the working directory, and write nothing.

Examples:
  hotfix-config mcp

Exit status:
  0  the client closed the connection
  2  wrong usage
  3  this build has no MCP server`,
    )
    .action(async () => {
      const { serve } = await import('./mcp-server.ts');
      await serve(terminal, host, run);
    });
}

/** Adds the flag about rules. */
function withRules(
  to: Command,
  description = 'set the level of a rule; repeatable',
  value = '<id=level>',
): Command {
  return withCatalogue(to)
    .addOption(repeatable(`--rule ${value}`, description))
    .addOption(exclude());
}

function exclude(): Option {
  return repeatable('--exclude <glob>', 'leave out files; repeatable');
}

/** Adds the flags about baked versions and the date. */
function withCatalogue(to: Command): Command {
  return to
    .addOption(repeatable('--baked <version>', 'baked version; repeatable; --baked= is the empty one'))
    .addOption(
      repeatable('--baked-from <file>', 'file with baked versions, or REVISION:PATH in git; repeatable'),
    )
    .option('--today <day>', 'date for support windows, YYYY-MM-DD (UTC)', day);
}

function repeatable(flags: string, description: string): Option {
  const add = (value: string, before: readonly string[] = []) => [...before, value];
  return new Option(flags, description).argParser(add);
}

/** Defaults of the repeatable flags. Set here, because commander would print them in the help. */
const notRepeated = { rule: [], baked: [], bakedFrom: [] };
const notSet = { check: false, diff: false, comments: false };

function day(text: string): string {
  if (isDay(text)) return text;
  throw new InvalidArgumentError('write a valid date as YYYY-MM-DD');
}
