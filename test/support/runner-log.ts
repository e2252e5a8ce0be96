/** What a runner would do after reading a log: each command in it. */
export function commandsIn(log: string): string[] {
  return log
    .split(/\r\n|\r|\n/)
    .flatMap((line) => [
      ...ofGitHub(passedOver(line)),
      ...Array.from(passedOver(line).matchAll(/##(?:vso)?\[[^\]]*\]?/gi), ([command]) => command),
    ]);
}

/** `::name::` after white space. In .NET that includes U+0085. */
function ofGitHub(line: string): string[] {
  return Array.from(line.matchAll(/^[\s\u0085]*::.*?::/g), ([command]) => command.trim());
}

/** The runners compare with the rules of a culture, which ignore such characters. */
function passedOver(line: string): string {
  return line.replace(/[\p{Cf}\p{DI}]|(?![\t\v\f\u0085])\p{Cc}/gu, '');
}

/** The log without the annotations that the format itself wrote at the start of a line. */
export function withoutAnnotations(log: string): string {
  return log.replace(
    /^(?:::(?:error|warning|notice) (?=file=|title=)|##vso\[task\.logissue [^\]\r\n]*\])/gm,
    '',
  );
}
