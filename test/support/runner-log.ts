/** What a runner would do after reading a log: each command that it finds, as it stands there. */
export function commandsIn(log: string): string[] {
  return log
    .split(/\r\n|\r|\n/)
    .flatMap((line) => [
      ...ofGitHub(passedOver(line)),
      ...Array.from(passedOver(line).matchAll(/##(?:vso)?\[[^\]]*\]?/gi), ([command]) => command),
    ]);
}

/** `::name::` after white space, in which .NET has U+0085, too. */
function ofGitHub(line: string): string[] {
  return Array.from(line.matchAll(/^[\s\u0085]*::.*?::/g), ([command]) => command.trim());
}

/** The runners compare by the rules of a culture, to which such characters are nothing. */
function passedOver(line: string): string {
  return line.replace(/[\p{Cf}\p{DI}]|(?![\t\v\f\u0085])\p{Cc}/gu, '');
}

/** The log without what a format has itself written for a runner: an annotation at the start of a line. */
export function withoutAnnotations(log: string): string {
  return log.replace(
    /^(?:::(?:error|warning|notice) (?=file=|title=)|##vso\[task\.logissue [^\]\r\n]*\])/gm,
    '',
  );
}
