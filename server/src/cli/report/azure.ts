import type { FileReport } from '../../service/findings/json-findings.ts';
import { LineIndex } from '../../service/line-index.ts';
import { conciseReporter } from './concise.ts';
import type { Reporter } from './report.ts';
import { withoutCommands } from './runner-commands.ts';

/** Logging commands of Azure Pipelines for errors and warnings. It has no other levels, so the rest are plain lines. */
export function azureReporter(): Reporter {
  const plain = conciseReporter();
  return {
    start: '',
    namesFromRoot: true,
    writesCommands: true,
    file(report) {
      const isIssue = ({ level }: FileReport['findings'][number]) => level === 'error' || level === 'warning';
      const others = { ...report, findings: report.findings.filter((finding) => !isIssue(finding)) };
      return (
        issues({ ...report, findings: report.findings.filter(isIssue) }) + withoutCommands(plain.file(others))
      );
    },
    leaveOut: (path, message) => issue({ type: 'error', sourcepath: path }, message),
    end: () => '',
  };
}

function issues({ file, text, findings }: FileReport): string {
  const lines = new LineIndex(text);
  return findings
    .map((finding) => {
      const { line, column } = lines.position(finding.start);
      const position = { sourcepath: file, linenumber: String(line), columnnumber: String(column) };
      return issue({ type: finding.level, ...position, code: finding.ruleId }, finding.message());
    })
    .join('');
}

function issue(properties: Readonly<Record<string, string>>, message: string): string {
  const written = Object.entries(properties).map(([name, value]) => `${name}=${property(value)};`);
  return `##vso[task.logissue ${written.join('')}]${data(message)}\n`;
}

function data(text: string): string {
  return withoutCommands(text).replaceAll('%', '%AZP25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(';', '%3B').replaceAll(']', '%5D');
}
