import { isVersion, quote, type Target } from '../model/index.ts';
import { type Change, changes, type Difference, isLoss } from '../service/answers/difference.ts';
import { escapeMarkdown } from '../service/answers/markup.ts';

/** GitHub takes 65,536 characters in a comment. */
const longestComment = 60_000;
/** Of more baked versions with one outcome, a row names the first and the last. */
const mostListed = 3;

/** A line for the baked versions with one outcome, and a sum. */
export function differencesAsText(differences: readonly Difference[]): string {
  if (differences.length === 0) return `${noChange}\n`;
  const rows = rowsOf(differences);
  const widths = [0, 1, 2, 3].map((column) =>
    rows.reduce((most, row) => Math.max(most, row[column]?.length ?? 0), 0),
  );
  const line = (row: readonly string[]) => {
    const [change, baked, what, before] = widths.map((width, i) => (row[i] ?? '').padEnd(width));
    return `${change}  ${baked}  ${what}  ${before}  ->  ${row[4]}\n`;
  };
  return `${rows.map(line).join('')}${sum(differences)}\n`;
}

/** The same as a table, short enough for a comment on a pull request. */
export function differencesAsMarkdown(differences: readonly Difference[]): string {
  if (differences.length === 0) return `${noChange}\n`;
  const cells = (row: readonly string[]) => `| ${row.join(' | ')} |\n`;
  const lines = rowsOf(differences).map(([change, ...row]) =>
    cells([isLoss(change) ? `**${change}**` : change, ...row.map(escapeMarkdown)]),
  );
  let table = cells(['change', 'baked version', 'what', 'before', 'after']) + cells(Array(5).fill('---'));
  let listed = 0;
  for (const line of lines) {
    if (table.length + line.length > longestComment) break;
    table += line;
    listed++;
  }
  const left = lines.length - listed;
  return `${table}\n${sum(differences)}${left > 0 ? ` ${left} more ${left === 1 ? 'row is' : 'rows are'} left out.` : ''}\n`;
}

const noChange = 'No change in node behavior.';

/** Counts baked versions: `2 lost, 1 gained.` */
function sum(differences: readonly Difference[]): string {
  const counts = changes.flatMap((change) => {
    const count = differences.filter((difference) => difference.change === change).length;
    return count > 0 ? [`${count} ${change}`] : [];
  });
  return `${counts.join(', ')}.`;
}

function rowsOf(differences: readonly Difference[]): [Change, ...string[]][] {
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
