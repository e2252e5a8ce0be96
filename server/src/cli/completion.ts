import type { Command, Option } from 'commander';
import { rules } from '../rules/index.ts';
import { levels } from '../rules/rule.ts';
import { formats } from './formats.ts';

interface Candidate {
  readonly value: string;
  readonly description?: string | undefined;
}

interface Completion {
  readonly candidates: readonly Candidate[];
  /** The shell completes a file name: as the whole word, or after its last "=". */
  readonly files?: 'word' | 'after-equals';
}

const nothing: Completion = { candidates: [] };

/** What can be written in place of the last word. The words are those after the name of the program. */
export function complete(program: Command, words: readonly string[]): Completion {
  const current = words.at(-1) ?? '';
  const at = positionAfter(program, words.slice(0, -1));
  if (at === undefined) return nothing;
  const { command, option, operands, takesOptions } = at;
  if (option) return matching(valuesFor(command, placeholderOf(option), choicesOf(option), current), current);
  if (takesOptions && current.startsWith('-')) {
    const [, flag, value] = /^(--[\w-]+)=(.*)$/s.exec(current) ?? [];
    if (flag === undefined || value === undefined) return matching({ candidates: flagsOf(command) }, current);
    const named = optionNamed(command, flag);
    if (!named) return nothing;
    const { candidates, files } = valuesFor(command, placeholderOf(named), choicesOf(named), value);
    const whole = candidates.map((one) => ({ ...one, value: `${flag}=${one.value}` }));
    return matching({ candidates: whole, ...(files && { files: 'after-equals' as const }) }, current);
  }
  if (command === program) return matching({ candidates: commandsOf(program) }, current);
  const all = command.registeredArguments;
  const last = all.at(-1);
  const argument = all[operands] ?? (last?.variadic ? last : undefined);
  if (!argument) return nothing;
  return matching(valuesFor(command, argument.name(), argument.argChoices ?? [], current), current);
}

interface Position {
  readonly command: Command;
  /** It waits for its value. */
  readonly option: Option | undefined;
  readonly operands: number;
  /** No "--" was written. */
  readonly takesOptions: boolean;
}

/** Undefined after an unknown command. */
function positionAfter(program: Command, words: readonly string[]): Position | undefined {
  let command = program;
  let option: Option | undefined;
  let operands = 0;
  let takesOptions = true;
  for (const word of words) {
    if (option) option = undefined;
    else if (takesOptions && word === '--') takesOptions = false;
    else if (takesOptions && /^-./.test(word)) {
      const named = optionNamed(command, word);
      if (named?.required) option = named;
    } else if (command === program) {
      const named = program.commands.find((one) => one.name() === word);
      if (!named) return undefined;
      command = named;
    } else operands++;
  }
  return { command, option, operands, takesOptions };
}

function optionNamed(command: Command, flag: string): Option | undefined {
  return command.options.find((option) => option.long === flag || option.short === flag);
}

function choicesOf(option: Option): readonly string[] {
  return option.argChoices ?? [];
}

/** `file` of `--served <file>`. */
function placeholderOf(option: Option): string {
  return /<([^<>]*)>/.exec(option.flags)?.[1] ?? '';
}

function valuesFor(
  command: Command,
  placeholder: string,
  choices: readonly string[],
  written: string,
): Completion {
  if (choices.length > 0) return { candidates: choices.map((value) => ({ value })) };
  switch (placeholder) {
    case 'id':
      return { candidates: ruleIds('') };
    case 'id=level':
      return { candidates: written.includes('=') ? ruleLevels(written) : ruleIds('=') };
    case 'id[=level]':
      return { candidates: written.includes('=') ? ruleLevels(written) : [...ruleIds(''), ...ruleIds('=')] };
    case 'format=file':
      if (written.includes('=')) return { candidates: [], files: 'after-equals' };
      return { candidates: formats.map((format) => ({ value: `${format}=` })) };
    case 'command':
      return { candidates: commandsOf(command.parent ?? command) };
    case 'version':
    case 'day':
      return nothing;
    default:
      return { candidates: [], files: 'word' };
  }
}

function ruleIds(end: string): Candidate[] {
  return rules.map(({ id, summary }) => ({ value: `${id}${end}`, description: summary }));
}

function ruleLevels(written: string): Candidate[] {
  const [id] = written.split('=');
  return [...levels, 'off'].map((level) => ({ value: `${id}=${level}` }));
}

function commandsOf(program: Command): Candidate[] {
  return program.commands.map((command) => ({ value: command.name(), description: command.description() }));
}

function flagsOf(command: Command): Candidate[] {
  const help = { value: '--help', description: 'show this help' };
  return [...command.options.map(({ long, description }) => ({ value: long ?? '', description })), help];
}

function matching({ candidates, files }: Completion, current: string): Completion {
  return {
    candidates: candidates.filter(({ value }) => value.startsWith(current)),
    ...(files && { files }),
  };
}
