/**
 * Pipeline runners read commands from the log. GitHub accepts `::name::` at the start of a line and `##[name]` anywhere,
 * Azure accepts `##vso[name]` anywhere. Both skip characters that culture-sensitive comparison ignores.
 */
const bracketCommand =
  /(#[\p{C}\p{DI}]*#[\p{C}\p{DI}]*(?:[vV][\p{C}\p{DI}]*[sS][\p{C}\p{DI}]*[oO][\p{C}\p{DI}]*)?)\[/gu;
const doubleColon = /:[\p{C}\p{DI}]*:/u;
const colonCommand = /^([\s\p{C}\p{DI}]*:[\p{C}\p{DI}]*):/u;

/** Escapes everything that a runner reads as a command. The escapes are valid in JSON strings. */
export function withoutCommands(text: string): string {
  // Few texts have one, and a call for each line of a long report takes a third of the time.
  const lines = doubleColon.test(text)
    ? text.replace(/[^\r\n]+/g, (line) => line.replace(colonCommand, '$1\\u003a'))
    : text;
  return withoutBrackets(lines, '\\u005b');
}

/** Like `withoutCommands`, for text that is not at the start of a line. */
export function withoutBrackets(text: string, bracket: string): string {
  return text.replace(bracketCommand, (_, before: string) => before + bracket);
}
