import { columnsOf } from '../text-columns.ts';

/** The content of a hover: paragraphs and a table, as plain data. Values are texts, never markup. */
export interface RichText {
  readonly paragraphs: readonly string[];
  readonly table?: Table | undefined;
  /** The paragraphs below the table. */
  readonly notes?: readonly string[];
  /** Whether it is about images on record: then it links to the page about those. */
  readonly isOnRecord?: true;
}

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** `fleetPage` is the address of the page about images on record. */
export function toMarkdown(
  { paragraphs, table, notes = [], isOnRecord }: RichText,
  fleetPage?: string,
): string {
  const rows = table ? tableRows(table) : [];
  return [
    ...paragraphs.map(escapeMarkdown),
    ...(rows.length > 0 ? [rows.join('\n')] : []),
    ...notes.map(escapeMarkdown),
    ...(isOnRecord && fleetPage !== undefined ? [`[What images on record do](${fleetPage})`] : []),
  ].join('\n\n');
}

export function toPlainText({ paragraphs, table, notes = [] }: RichText): string {
  const rows = table?.rows.map((cells) => cells.filter((cell) => cell !== '').join(': ')) ?? [];
  return [...paragraphs, ...rows, ...notes].map(onOneLine).join('\n');
}

/** Without characters that would break a line, or hide or reorder its text. */
function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ');
}

/** Aligned, because some editors show Markdown as it is. The last column is not filled up. */
function tableRows({ head, rows }: Table): string[] {
  const cells = [head, ...rows.map((row) => row.map(escapeMarkdown))];
  const widths = head.map((_, i) => Math.max(3, ...cells.map((row) => columnsOf(row[i] ?? ''))));
  const line = (row: readonly string[], filler = ' ') => {
    const filled = row.map((cell, i) => {
      const missing = i === row.length - 1 ? 0 : (widths[i] ?? 0) - columnsOf(cell);
      return cell + filler.repeat(missing);
    });
    return `| ${filled.join(' | ')} |`;
  };
  const [names = [], ...others] = cells;
  return [
    line(names),
    line(
      names.map(() => '---'),
      '-',
    ),
    ...others.map((row) => line(row)),
  ];
}

/** Characters that Markdown treats as syntax. Escaping the last character of each match is enough. */
const active =
  /[\\`*[\]~|&<@]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|(?<=^|\s)[#>]|:(?=\/\/)|(?<=www)\.|(?<=^|\s)[-+]|(?<=^|\s)\d+[.)](?=\s|$)/giu;
/** Characters for which a backslash is not enough everywhere. */
const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  ':': '&#58;',
  '@': '&#64;',
  '.': '&#46;',
};

/** Escapes a text for Markdown, so that it never contains a link, a command, HTML or emphasis. */
export function escapeMarkdown(text: string): string {
  return onOneLine(text).replace(active, (found) => {
    const last = found.slice(-1);
    return found.slice(0, -1) + (references[last] ?? `\\${last}`);
  });
}

/** Found by GitHub in the text that Markdown gives: names, numbers of issues, emoji and formulas. */
const found = /&#64;|&#\d+;|#|\$|:(?=[\w+\\-]+(?::|&#58;))|GH(?=\\?-\d)/gi;
/** Does not separate anything for a reader. */
const separator = '&#8203;';

/** The same for a comment on GitHub: it never notifies anyone, and it has no reference to an issue, emoji or formula. */
export function escapeComment(text: string): string {
  return escapeMarkdown(text).replace(found, (part) => {
    // The way that GitHub's documentation names.
    if (part === '$') return '<span>$</span>';
    const isOther = part.startsWith('&') && part !== references['@'];
    return isOther ? part : part + separator;
  });
}

/** A text as code, in which nothing is markup. */
export function codeSpan(text: string): string {
  const line = onOneLine(text);
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? fence + line + fence : `${fence} ${line} ${fence}`;
}

/** A value or a file name can be as long as its author likes. Both of its ends are shown. */
export function shortened(text: string, most = 200): string {
  return text.length > most ? `${text.slice(0, most / 2)}…${text.slice(-most / 2)}` : text;
}
