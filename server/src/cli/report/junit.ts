import type { FileReport } from '../../service/json-findings.ts';
import { Places } from '../../service/line-column.ts';
import type { Reporter } from './report.ts';

/**
 * A test suite for each file and a failed case for each finding; a file without one is a case that passed. The sums
 * stand at the top, so all is printed at the end.
 */
export function junitReporter(): Reporter {
  const suites: string[] = [];
  let tests = 0;
  let failures = 0;
  return {
    start: '',
    file(report) {
      suites.push(suite(report));
      tests += Math.max(1, report.findings.length);
      failures += report.findings.length;
      return '';
    },
    end: () =>
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        `<testsuites name="hotfix-config" tests="${tests}" failures="${failures}">`,
        ...suites,
        '</testsuites>',
        '',
      ].join('\n'),
  };
}

function suite({ file, text, findings }: FileReport): string {
  return [
    `  <testsuite name="${xml(file)}" tests="${Math.max(1, findings.length)}" failures="${findings.length}">`,
    ...(findings.length > 0
      ? cases({ file, text, findings })
      : [`    <testcase name="nothing found" classname="${xml(file)}"/>`]),
    '  </testsuite>',
  ].join('\n');
}

function cases({ file, text, findings }: FileReport): string[] {
  const places = new Places(text);
  return findings.map((finding) => {
    const { line, column } = places.place(finding.start);
    const at = `${file}:${line}:${column}`;
    return [
      `    <testcase name="${xml(`${finding.ruleId} ${line}:${column}`)}" classname="${xml(file)}">`,
      `      <failure type="${xml(finding.level)}" message="${xml(finding.message)}">${xml(at)}</failure>`,
      '    </testcase>',
    ].join('\n');
  });
}

/** XML has no place at all for some characters, escaped or not. */
function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[<>&"'\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
