import type { CommanderError } from 'commander';
import { quote } from '../model/index.ts';
import { nearest } from '../rules/nearest-rule.ts';
import { WrongUsage } from './terminal.ts';

/** An error of commander in the words of all other errors. `names` are those of commands and options. */
export function usageOf({ message }: CommanderError, command: string, names: readonly string[]): WrongUsage {
  const help = `run "${command} --help"`;
  const text = message.replace(/^error: /, '');
  const flag = /^option '(?:-\w, )?(--[\w-]+)/.exec(text)?.[1];
  const invalid = invalidValue(text);
  if (invalid) {
    const { value, why } = invalid;
    const choices = /^Allowed choices are ([^.]*)\.$/.exec(why)?.[1];
    const meant = choices === undefined ? undefined : nearest(value, choices.split(', '));
    const instead = choices === undefined ? why : `use one of: ${choices}`;
    return new WrongUsage(
      `invalid ${flag ?? 'argument'} ${quote(value)}`,
      meant === undefined ? instead : didYouMean(meant),
    );
  }
  if (flag !== undefined && text.endsWith(' argument missing'))
    return new WrongUsage(`missing value after ${flag}`, help);
  const [, argued, most, given] =
    /^too many arguments for '([\w-]+)'\. Expected (\d+) arguments? but got (\d+)/.exec(text) ?? [];
  if (argued !== undefined)
    return new WrongUsage(`too many arguments for ${quote(argued)}: ${given}, not ${most}`, help);
  const unknown = /^unknown (?:option|command) '([^'=]*)/.exec(text)?.[1];
  const meant = unknown === undefined ? undefined : nearest(unknown, names);
  return new WrongUsage(
    text.replace(/'([^']*)'/g, (_, name: string) => quote(name)).replace(/\.$/, ''),
    meant === undefined ? help : didYouMean(meant),
  );
}

/** `option '--today <day>' argument 'x' is invalid. Why`, or `command-argument value 'x' is invalid for argument 'shell'. Why` */
function invalidValue(text: string): { value: string; why: string } | undefined {
  for (const [before, after, end] of [
    ["' argument '", "' is invalid. ", ''],
    ["command-argument value '", "' is invalid for argument '", "'. "],
  ] as const) {
    const [start, stop] = [text.indexOf(before), text.lastIndexOf(after)];
    if (start < 0 || stop < start) continue;
    const rest = text.slice(stop + after.length);
    const why = end === '' ? rest : rest.slice(rest.indexOf(end) + end.length);
    return { value: text.slice(start + before.length, stop), why };
  }
  return undefined;
}

export function didYouMean(name: string): string {
  return `did you mean ${quote(name)}?`;
}
