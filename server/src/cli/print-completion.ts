import type { Command } from 'commander';
import { complete } from './completion.ts';
import { completionScripts } from './completion-scripts.ts';
import type { Shell } from './shells.ts';
import type { Terminal } from './terminal.ts';

/** Prints the script of a shell. With words, which the script adds, it prints what can be written in place of the last one. */
export function printCompletion(
  program: Command,
  shell: Shell,
  words: readonly string[],
  { out }: Terminal,
): void {
  out(words.length === 0 ? completionScripts[shell] : suggestions(program, shell, words));
}

function suggestions(program: Command, shell: Shell, words: readonly string[]): string {
  const whole = shell === 'bash' ? joined(words) : shell === 'pwsh' ? withoutMark(words) : words;
  const { candidates, files } = complete(program, whole);
  if (files) return shell === 'bash' || files === 'word' ? ':files\n' : ':files-after-equals\n';
  const start = shell === 'bash' ? startOf(words, whole) : '';
  return candidates
    .map(({ value, description = '' }) => `${value.slice(start.length)}\t${firstSentence(description)}\n`)
    .join('');
}

/** bash takes "=" as a word. */
function joined(words: readonly string[]): string[] {
  const whole: string[] = [];
  for (const [i, word] of words.entries()) {
    const belongsToLast = i > 0 && (word === '=' || words[i - 1] === '=');
    if (belongsToLast) whole.push(`${whole.pop() ?? ''}${word}`);
    else whole.push(word);
  }
  return whole;
}

/** The part of the last word that bash keeps. */
function startOf(words: readonly string[], whole: readonly string[]): string {
  const replaced = words.at(-1) === '=' ? '' : (words.at(-1) ?? '');
  const word = whole.at(-1) ?? '';
  return word.slice(0, word.length - replaced.length);
}

function withoutMark(words: readonly string[]): string[] {
  return [...words.slice(0, -1), (words.at(-1) ?? '').slice(1)];
}

function firstSentence(text: string): string {
  return /^.*?\.(?= )/s.exec(text)?.[0] ?? text;
}
