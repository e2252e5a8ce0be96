import { Argument, type Command } from 'commander';
import { version } from '../../package.json';
import { quote } from '../model/index.ts';
import { nearest } from '../rules/nearest-rule.ts';
import type { Surroundings } from './commands.ts';
import { shells } from './shells.ts';
import { WrongUsage } from './terminal.ts';
import { didYouMean } from './usage.ts';

// Commands about the command line itself.

export function completionCommand({ terminal, command }: Surroundings): Command {
  const completion = command('completion')
    .description('Prints the completion script of a shell.')
    .addArgument(new Argument('<shell>', 'shell').choices(shells))
    // The words that the script passes on.
    .allowExcessArguments()
    .addHelpText(
      'after',
      `
Examples:
  source <(hotfix-config completion bash)    # in ~/.bashrc
  source <(hotfix-config completion zsh)     # in ~/.zshrc, after compinit
  hotfix-config completion fish > ~/.config/fish/completions/hotfix-config.fish
  hotfix-config completion pwsh | Out-String | Invoke-Expression    # in $PROFILE

Exit status:
  0  success
  2  wrong usage, or unknown shell`,
    );
  return completion.action(async (shell) => {
    const { printCompletion } = await import('./print-completion.ts');
    printCompletion(completion.parent ?? completion, shell, completion.args.slice(1), terminal);
  });
}

export function versionCommand({ terminal, command }: Surroundings): Command {
  return command('version')
    .description('Shows the version.')
    .addHelpText('after', '\nExamples:\n  hotfix-config version\n\nExit status:\n  0  success')
    .action(() => terminal.out(`${version}\n`));
}

export function helpCommand({ command }: Surroundings): Command {
  const help = command('help')
    .description('Shows the help of a command.')
    .argument('[command]', 'command to show')
    .addHelpText(
      'after',
      `\nExamples:\n  hotfix-config help\n  hotfix-config help check\n\nExit status:\n  0  success\n  2  unknown command`,
    );
  return help.action((name) => {
    const program = help.parent ?? help;
    const names = program.commands.map((one) => one.name());
    const named = name === undefined ? program : program.commands.find((one) => one.name() === name);
    if (named) return named.help();
    const meant = nearest(name ?? '', names);
    throw new WrongUsage(
      `unknown command ${quote(name ?? '')}`,
      meant === undefined ? 'run "hotfix-config help"' : didYouMean(meant),
    );
  });
}
