import type { Level } from '../../rules/index.ts';
import { type FileReport, Places } from './report.ts';

/** GitHub shows no more of each kind for a step. */
const mostAnnotations = 10;

const commands: Readonly<Record<Level, 'error' | 'warning' | 'notice'>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Workflow commands that GitHub turns into annotations; what it would not show is counted in a line of its own. */
export function toGitHub(reports: readonly FileReport[]): string {
  const written = { error: 0, warning: 0, notice: 0 };
  let left = 0;
  const lines = reports.flatMap(({ file, text, findings }) => {
    const places = new Places(text);
    return findings.flatMap((finding) => {
      const command = commands[finding.level];
      if (++written[command] > mostAnnotations) {
        left++;
        return [];
      }
      const { start, end } = places.range(finding);
      const properties = [
        `file=${property(file)}`,
        `line=${start.line}`,
        `endLine=${end.line}`,
        // Columns count only inside one line.
        ...(start.line === end.line ? [`col=${start.column}`, `endColumn=${end.column}`] : []),
        `title=${property(finding.ruleId)}`,
      ];
      return [`::${command} ${properties.join(',')}::${data(finding.message)}`];
    });
  });
  const rest =
    left === 0
      ? []
      : [`${left} more are not annotated: GitHub shows ${mostAnnotations} of a kind in a step.`];
  return [...lines, ...rest].map((line) => `${line}\n`).join('');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
