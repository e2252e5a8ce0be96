// The interface of GitHub's runner: commands in the log and files.
import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { withoutCommands } from '../../server/src/cli/report/runner-commands.ts';

export function annotate(level: 'error' | 'warning', message: string): void {
  const data = withoutCommands(message)
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A');
  console.log(`::${level} title=hotfix-config::${data}`);
}

/** Prints a line that is not a command. */
export function say(line: string): void {
  console.log(withoutCommands(line));
}

export function setOutput(name: string, value: string | number): void {
  // A random delimiter, so that no value can contain it.
  const end = randomUUID();
  append('GITHUB_OUTPUT', `${name}<<${end}\n${value}\n${end}\n`);
}

export function writeSummary(markdown: string): void {
  append('GITHUB_STEP_SUMMARY', withoutCommands(markdown));
}

/** A file for the time of the job. */
export function temporaryFile(name: string): string {
  return path.join(process.env['RUNNER_TEMP'] ?? tmpdir(), name);
}

/** Does nothing outside a runner, where the file does not exist. */
function append(variable: string, text: string): void {
  const file = process.env[variable];
  if (file) appendFileSync(file, text);
}
