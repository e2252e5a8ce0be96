import { LineIndex } from '../line-index.ts';
import { acceptedLossText, lostBase } from '../settings/accepted-losses.ts';
import { columnsOf } from '../text-columns.ts';
import { visible } from '../visible.ts';
import type { Finding } from './finding.ts';
import type { FileReport } from './json-findings.ts';

const widest = 160;

type Paint = (text: string) => string;
export type Paints = Readonly<Record<Finding['level'] | 'rule', Paint>>;

const bare: Paint = (text) => text;
export const noPaint: Paints = { error: bare, warning: bare, information: bare, hint: bare, rule: bare };

/**
 * The findings of a file as text, each with its line, a caret under it and what to do. `shown` makes a part of the file safe to
 * show, without changing its length.
 */
export function textReport(
  { file, text, findings }: FileReport,
  paint: Paints = noPaint,
  shown: (text: string) => string = visible,
): string {
  if (findings.length === 0) return '';
  const index = new LineIndex(text);
  const lines = text.split(/\r\n|\r|\n/);
  const written = findings.map((finding) => {
    const { line, column } = index.position(finding.start);
    const level = paint[finding.level](finding.level);
    const head = `${visible(file)}:${line}:${column}: ${level} ${paint.rule(finding.ruleId)} ${finding.message()}`;
    const number = String(line);
    const gutter = ' '.repeat(number.length);
    const help = helpFor(finding).map((remedy) => ` ${gutter} = help: ${shown(remedy)}\n`);
    // An empty or deleted file has no line to show.
    if (text === '') return `${head}\n${help.join('')}\n`;
    const excerpt = excerptOf(lines[line - 1] ?? '', column, finding, shown);
    const carets = paint[finding.level](excerpt.carets);
    return `${head}\n ${number} | ${excerpt.line}\n ${gutter} | ${carets}\n${help.join('')}\n`;
  });
  return written.join('');
}

/** The first safe fix, or the first of all, and how to accept a loss. */
function helpFor(finding: Finding): string[] {
  const fixes = finding.fixes();
  const fix = fixes.find(({ safe }) => safe) ?? fixes[0];
  const base = lostBase(finding);
  return [...(fix ? [fix.title] : []), ...(base === undefined ? [] : [acceptedLossText(base)])];
}

/** The line, or the part of a long one around the finding, and carets under it; tabs stay under tabs. */
function excerptOf(
  line: string,
  column: number,
  { start, end }: Finding,
  shown: (text: string) => string,
): { line: string; carets: string } {
  const from = Math.max(0, column - 1 - widest / 2);
  const excerpt = shown(line.slice(from, from + widest));
  const [isCutBefore, isCutAfter] = [from > 0, from + widest < line.length];
  const before = excerpt.slice(0, column - 1 - from);
  const flagged = excerpt.slice(before.length, before.length + end - start);
  const padding = (isCutBefore ? ' ' : '') + before.replace(/[^\t]+/g, (text) => ' '.repeat(columnsOf(text)));
  return {
    line: `${isCutBefore ? '…' : ''}${excerpt}${isCutAfter ? '…' : ''}`,
    carets: padding + '^'.repeat(Math.max(1, columnsOf(flagged))),
  };
}
