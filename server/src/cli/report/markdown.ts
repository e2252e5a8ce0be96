import { type Level, levels } from '../../rules/index.ts';
import { codeSpan, escapeComment, shortened } from '../../service/answers/markup.ts';
import { Summary } from '../../service/findings/summary.ts';
import { LineIndex } from '../../service/line-index.ts';
import type { Reporter } from './report.ts';

/** A summary of a pipeline has room for a million characters, a comment on a pull request for 65,000. */
const mostCharacters = 40_000;

/** The sum and a table of the findings, most severe first, short enough for the summary of a pipeline. */
export function markdownReporter(): Reporter {
  const summary = new Summary();
  const rows = new Map<Level, Rows>(levels.map((level) => [level, new Rows()]));
  const left: string[] = [];
  return {
    start: '',
    namesFromRoot: true,
    file({ file, text, findings }) {
      summary.add(findings);
      const lines = findings.length > 0 ? new LineIndex(text) : undefined;
      for (const finding of findings) {
        const { line = 1, column = 1 } = lines?.position(finding.start) ?? {};
        const level = finding.level === 'error' ? `**${finding.level}**` : finding.level;
        const position = codeSpan(`${shortened(file)}:${line}:${column}`).replaceAll('|', '\\|');
        rows
          .get(finding.level)
          ?.add(
            () =>
              `| ${level} | ${position} | ${finding.ruleId} | ${escapeComment(shortened(finding.message(), 500))} |\n`,
          );
      }
      return '';
    },
    leaveOut(path, message) {
      if (left.length < 20)
        left.push(`- ${codeSpan(shortened(path))}: ${escapeComment(shortened(message))}\n`);
      return '';
    },
    end() {
      const sum = summary.sentence() || 'No config found.\n';
      const unread = left.length > 0 ? `\nNot checked:\n\n${left.join('')}` : '';
      return `${sum}${unread}${table([...rows.values()])}`;
    },
  };
}

/** The first rows, and the number of all. */
class Rows {
  readonly shown: string[] = [];
  count = 0;
  private length = 0;

  add(row: () => string): void {
    this.count++;
    if (this.length > mostCharacters) return;
    const text = row();
    this.shown.push(text);
    this.length += text.length;
  }
}

function table(all: readonly Rows[]): string {
  const count = all.reduce((sum, rows) => sum + rows.count, 0);
  if (count === 0) return '';
  let text = '\n| level | position | rule | message |\n| --- | --- | --- | --- |\n';
  let shown = 0;
  for (const row of all.flatMap((rows) => rows.shown)) {
    if (text.length + row.length > mostCharacters) break;
    text += row;
    shown++;
  }
  const left = count - shown;
  return left > 0 ? `${text}\n${left} more ${left === 1 ? 'finding is' : 'findings are'} left out.\n` : text;
}
