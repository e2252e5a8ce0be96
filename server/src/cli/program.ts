import { Command, CommanderError, Option } from 'commander';
import { version } from '../../package.json';
import { explain } from './explain.ts';
import { CannotWork, type Terminal } from './terminal.ts';

/** What the process ends with. */
export const exitStatus = { fine: 0, findings: 1, usage: 2, failed: 3 } as const;

/** Runs the command line and answers with its exit status; what a user did wrong is told, never thrown. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const program = new Command('hotfix-config')
    .description('Checks the AKS node controller hotfix config exactly as a node reads it.')
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err });
  let status: number = exitStatus.fine;
  program
    .command('explain')
    .description('Says what nodes of the given baked versions would do with a config, and why.')
    .argument('<file...>', 'configs, whatever their names; - reads standard input')
    .addOption(
      new Option('--baked <version>', 'a baked version; repeat it for more, --baked= is the empty one')
        .argParser((value: string, before: readonly string[] = []) => [...before, value])
        .makeOptionMandatory(),
    )
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .addHelpText(
      'after',
      '\nExample:\n  hotfix-config explain hotfix.json --baked 202604.01.0 --baked 202605.30.2',
    )
    .action(
      async (files: readonly string[], options: { baked: readonly string[]; format: 'text' | 'json' }) => {
        await explain(files, options, terminal);
      },
    );
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (thrown) {
    if (thrown instanceof CommanderError) status = thrown.exitCode === 0 ? exitStatus.fine : exitStatus.usage;
    else if (thrown instanceof CannotWork) {
      terminal.err(`hotfix-config: ${thrown.message}\n`);
      status = exitStatus.failed;
    } else throw thrown;
  }
  return status;
}
