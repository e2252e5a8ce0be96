import type { Finding } from '../../service/findings/finding.ts';
import type { FileReport } from '../../service/findings/json-findings.ts';
import { LineIndex } from '../../service/line-index.ts';
import type { Reporter } from './report.ts';
import { withoutBrackets } from './runner-commands.ts';
import { visible } from './visible.ts';

const widest = 160;

type Paint = (text: string) => string;
export type Paints = Readonly<Record<Finding['level'] | 'rule', Paint>>;

const bare: Paint = (text) => text;
export const noPaint: Paints = { error: bare, warning: bare, information: bare, hint: bare, rule: bare };

/** One finding after another, each with its line and a caret under it. */
export function textReporter(paint: Paints): Reporter {
  return {
    start: '',
    file: (report) => (report.findings.length === 0 ? '' : blocks(report, paint)),
    end: () => '',
  };
}

function blocks({ file, text, findings }: FileReport, paint: Paints): string {
  const index = new LineIndex(text);
  const lines = text.split(/\r\n|\r|\n/);
  const written = findings.map((finding) => {
    const { line, column } = index.position(finding.start);
    const level = paint[finding.level](finding.level);
    const head = `${visible(file)}:${line}:${column}: ${level} ${paint.rule(finding.ruleId)} ${finding.message()}`;
    // An empty or deleted file has no line to show.
    if (text === '') return `${head}\n\n`;
    const excerpt = excerptOf(lines[line - 1] ?? '', column, finding);
    const number = String(line);
    const gutter = ' '.repeat(number.length);
    return `${head}\n ${number} | ${excerpt.line}\n ${gutter} | ${paint[finding.level](excerpt.carets)}\n\n`;
  });
  return written.join('');
}

/** The line, or the part of a long one around the finding, and carets under it; tabs stay under tabs. */
function excerptOf(line: string, column: number, { start, end }: Finding): { line: string; carets: string } {
  const from = Math.max(0, column - 1 - widest / 2);
  const shown = withoutBrackets(visible(line.slice(from, from + widest)), '\ufffd');
  const before = shown.slice(0, column - 1 - from).replace(/[^\t]/g, ' ');
  const length = Math.max(1, Math.min(end - start, shown.length - before.length));
  return { line: shown, carets: before + '^'.repeat(length) };
}
