import { Command, CommanderError } from 'commander';
import { version } from '../../package.json';
import type { Host } from '../service/host.ts';
import { checkCommand, diffCommand, explainCommand, fixCommand, rulesCommand } from './commands.ts';
import { type ExitStatus, exitStatus } from './exit-status.ts';
import {
  CannotWork,
  reportProblem,
  type Streams,
  type Terminal,
  terminalOn,
  WrongUsage,
} from './terminal.ts';

/** Runs the command line and returns its exit status. A user's mistake is reported, never thrown. */
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
    .description('Checks, fixes and explains hotfix configs of the AKS node controller.')
    .version(version, '-v, --version')
    .addHelpText(
      'after',
      `
Examples:
  hotfix-config check
  hotfix-config check parts/ --baseline origin/main
  hotfix-config explain hotfix.json --baked 202604.01.0
  hotfix-config help check

Exit status:
  0  success
  1  findings at or above --fail-on; with fix --check, a file would change
  2  wrong usage: unknown flag, rule or level, or invalid .hotfixrc.json
  3  failure: a file cannot be read, or git failed`,
    );
  for (const make of [checkCommand, fixCommand, explainCommand, diffCommand, rulesCommand]) {
    program.addCommand(make(surroundings));
  }
  // Other tools have one of these.
  const asksVersion = args[0] === 'version' || args[0] === '-V';
  try {
    await program.parseAsync(asksVersion ? ['--version'] : args, { from: 'user' });
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? exitStatus.fine : exitStatus.usage;
    if (!(thrown instanceof CannotWork || thrown instanceof WrongUsage)) throw thrown;
    reportProblem(terminal, thrown);
    return thrown instanceof CannotWork ? exitStatus.failed : exitStatus.usage;
  }
  return status;
}

function command(name: string, { out, err }: Terminal): Command {
  return new Command(name)
    .exitOverride()
    .configureOutput({ writeOut: out, writeErr: err })
    .showHelpAfterError(`hint: run "${name === 'hotfix-config' ? name : `hotfix-config ${name}`} --help"`);
}
