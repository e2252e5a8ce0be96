import type { Level } from '../../rules/index.ts';
import type { Finding } from '../../service/findings/finding.ts';
import { isAtLeast } from '../../service/findings/summary.ts';
import { LineIndex } from '../../service/line-index.ts';
import type { Reporter } from './report.ts';
import { withoutBrackets } from './runner-commands.ts';

/**
 * A test suite per file and a test case per finding. Cases at `failOn` or above fail: JUnit has no levels. A file without
 * findings is a passed case. The totals come first, so everything is printed at the end.
 */
export function junitReporter(failOn: Level): Reporter {
  const suites: string[] = [];
  const sums = { tests: 0, failures: 0, errors: 0 };
  return {
    start: '',
    file({ file, text, findings }) {
      const failures = findings.filter(({ level }) => isAtLeast(level, failOn)).length;
      const lines = new LineIndex(text);
      const found = findings.map((finding) => caseOf(file, lines, finding, isAtLeast(finding.level, failOn)));
      const cases = found.length > 0 ? found : [passed(file)];
      suites.push(suite(file, { failures, errors: 0 }, cases));
      sums.tests += cases.length;
      sums.failures += failures;
      return '';
    },
    leaveOut(path, message) {
      suites.push(suite(path, { failures: 0, errors: 1 }, [unread(path, message)]));
      sums.tests++;
      sums.errors++;
      return '';
    },
    end() {
      // Some readers refuse a report without a case.
      if (suites.length === 0) {
        suites.push(suite('hotfix-config', { failures: 0, errors: 0 }, [passed('no config found')]));
        sums.tests++;
      }
      return [
        '<?xml version="1.0" encoding="UTF-8"?>',
        `<testsuites name="hotfix-config" tests="${sums.tests}" failures="${sums.failures}" errors="${sums.errors}">`,
        ...suites,
        '</testsuites>',
        '',
      ].join('\n');
    },
  };
}

function suite(
  file: string,
  { failures, errors }: { failures: number; errors: number },
  cases: readonly string[],
): string {
  return [
    `  <testsuite name="${xml(file)}" tests="${cases.length}" failures="${failures}" errors="${errors}">`,
    ...cases,
    '  </testsuite>',
  ].join('\n');
}

function passed(file: string): string {
  return `    <testcase name="no findings" classname="${xml(file)}"/>`;
}

function unread(file: string, message: string): string {
  return [
    `    <testcase name="could not be checked" classname="${xml(file)}">`,
    `      <error message="${xml(message)}"/>`,
    '    </testcase>',
  ].join('\n');
}

function caseOf(file: string, lines: LineIndex, finding: Finding, fails: boolean) {
  const { ruleId, level, start } = finding;
  const message = finding.message();
  const { line, column } = lines.position(start);
  const at = `${file}:${line}:${column}`;
  return [
    `    <testcase name="${xml(`${ruleId} ${line}:${column}`)}" classname="${xml(file)}">`,
    fails
      ? `      <failure type="${xml(level)}" message="${xml(message)}">${xml(at)}</failure>`
      : `      <system-out>${xml(`${at}: ${level} ${message}`)}</system-out>`,
    '    </testcase>',
  ].join('\n');
}

/** Some characters are invalid in XML even when escaped. */
function xml(text: string): string {
  const escaped = text
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[<>&"'\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
  return withoutBrackets(escaped, '&#91;');
}
