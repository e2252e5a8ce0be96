import { type FileReport, Places } from './report.ts';

/** A test suite for each file and a failed case for each finding; a file without one is a case that passed. */
export function toJUnit(reports: readonly FileReport[]): string {
  const total = reports.reduce((sum, { findings }) => sum + findings.length, 0);
  const tests = reports.reduce((sum, { findings }) => sum + Math.max(1, findings.length), 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="hotfix-config" tests="${tests}" failures="${total}">`,
    ...reports.flatMap(suite),
    '</testsuites>',
    '',
  ].join('\n');
}

function suite({ file, text, findings }: FileReport): string[] {
  const places = new Places(text);
  const cases = findings.map((finding) => {
    const { line, column } = places.place(finding.start);
    const at = `${file}:${line}:${column}`;
    return [
      `    <testcase name="${xml(`${finding.ruleId} ${line}:${column}`)}" classname="${xml(file)}">`,
      `      <failure type="${xml(finding.level)}" message="${xml(finding.message)}">${xml(at)}</failure>`,
      '    </testcase>',
    ].join('\n');
  });
  return [
    `  <testsuite name="${xml(file)}" tests="${Math.max(1, findings.length)}" failures="${findings.length}">`,
    ...(cases.length > 0 ? cases : [`    <testcase name="nothing found" classname="${xml(file)}"/>`]),
    '  </testsuite>',
  ];
}

/** XML has no place at all for some characters, escaped or not. */
function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[<>&"'\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
