import type { FileReport } from '../../service/findings/json-findings.ts';
import { LineIndex } from '../../service/line-index.ts';
import { visible } from '../../service/visible.ts';
import type { Reporter } from './report.ts';

/** A line per finding. */
export function conciseReporter(): Omit<Reporter, 'file'> & { file(report: FileReport): string } {
  return {
    start: '',
    file({ file, text, findings }) {
      const lines = new LineIndex(text);
      return findings
        .map((finding) => {
          const { line, column } = lines.position(finding.start);
          return `${visible(file)}:${line}:${column}: ${finding.level} ${finding.ruleId} ${finding.message()}\n`;
        })
        .join('');
    },
    leaveOut: () => '',
    end: () => '',
  };
}
