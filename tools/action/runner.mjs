// The interface of GitHub's runner: commands in the log and files.
import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';

export function annotate(level, message) {
  const data = withoutCommands(message)
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A');
  console.log(`::${level} title=hotfix-config::${data}`);
}

/** Escapes runner commands in file names and in the output of other programs. */
export function withoutCommands(text) {
  return text
    .replace(/[^\r\n]+/g, (line) => line.replace(/^([\s\p{C}\p{DI}]*:[\p{C}\p{DI}]*):/u, '$1\\u003a'))
    .replace(/(#[\p{C}\p{DI}]*#[vVsSoO\p{C}\p{DI}]*)\[/gu, '$1\\u005b');
}

export function setOutput(name, value) {
  // A random delimiter, so that no value can contain it.
  const end = randomUUID();
  append('GITHUB_OUTPUT', `${name}<<${end}\n${value}\n${end}\n`);
}

/** Does nothing outside a runner, where the file does not exist. */
export function append(variable, text) {
  const file = process.env[variable];
  if (file) appendFileSync(file, text);
}
