import { type CompletionItem, InsertTextFormat, type Position } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Edit } from '../model/index.ts';
import { ConfigDocument } from './config-document.ts';
import { toRange } from './convert.ts';

/** What a completion inserts: an edit, or a snippet in its place. */
export function insertedBy(
  document: TextDocument,
  position: Position,
  edit: Edit,
  snippet: string | undefined,
): Pick<CompletionItem, 'textEdit' | 'insertTextFormat'> {
  if (document instanceof ConfigDocument) return insertedInManifest(document, position, edit, snippet);
  const range = toRange(document, edit);
  if (snippet === undefined) return { textEdit: { range, newText: edit.text } };
  return { textEdit: { range, newText: snippet }, insertTextFormat: InsertTextFormat.Snippet };
}

/** A config without text has no place of its own. */
function insertedInManifest(
  document: ConfigDocument,
  position: Position,
  edit: Edit,
  snippet: string | undefined,
): ReturnType<typeof insertedBy> {
  const isBlank = document.getText() === '';
  const range = isBlank ? { start: position, end: position } : toRange(document, edit);
  // The editor adds the indentation of the line to those of a snippet. Its escapes are not those of quotes.
  if (snippet !== undefined && document.config.isBlock)
    return { textEdit: { range, newText: snippet }, insertTextFormat: InsertTextFormat.Snippet };
  const onOneLine = edit.text
    .split('\n')
    .map((line) => line.trim())
    .join(' ')
    .trim();
  return { textEdit: { range, newText: document.config.encoded(onOneLine) } };
}

/** Whether a text can be inserted at a position of a config: not everywhere in an empty block, which would be no YAML. */
export function canInsert(document: TextDocument, position: Position): boolean {
  if (!(document instanceof ConfigDocument) || !document.config.isBlock || document.getText() !== '')
    return true;
  return document.isInBlock(position);
}
