import { type Command, InvalidArgumentError, Option } from 'commander';
import { isDay } from '../model/index.ts';
import { levels } from '../rules/rule.ts';
import type { Host } from '../service/host.ts';
import type { ExitStatus } from './exit-status.ts';
import type { Terminal } from './terminal.ts';

interface Surroundings {
  readonly terminal: Terminal;
  readonly host: Host;
  readonly command: (name: string) => Command;
  readonly end: (status: ExitStatus) => void;
}

// Each loads what it needs when it is called: the start of the process is most of what a check of one file takes.

export function checkCommand({ terminal, host, command, end }: Surroundings): Command {
  return withRules(command('check'))
    .description('Checks configs and prints what was found.')
    .argument('[path...]', 'configs, or folders of them (default: .); - reads standard input')
    .addOption(
      new Option('--format <format>', 'how to print')
        .choices(['text', 'json', 'github', 'sarif', 'junit'] as const)
        .default('text' as const),
    )
    .addOption(
      new Option('--fail-on <level>', 'the least level that makes the exit status 1')
        .choices(levels)
        .default('error' as const),
    )
    .option(
      '--baseline <revision|file>',
      'find what nodes lose against the merge base with a git revision, or ./FILE',
    )
    .option('--stdin-filename <path>', 'what standard input is called, where - is among the paths')
    .addOption(
      new Option('--color <when>', 'colour the text')
        .choices(['auto', 'always', 'never'] as const)
        .default('auto' as const),
    )
    .addHelpText(
      'after',
      `
Each finding begins with a line "path:line:column: level rule message"; the sum goes to standard error.

Examples:
  hotfix-config check
  hotfix-config check parts/ --baseline origin/main --format github
  hotfix-config check --format sarif > hotfix.sarif
  hotfix-config check - --stdin-filename hotfix.json < draft.json

Exit status:
  0  nothing at or above --fail-on, or no config at all
  1  findings at or above --fail-on
  2  wrong usage, or a broken .hotfixrc.json
  3  a file could not be read, or git failed; what could be checked was checked`,
    )
    .action(async (paths, flags) => {
      const { check } = await import('./check.ts');
      end(await check(paths, { ...notRepeated, ...flags }, terminal, host));
    });
}

export function fixCommand({ terminal, host, command, end }: Surroundings): Command {
  return withRules(command('fix'))
    .description(
      'Applies the safe fixes. A safe fix may make an entry effective that was written correctly but for its spelling; it never takes an upgrade from a node, and never makes an entry effective whose version still has a finding.',
    )
    .argument(
      '[path...]',
      'configs, or folders of them (default: .); - alone fixes standard input to standard output',
    )
    .option('--check', 'change nothing; the exit status is 1 if a file would change', false)
    .option('--comments', 'drop comments too', false)
    .option('--stdin-filename <path>', 'what standard input is called, where - is among the paths')
    .addHelpText(
      'after',
      `
Examples:
  hotfix-config fix
  hotfix-config fix --check parts/
  hotfix-config fix - < draft.json > hotfix.json

Exit status:
  0  every file is fixed, as far as safe fixes go
  1  with --check, a file would change
  2  wrong usage, or a broken .hotfixrc.json
  3  a file could not be read or written; the others are fixed`,
    )
    .action(async (paths, flags) => {
      const { fix } = await import('./fix.ts');
      end(await fix(paths, { ...notRepeated, ...flags }, terminal, host));
    });
}

export function explainCommand({ terminal, host, command, end }: Surroundings): Command {
  return withCatalogue(command('explain'))
    .option('--served <file>', 'what the live-patching service serves to nodes; - reads standard input')
    .option(
      '--nodes <file>',
      'answer for the nodes of "kubectl get nodes -o json", or images a line; - reads standard input',
    )
    .description('Says what nodes of baked versions do with a config, and why.')
    .argument(
      '[file...]',
      'configs, whatever their names; none: a node without a file; - reads standard input',
    )
    .addOption(
      new Option('--format <format>', 'how to print')
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
  0  fine, also for a file that nodes cannot read
  2  wrong usage, a broken .hotfixrc.json, or a list of nodes that cannot be used
  3  a file could not be read`,
    )
    .action(async (files, flags) => {
      const { explainFiles } = await import('./explain.ts');
      end(await explainFiles(files, { ...notRepeated, ...flags }, terminal, host));
    });
}

export function diffCommand({ terminal, host, command, end }: Surroundings): Command {
  return withCatalogue(command('diff'))
    .description('Says for which baked versions nodes do another thing under one config than under another.')
    .argument('<base>', 'a file, or a path at a revision: main:parts/hotfix.json')
    .argument('<head>', 'the same')
    .addOption(
      new Option('--format <format>', 'how to print')
        .choices(['text', 'markdown', 'json'] as const)
        .default('text' as const),
    )
    .addHelpText(
      'after',
      `
Examples:
  hotfix-config diff old.json new.json
  hotfix-config diff origin/main:hotfix.json hotfix.json --format markdown
  hotfix-config diff /dev/null hotfix.json

Exit status:
  0  fine, with or without differences
  2  wrong usage, or a broken .hotfixrc.json
  3  a file or revision could not be read`,
    )
    .action(async (base, head, flags) => {
      const { diff } = await import('./diff.ts');
      end(await diff(base, head, { ...notRepeated, ...flags }, terminal, host));
    });
}

export function rulesCommand({ terminal, command, end }: Surroundings): Command {
  return command('rules')
    .description('Lists the rules, or explains one.')
    .argument('[id]', 'a rule')
    .addHelpText(
      'after',
      `
Examples:
  hotfix-config rules
  hotfix-config rules base-mismatch

Exit status:
  0  fine
  2  wrong usage, or no such rule`,
    )
    .action(async (id) => {
      const { listRules } = await import('./rules.ts');
      end(listRules(id, terminal));
    });
}

/** The flag about rules, where there are findings. */
function withRules(to: Command): Command {
  return withCatalogue(to).addOption(repeatable('--rule <id=level>', 'set the level of a rule; repeatable'));
}

/** The flags about baked versions and the day. */
function withCatalogue(to: Command): Command {
  return to
    .addOption(repeatable('--baked <version>', 'a baked version; repeatable, --baked= is the empty one'))
    .addOption(repeatable('--baked-from <file>', 'a file of baked versions; repeatable'))
    .option('--today <day>', 'the day to judge support windows by, YYYY-MM-DD (UTC)', day);
}

function repeatable(flags: string, description: string): Option {
  const add = (value: string, before: readonly string[] = []) => [...before, value];
  return new Option(flags, description).argParser(add);
}

/** What the repeatable flags are without one: as a default of theirs it would stand in the help, where it says nothing. */
const notRepeated = { rule: [], baked: [], bakedFrom: [] };

function day(text: string): string {
  if (isDay(text)) return text;
  throw new InvalidArgumentError(`${JSON.stringify(text)} is no day; write YYYY-MM-DD.`);
}
