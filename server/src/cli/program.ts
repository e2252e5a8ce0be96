import { Command, CommanderError, Option } from 'commander';
import { version } from '../../package.json';
import type { Host } from '../service/host.ts';
import { colorFlags, isColored, styled } from './color.ts';
import {
  checkCommand,
  diffCommand,
  explainCommand,
  fixCommand,
  mcpCommand,
  rulesCommand,
} from './commands.ts';
import { type ExitStatus, exitStatus } from './exit-status.ts';
import { completionCommand, helpCommand, versionCommand } from './help-commands.ts';
import {
  CannotWork,
  reportProblem,
  type Streams,
  type Terminal,
  terminalOn,
  WrongUsage,
} from './terminal.ts';
import { usageOf } from './usage.ts';

const makers = [
  checkCommand,
  fixCommand,
  explainCommand,
  diffCommand,
  rulesCommand,
  mcpCommand,
  completionCommand,
  versionCommand,
  helpCommand,
];

/** Runs the command line and returns its exit status. A user's mistake is reported, never thrown. */
export async function run(args: readonly string[], streams: Streams, host: Host): Promise<ExitStatus> {
  const terminal = terminalOn(streams);
  let status: ExitStatus = exitStatus.fine;
  const surroundings = {
    terminal,
    host,
    run,
    command: (name: string) => command(name, terminal),
    end: (answer: ExitStatus) => {
      status = answer;
    },
  };
  const program = withColor(command('hotfix-config', terminal), terminal)
    .description('Checks, fixes and explains hotfix configs of the AKS node controller.')
    .version(version, '-v, --version', 'show the version')
    .helpCommand(false)
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
  for (const make of makers) {
    program.addCommand(withColor(make(surroundings), terminal));
  }
  try {
    // Other tools have -V.
    await program.parseAsync(args[0] === '-V' ? ['--version'] : args, { from: 'user' });
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? exitStatus.fine : exitStatus.usage;
    if (!(thrown instanceof CannotWork || thrown instanceof WrongUsage)) throw thrown;
    reportProblem(terminal, thrown);
    return thrown instanceof CannotWork ? exitStatus.failed : exitStatus.usage;
  }
  return status;
}

function command(name: string, terminal: Terminal): Command {
  const path = name === 'hotfix-config' ? name : `hotfix-config ${name}`;
  const made = new Command(name);
  return (
    made
      .exitOverride((error) => {
        if (error.exitCode === 0 || error.code === 'commander.help') throw error;
        const commands = made.commands.map((one) => one.name());
        throw usageOf(error, path, [...commands, ...made.options.map(({ long }) => long ?? '')]);
      })
      .showSuggestionAfterError(false)
      .configureOutput({
        writeOut: terminal.out,
        writeErr: terminal.err,
        outputError: () => {},
        getOutHasColors: () => isColored('out', terminal),
        getErrHasColors: () => isColored('err', terminal),
      })
      // commander takes colors away where they are not wanted.
      .configureHelp({ styleTitle: (title) => styled('bold', title) })
      .helpOption('-h, --help', 'show this help')
  );
}

/** Adds the flag of all commands. */
function withColor(to: Command, terminal: Terminal): Command {
  return to
    .addOption(
      new Option('--color <when>', 'color the text output').choices(colorFlags).default('auto' as const),
    )
    .on('option:color', (when) => {
      terminal.color = when;
    });
}
