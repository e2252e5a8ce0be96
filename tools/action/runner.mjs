// What GitHub's runner takes from a step: lines of its log and files that it names.
import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';

export function annotate(level, message) {
  const data = withoutCommands(message)
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A');
  console.log(`::${level} title=hotfix-config::${data}`);
}

/** Names of files and what others say reach the log and the summary without anything that a runner takes for a command. */
export function withoutCommands(text) {
  return text
    .replace(/[^\r\n]+/g, (line) => line.replace(/^([\s\p{C}\p{DI}]*:[\p{C}\p{DI}]*):/u, '$1\\u003a'))
    .replace(/(#[\p{C}\p{DI}]*#[vVsSoO\p{C}\p{DI}]*)\[/gu, '$1\\u005b');
}

export function setOutput(name, value) {
  // Nothing in a value can end it.
  const end = randomUUID();
  append('GITHUB_OUTPUT', `${name}<<${end}\n${value}\n${end}\n`);
}

/** Outside of a runner there is no such file, and nobody who reads it. */
export function append(variable, text) {
  const file = process.env[variable];
  if (file) appendFileSync(file, text);
}
