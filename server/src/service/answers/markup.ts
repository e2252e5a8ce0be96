/** What a hover says: paragraphs and a table, as plain data; values in it are texts, never markup. */
export interface RichText {
  readonly paragraphs: readonly string[];
  readonly table?: Table | undefined;
  /** What is below the table, a paragraph each. */
  readonly notes?: readonly string[];
  /** It says what images on record do: the page about that is worth a link. */
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
    ...notes.map(escapeMarkdown),
    ...(isOnRecord && fleetPage !== undefined ? [`[What images on record do](${fleetPage})`] : []),
  ].join('\n\n');
}

export function toPlainText({ paragraphs, table, notes = [] }: RichText): string {
  const rows = table?.rows.map((cells) => cells.filter((cell) => cell !== '').join(': ')) ?? [];
  return [...paragraphs, ...rows, ...notes].map(onOneLine).join('\n');
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
