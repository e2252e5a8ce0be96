/** What a hover says: paragraphs and a table, as plain data; values in it are texts, never markup. */
export interface RichText {
  readonly paragraphs: readonly string[];
  readonly table?: Table | undefined;
  /** What stands below the table. */
  readonly note?: string | undefined;
}

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function toMarkdown({ paragraphs, table, note }: RichText): string {
  const rows = table
    ? [
        row(table.head),
        row(table.head.map(() => '---')),
        ...table.rows.map((cells) => row(cells.map(escapeMarkdown))),
      ]
    : [];
  return [
    ...paragraphs.map(escapeMarkdown),
    ...(rows.length > 0 ? [rows.join('\n')] : []),
    ...(note === undefined ? [] : [escapeMarkdown(note)]),
  ].join('\n\n');
}

export function toPlainText({ paragraphs, table, note }: RichText): string {
  const rows = table?.rows.map((cells) => cells.filter((cell) => cell !== '').join(': ')) ?? [];
  return [...paragraphs, ...rows, ...(note === undefined ? [] : [note])].map(onOneLine).join('\n');
}

/** Without what would break a line, hide in it or reorder it. */
function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** What Markdown would take for more than itself; of each, the last character is the one to keep from it. */
const active =
  /[\\`*[\]~|&<@]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|(?<=^|\s)[#>]|:(?=\/\/)|(?<=www)\.|(?<=^|\s)[-+]|(?<=^|\s)\d+[.)](?=\s|$)/giu;
/** For those on which a backslash is not enough everywhere. */
const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  ':': '&#58;',
  '@': '&#64;',
  '.': '&#46;',
};

/** A text as Markdown that shows it letter for letter: nothing in it is a link, a command, HTML or an emphasis. */
export function escapeMarkdown(text: string): string {
  return onOneLine(text).replace(active, (found) => {
    const last = found.slice(-1);
    return found.slice(0, -1) + (references[last] ?? `\\${last}`);
  });
}
