import pico from 'picocolors';
import type { Level } from '../../rules/index.ts';
import type { Finding } from '../../service/finding.ts';
import { type FileReport, Places } from './report.ts';

const widest = 160;

/** One finding after another, each with its line and a caret under it, and a sum at the end. */
export function toText(reports: readonly FileReport[], color: boolean): string {
  const colors = pico.createColors(color);
  const paint: Readonly<Record<Level, (text: string) => string>> = {
    error: colors.red,
    warning: colors.yellow,
    information: colors.cyan,
    hint: colors.gray,
  };
  const blocks = reports.flatMap(({ file, text, findings }) => {
    const places = new Places(text);
    const lines = text.split(/\r\n|\r|\n/);
    return findings.map((finding) => {
      const { line, column } = places.place(finding.start);
      const head = `${file}:${line}:${column}: ${paint[finding.level](finding.level)} ${colors.bold(finding.ruleId)} ${finding.message}`;
      const excerpt = excerptOf(lines[line - 1] ?? '', column, finding);
      return `${head}\n  ${excerpt.line}\n  ${paint[finding.level](excerpt.carets)}\n`;
    });
  });
  return [...blocks, `${sum(reports)}\n`].join('\n');
}

/** The line, or the part of a long one around the finding, and carets under it; tabs stay under tabs. */
function excerptOf(line: string, column: number, { start, end }: Finding): { line: string; carets: string } {
  const from = Math.max(0, column - 1 - widest / 2);
  const shown = visible(line.slice(from, from + widest));
  const before = shown.slice(0, column - 1 - from).replace(/[^\t]/g, ' ');
  const length = Math.max(1, Math.min(end - start, shown.length - before.length));
  return { line: shown, carets: before + '^'.repeat(length) };
}

/** A terminal must not take what is in a file for commands. */
function visible(text: string): string {
  return text.replace(/[^\P{C}\t]/gu, '\ufffd');
}

function sum(reports: readonly FileReport[]): string {
  const findings = reports.flatMap((report) => report.findings);
  const files = `${reports.length} file${reports.length === 1 ? '' : 's'}`;
  if (findings.length === 0) return `Nothing found in ${files}.`;
  const counts = (['error', 'warning', 'information', 'hint'] as const).flatMap((level) => {
    const count = findings.filter((finding) => finding.level === level).length;
    const plural = count === 1 || level === 'information' ? level : `${level}s`;
    return count === 0 ? [] : [`${count} ${plural}`];
  });
  return `${counts.join(', ')} in ${files}.`;
}
