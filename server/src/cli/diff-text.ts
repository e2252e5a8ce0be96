import { changes, isVersion, quote } from '../model/index.ts';
import type { Difference } from '../service/answers/difference.ts';
import { escapeComment, shortened } from '../service/answers/markup.ts';
import { visible } from '../service/visible.ts';
import type { Styler } from './color.ts';
import { acceptedIn, isOpenLoss, type Judged, whyNotOpen } from './judged.ts';

/** GitHub takes 65,536 characters in a comment. */
export const longestComment = 60_000;
/** Of more accepted bases, a comment has no reasons. */
const mostNotes = 10;
/** Of more baked versions with one outcome, a row names the first and the last. */
const mostListed = 3;

/** A line for the baked versions with one outcome, and a sum. */
export function differencesAsText(differences: readonly Judged[], style: Styler): string {
  if (differences.length === 0) return `${noChange}\n`;
  return `${alignedRows(rowsOf(differences), style)}${notesOn(differences)}${sum(differences)}\n`;
}

/** The reasons of accepted losses, a line each. */
function notesOn(differences: readonly Judged[]): string {
  return acceptedIn(differences)
    .map((note) => `${visible(note)}\n`)
    .join('');
}

export function alignedRows(rows: readonly Row[], style: Styler): string {
  const widths = [0, 1, 2, 3].map((column) =>
    rows.reduce((most, { cells }) => Math.max(most, cells[column]?.length ?? 0), 0),
  );
  const line = ({ cells, isOpen }: Row) => {
    const [change = '', baked, what, before] = widths.map((width, i) => (cells[i] ?? '').padEnd(width));
    const color = isOpen ? 'red' : cells[0] === 'gained' ? 'green' : 'gray';
    return `${style(color, change)}  ${baked}  ${what}  ${before}  ->  ${cells[4]}\n`;
  };
  return rows.map(line).join('');
}

/** The same as a table, short enough for a comment on a pull request. */
export function differencesAsMarkdown(differences: readonly Judged[]): string {
  if (differences.length === 0) return `${noChange}\n`;
  const rows = rowsOf(differences).map(markdownRow);
  const notes = acceptedIn(differences)
    .slice(0, mostNotes)
    .map((note) => `${escapeComment(shortened(note))}\n\n`)
    .join('');
  let table = tableHead;
  let listed = 0;
  for (const row of rows) {
    if (table.length + row.length + notes.length > longestComment) break;
    table += row;
    listed++;
  }
  return `${table}\n${notes}${sum(differences)}${leftOut(rows.length - listed)}\n`;
}

export const tableHead =
  rowWith(['change', 'baked version', 'what', 'before', 'after']) + rowWith(Array(5).fill('---'));

export function markdownRow({ isOpen, cells }: Row): string {
  const [change, ...shown] = cells.map((cell) => escapeComment(shortened(cell)));
  return rowWith([isOpen ? `**${change}**` : `${change}`, ...shown]);
}

function rowWith(row: readonly string[]): string {
  return `| ${row.join(' | ')} |\n`;
}

export function leftOut(rows: number): string {
  return rows > 0 ? ` ${rows} more ${rows === 1 ? 'row is' : 'rows are'} left out.` : '';
}

export const noChange = 'No change in node behavior.';

/** Counts baked versions: `2 lost, 1 gained.` */
export function sum(differences: readonly Judged[]): string {
  const counts = changes.flatMap((change) => {
    const all = differences.filter((difference) => difference.change === change);
    const whys = ['accepted', 'past support'].flatMap((why) => {
      const count = all.filter((difference) => whyNotOpen(difference) === why).length;
      return count > 0 ? [`${count} ${why}`] : [];
    });
    return all.length > 0 ? [`${all.length} ${change}${whys.length > 0 ? ` (${whys.join(', ')})` : ''}`] : [];
  });
  return `${counts.join(', ')}.`;
}

/** Baked versions with one outcome. */
export interface Row {
  /** A loss that is not accepted. */
  readonly isOpen: boolean;
  readonly cells: readonly string[];
}

export function rowsOf(differences: readonly Judged[]): Row[] {
  const alike = new Map<string, Judged[]>();
  for (const difference of differences) {
    const { baked, supportedUntil, ...outcome } = difference;
    const key = JSON.stringify([whyNotOpen(difference), outcome]);
    const known = alike.get(key);
    if (known) known.push(difference);
    else alike.set(key, [difference]);
  }
  return [...alike.values()].flatMap((all) => {
    const [first] = all;
    if (!first) return [];
    const { change, what, before, after, unknown = [] } = first;
    const why = whyNotOpen(first);
    const cells = [
      why === '' ? change : `${change} (${why})`,
      listed(all.map(({ baked }) => baked)),
      what,
      does(what, before, unknown.includes('before')),
      does(what, after, unknown.includes('after')),
    ];
    return [{ isOpen: isOpenLoss(first), cells }];
  });
}

function listed(versions: readonly string[]): string {
  if (versions.length <= mostListed) return versions.join(', ');
  return `${versions[0]} to ${versions.at(-1)} (${versions.length} versions)`;
}

function does(what: Difference['what'], version: string | null, isUnknown: boolean): string {
  if (what === 'payload') return version === null ? "runs the image's" : `applies ${version}`;
  if (version === null) return 'stays';
  // A controller that compares nothing asks for any text.
  const shown = isVersion(version) ? version : quote(version);
  if (what === 'binary' && !isVersion(version)) return `asks for ${shown}, which no package has`;
  return isUnknown ? `unknown: asks for ${shown}` : `upgrades to ${shown}`;
}
