import type { Finding, RelatedRange } from '../../server/src/service/findings/finding.ts';
import { findingsAmong, type Surroundings } from './markers.ts';

const mark = /^ *(?:\^+|-+|\|)…? [a-z]/;

/** The text of a config without the lines that mark its findings. */
export function withoutMarks(marked: string): string {
  const lines = marked.replace(/^\n/, '').split('\n');
  return lines.filter((line) => !mark.test(line)).join('\n');
}

/**
 * A config with a line for each finding under what it flags: `^^^ level rule/message datum="value"`, and a line under
 * each related range: `--- message`. `|` marks an empty range, and `…` a range that continues in the next line.
 */
export function markedFindings(text: string, surroundings: Surroundings = {}): string {
  const lines = text.split('\n').map((line) => [line]);
  for (const finding of findingsAmong(text, surroundings)) {
    for (const [range, signs, says] of marksOf(finding)) {
      const before = text.slice(0, range.start).split('\n');
      const column = before.at(-1)?.length ?? 0;
      const line = lines[before.length - 1];
      const length = Math.min(range.end - range.start, (line?.[0]?.length ?? 0) - column);
      const carets = range.end === range.start ? '|' : signs.repeat(length);
      const goesOn = length < range.end - range.start ? '…' : '';
      line?.push(`${' '.repeat(column)}${carets}${goesOn} ${says}`);
    }
  }
  return `\n${lines.flat().join('\n')}`;
}

function marksOf(finding: Finding): [range: Finding | RelatedRange, signs: string, says: string][] {
  const { level, ruleId, messageId, unnecessary, reportedByJsonSupport: languages, related } = finding;
  const shown = [unnecessary ? ' faded' : '', languages.length > 0 ? ` (${languages})` : ''].join('');
  return [
    [finding, '^', `${level} ${ruleId}/${messageId}${valuesIn(finding)}${shown}`],
    ...related.map((one): [RelatedRange, string, string] => [one, '-', `${one.messageId}${valuesIn(one)}`]),
  ];
}

function valuesIn({ data }: Pick<RelatedRange, 'data'>): string {
  return Object.entries(data)
    .map(([name, value]) => ` ${name}=${JSON.stringify(value)}`)
    .join('');
}
