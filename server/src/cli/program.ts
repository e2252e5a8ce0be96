import { Argument, Command, CommanderError, Option } from 'commander';
import { version } from '../../package.json';
import { levels } from '../rules/index.ts';
import type { Host } from '../service/host.ts';
import { CannotWork, type Terminal, WrongUsage } from './terminal.ts';

/** What the process ends with. */
const exitStatus = { fine: 0, findings: 1, usage: 2, failed: 3 } as const;

/** Runs the command line and answers with its exit status; what a user did wrong is told, never thrown. */
export async function run(args: readonly string[], terminal: Terminal, host: Host): Promise<number> {
  let found = false;
  const program = command('hotfix-config', terminal)
    .description('Checks the AKS node controller hotfix config exactly as a node reads it.')
    .version(version)
    .helpCommand(false);
  for (const sub of subcommands(terminal, host, () => {
    found = true;
  })) {
    program.addCommand(sub);
  }
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? exitStatus.fine : exitStatus.usage;
    if (!(thrown instanceof CannotWork || thrown instanceof WrongUsage)) throw thrown;
    terminal.err(`hotfix-config: ${thrown.message}\n`);
    return thrown instanceof CannotWork ? exitStatus.failed : exitStatus.usage;
  }
  return found ? exitStatus.findings : exitStatus.fine;
}

/** Each loads what it needs when it is called: the start of the process is most of what a check of one file takes. */
function subcommands(terminal: Terminal, host: Host, setFound: () => void): Command[] {
  const note = (found: boolean) => {
    if (found) setFound();
  };
  return [
    withRules(command('check', terminal))
      .description('Checks configs and prints what was found.')
      .argument('[path...]', 'configs, or folders of them; - reads standard input', [])
      .addOption(
        new Option('--format <format>', 'how to print')
          .choices(['text', 'json', 'github', 'sarif', 'junit'])
          .default('text'),
      )
      .addOption(
        new Option('--fail-on <level>', 'the least level that makes the exit status 1')
          .choices(levels)
          .default('error'),
      )
      .option('--baseline <revision|file>', 'warn of what nodes lose against a git revision or a file')
      .option('--stdin-filename <path>', 'what standard input is called')
      .addOption(
        new Option('--color <when>', 'colour the text').choices(['auto', 'always', 'never']).default('auto'),
      )
      .addHelpText(
        'after',
        examples(
          'check',
          'check parts/ --baseline origin/main --format github',
          'check - --stdin-filename hotfix.json < draft.json',
        ),
      )
      .action(async (paths, flags) => {
        const { check } = await import('./check.ts');
        note(await check(paths, flags, terminal, host));
      }),
    withRules(command('fix', terminal))
      .description('Applies the safe fixes: those that need no judgement and take no upgrade away.')
      .argument('[path...]', 'configs, or folders of them; - fixes standard input to standard output', [])
      .option('--check', 'change nothing; the exit status is 1 if a file would change', false)
      .option('--comments', 'drop comments too', false)
      .option('--stdin-filename <path>', 'what standard input is called')
      .addHelpText('after', examples('fix', 'fix --check parts/', 'fix - < draft.json > hotfix.json'))
      .action(async (paths, flags) => {
        const { fix } = await import('./fix.ts');
        const changed = await fix(paths, flags, terminal, host);
        note(changed && flags.check);
      }),
    withCatalogue(command('explain', terminal))
      .description('Says what nodes of baked versions do with a config, and why.')
      .argument('<file...>', 'configs, whatever their names; - reads standard input')
      .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
      .addHelpText(
        'after',
        examples(
          'explain hotfix.json --baked 202604.01.0 --baked=',
          'explain hotfix.json --baked-from baked.json',
        ),
      )
      .action(async (files, flags) => {
        const { explain } = await import('./explain.ts');
        await explain(files, { ...flags, rule: [] }, terminal, host);
      }),
    withCatalogue(command('diff', terminal))
      .description(
        'Says for which baked versions nodes do another thing under one config than under another.',
      )
      .argument('<base>', 'a file, or a path at a revision: main:parts/hotfix.json')
      .argument('<head>', 'the same')
      .addOption(
        new Option('--format <format>', 'how to print').choices(['text', 'markdown', 'json']).default('text'),
      )
      .addHelpText(
        'after',
        examples('diff old.json new.json', 'diff origin/main:hotfix.json hotfix.json --format markdown'),
      )
      .action(async (base, head, flags) => {
        const { diff } = await import('./diff.ts');
        await diff(base, head, { ...flags, rule: [] }, terminal, host);
      }),
    command('rules', terminal)
      .description('Lists the rules, or explains one.')
      .addArgument(new Argument('[id]', 'a rule'))
      .addHelpText('after', examples('rules', 'rules base-mismatch'))
      .action(async (id) => {
        const { listRules } = await import('./rules.ts');
        listRules(id, terminal);
      }),
  ];
}

function command(name: string, { out, err }: Terminal): Command {
  return new Command(name)
    .exitOverride()
    .configureOutput({ writeOut: out, writeErr: err })
    .showHelpAfterError('(--help shows how it is used)');
}

/** The flag about rules, where there are findings. */
function withRules(to: Command): Command {
  const list = (value: string, before: readonly string[] = []) => [...before, value];
  return withCatalogue(to).addOption(
    new Option('--rule <id=level>', 'set the level of a rule; repeatable')
      .argParser(list)
      .default([], 'none'),
  );
}

/** The flags about baked versions. */
function withCatalogue(to: Command): Command {
  const list = (value: string, before: readonly string[] = []) => [...before, value];
  return to
    .addOption(
      new Option('--baked <version>', 'a baked version; repeatable, --baked= is the empty one')
        .argParser(list)
        .default([], 'none'),
    )
    .addOption(
      new Option('--baked-from <file>', 'a file of baked versions; repeatable')
        .argParser(list)
        .default([], 'none'),
    )
    .option('--today <day>', 'the day to judge support windows by, YYYY-MM-DD (UTC)');
}

function examples(...lines: readonly string[]): string {
  return ['', 'Examples:', ...lines.map((line) => `  hotfix-config ${line}`)].join('\n');
}
