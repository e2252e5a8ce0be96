import type { Level } from '../../rules/index.ts';
import type { Finding } from '../../service/findings/finding.ts';
import type { FileReport } from '../../service/findings/json-findings.ts';
import { countsInWords, countsOf, isCutOff, type LevelCounts } from '../../service/findings/level-counts.ts';
import { LineIndex } from '../../service/line-index.ts';
import type { Reporter } from './report.ts';
import { withoutBrackets } from './runner-commands.ts';

/** GitHub shows this many annotations of each kind per step. */
const mostAnnotations = 10;

const commands: Readonly<Record<Level, 'error' | 'warning' | 'notice'>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Workflow commands that GitHub shows as annotations. A last line counts those over its limit. */
export function githubReporter(): Reporter {
  const written = { error: 0, warning: 0, notice: 0 };
  let left: LevelCounts = new Map();
  let isIncomplete = false;
  const isShown = ({ level }: Finding) => ++written[commands[level]] <= mostAnnotations;
  return {
    start: '',
    namesFromRoot: true,
    writesCommands: true,
    file(report) {
      const shown: Finding[] = [];
      const others: Finding[] = [];
      for (const finding of report.findings) (isShown(finding) ? shown : others).push(finding);
      left = countsOf(others, left);
      isIncomplete ||= isCutOff(report.findings);
      return shown.length === 0 ? '' : annotations({ ...report, findings: shown });
    },
    leaveOut: (path, message) => `::error file=${property(path)}::${data(message)}\n`,
    end: () =>
      left.size === 0
        ? ''
        : `Not annotated: ${countsInWords(left, isIncomplete)}. GitHub shows ${mostAnnotations} of each kind per step. Print all with --format text.\n`,
  };
}

function annotations({ file, text, findings }: FileReport): string {
  const index = new LineIndex(text);
  const lines = findings.map((finding) => {
    const { start, end } = index.range(finding);
    const properties = [
      `file=${property(file)}`,
      `line=${start.line}`,
      `endLine=${end.line}`,
      // GitHub accepts columns only on a single line.
      ...(start.line === end.line ? [`col=${start.column}`, `endColumn=${end.column}`] : []),
      `title=${property(finding.ruleId)}`,
    ];
    return `::${commands[finding.level]} ${properties.join(',')}::${data(finding.message())}\n`;
  });
  return lines.join('');
}

function data(text: string): string {
  return withoutBrackets(text, '\\u005b')
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
