/**
 * Runners of pipelines read the log for commands: GitHub's takes `::name::` at the start of a line, after blanks, and
 * `##[name]` anywhere, Azure's takes `##vso[name]` anywhere. Characters that a culture's comparison passes over may stand
 * in between.
 */
const bracketCommand =
  /(#[\p{C}\p{DI}]*#[\p{C}\p{DI}]*(?:[vV][\p{C}\p{DI}]*[sS][\p{C}\p{DI}]*[oO][\p{C}\p{DI}]*)?)\[/gu;
const colonCommand = /^([\s\p{C}\p{DI}]*:[\p{C}\p{DI}]*):/u;

/** The text without anything that a runner takes for a command. The escapes are those of JSON, which reads back the same. */
export function withoutCommands(text: string): string {
  const lines = text.replace(/[^\r\n]+/g, (line) => line.replace(colonCommand, '$1\\u003a'));
  return withoutBrackets(lines, '\\u005b');
}

/** The same for what is not at the start of a line, with another escape for the bracket. */
export function withoutBrackets(text: string, bracket: string): string {
  return text.replace(bracketCommand, (_, before: string) => before + bracket);
}
