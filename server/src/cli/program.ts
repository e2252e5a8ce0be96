import { Command, CommanderError } from 'commander';
import { version } from '../../package.json';
import type { Host } from '../service/host.ts';
import { checkCommand, diffCommand, explainCommand, fixCommand, rulesCommand } from './commands.ts';
import { type ExitStatus, exitStatus } from './exit-status.ts';
import { CannotWork, type Streams, type Terminal, tell, terminalOn, WrongUsage } from './terminal.ts';

/** Runs the command line and answers with its exit status; what a user did wrong is told, never thrown. */
export async function run(args: readonly string[], streams: Streams, host: Host): Promise<ExitStatus> {
  const terminal = terminalOn(streams);
  let status: ExitStatus = exitStatus.fine;
  const surroundings = {
    terminal,
    host,
    command: (name: string) => command(name, terminal),
    end: (answer: ExitStatus) => {
      status = answer;
    },
  };
  const program = command('hotfix-config', terminal)
    .description('Checks the AKS node controller hotfix config exactly as a node reads it.')
    .version(version)
    .addHelpText(
      'after',
      `
Examples:
  hotfix-config check
  hotfix-config check parts/ --baseline origin/main
  hotfix-config explain hotfix.json --baked 202604.01.0
  hotfix-config help check

Exit status:
  0  fine
  1  findings at or above --fail-on; for fix --check, a file that would change
  2  wrong usage: an unknown flag, rule or level, a broken .hotfixrc.json
  3  the work could not be done: a file that cannot be read, a git that fails`,
    );
  for (const make of [checkCommand, fixCommand, explainCommand, diffCommand, rulesCommand]) {
    program.addCommand(make(surroundings));
  }
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? exitStatus.fine : exitStatus.usage;
    if (!(thrown instanceof CannotWork || thrown instanceof WrongUsage)) throw thrown;
    tell(terminal, thrown);
    return thrown instanceof CannotWork ? exitStatus.failed : exitStatus.usage;
  }
  return status;
}

function command(name: string, { out, err }: Terminal): Command {
  return new Command(name)
    .exitOverride()
    .configureOutput({ writeOut: out, writeErr: err })
    .showHelpAfterError('(--help shows how it is used)');
}
