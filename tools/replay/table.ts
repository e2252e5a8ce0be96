import type { Review } from './review.ts';

/** A step: its day, its commit, the config before and after, recorded outcomes that changed, and what a review says. */
export type Row = readonly string[];

const head: Row = ['date', 'commit', 'before', 'after', 'nodes on record', 'check'];
const none = '-';

export function rowOf(review: Review): Row {
  const { change, before } = review.step;
  const said = [...new Set(review.rules)].join(', ') || none;
  return [
    change.date,
    change.commit,
    oneLine(before.change?.text ?? null),
    oneLine(change.text),
    review.outcomes || none,
    said,
  ];
}

/** In Markdown, aligned so that it can be read as text too. */
export function table(rows: readonly Row[]): string {
  const all = [head, ...rows.map((row) => row.map((cell) => cell.replaceAll('|', '\\|')))];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: Row) => `| ${widths.map((width, i) => (row[i] ?? '').padEnd(width)).join(' | ')} |`;
  const [first = '', ...others] = all.map(line);
  return [first, line(widths.map((width) => '-'.repeat(width))), ...others].join('\n');
}

export function oneLine(text: string | null): string {
  return text === null ? 'no file' : text.replace(/\s+/g, ' ').trim();
}
