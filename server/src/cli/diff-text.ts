import { type Change, changes, isLoss, isVersion, quote, type Target } from '../model/index.ts';
import type { Difference } from '../service/answers/difference.ts';
import { escapeMarkdown, shortened } from '../service/answers/markup.ts';

/** GitHub takes 65,536 characters in a comment. */
export const longestComment = 60_000;
/** Of more baked versions with one outcome, a row names the first and the last. */
const mostListed = 3;

/** A line for the baked versions with one outcome, and a sum. */
export function differencesAsText(differences: readonly Difference[]): string {
  if (differences.length === 0) return `${noChange}\n`;
  return `${alignedRows(rowsOf(differences))}${sum(differences)}\n`;
}

export function alignedRows(rows: readonly Row[]): string {
  const widths = [0, 1, 2, 3].map((column) =>
    rows.reduce((most, row) => Math.max(most, row[column]?.length ?? 0), 0),
  );
  const line = (row: readonly string[]) => {
    const [change, baked, what, before] = widths.map((width, i) => (row[i] ?? '').padEnd(width));
    return `${change}  ${baked}  ${what}  ${before}  ->  ${row[4]}\n`;
  };
  return rows.map(line).join('');
}

/** The same as a table, short enough for a comment on a pull request. */
export function differencesAsMarkdown(differences: readonly Difference[]): string {
  if (differences.length === 0) return `${noChange}\n`;
  const rows = rowsOf(differences).map(markdownRow);
  let table = tableHead;
  let listed = 0;
  for (const row of rows) {
    if (table.length + row.length > longestComment) break;
    table += row;
    listed++;
  }
  return `${table}\n${sum(differences)}${leftOut(rows.length - listed)}\n`;
}

export const tableHead =
  cells(['change', 'baked version', 'what', 'before', 'after']) + cells(Array(5).fill('---'));

export function markdownRow([change, ...row]: Row): string {
  const shown = row.map((cell) => escapeMarkdown(shortened(cell)));
  return cells([isLoss(change) ? `**${change}**` : change, ...shown]);
}

function cells(row: readonly string[]): string {
  return `| ${row.join(' | ')} |\n`;
}

export function leftOut(rows: number): string {
  return rows > 0 ? ` ${rows} more ${rows === 1 ? 'row is' : 'rows are'} left out.` : '';
}

export const noChange = 'No change in node behavior.';

/** Counts baked versions: `2 lost, 1 gained.` */
export function sum(differences: readonly Difference[]): string {
  const counts = changes.flatMap((change) => {
    const count = differences.filter((difference) => difference.change === change).length;
    return count > 0 ? [`${count} ${change}`] : [];
  });
  return `${counts.join(', ')}.`;
}

/** Baked versions with one outcome. */
export type Row = readonly [change: Change, ...cells: string[]];

export function rowsOf(differences: readonly Difference[]): Row[] {
  const alike = new Map<string, Difference[]>();
  for (const difference of differences) {
    const { baked, ...outcome } = difference;
    const key = JSON.stringify(outcome);
    const known = alike.get(key);
    if (known) known.push(difference);
    else alike.set(key, [difference]);
  }
  return [...alike.values()].flatMap((all) => {
    const [first] = all;
    if (!first) return [];
    const { change, what, before, after, unknown = [] } = first;
    return [
      [
        change,
        listed(all.map(({ baked }) => baked)),
        what,
        does(what, before, unknown.includes('before')),
        does(what, after, unknown.includes('after')),
      ],
    ];
  });
}

function listed(versions: readonly string[]): string {
  if (versions.length <= mostListed) return versions.join(', ');
  return `${versions[0]} to ${versions.at(-1)} (${versions.length} versions)`;
}

function does(what: Target, version: string | null, isUnknown: boolean): string {
  if (version === null) return 'stays';
  // A controller that compares nothing asks for any text.
  const shown = isVersion(version) ? version : quote(version);
  if (what === 'binary' && !isVersion(version)) return `asks in vain for ${shown}`;
  return isUnknown ? `unknown: asks for ${shown}` : `upgrades to ${shown}`;
}
