import {
  Range,
  Selection,
  type TextEditor,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import type { LineRange } from '../../../server/src/coverage-types.ts';
import type { Coverage } from '../../../server/src/protocol.ts';

/** The editors that show a document, the active one first. */
function editorsOf(uri: string): TextEditor[] {
  const { activeTextEditor, visibleTextEditors } = window;
  const editors = activeTextEditor ? [activeTextEditor, ...visibleTextEditors] : visibleTextEditors;
  return editors.filter(({ document }) => document.uri.toString() === uri);
}

/** The base whose entry the cursor is in. */
export function baseAtCursor({ uri, bases }: Coverage): string | null {
  const [editor] = editorsOf(uri);
  if (!editor) return null;
  const { active } = editor.selection;
  return bases.find(({ entry }) => entry && toRange(entry.range).contains(active))?.base ?? null;
}

/** Moves the cursor to a range and reveals it. The focus stays in the picture. */
export async function lookAt(uri: string, range: LineRange, avoid: ViewColumn | undefined): Promise<void> {
  const editors = editorsOf(uri);
  if (editors.length === 0) await show(uri, range, avoid, true);
  for (const editor of editors) {
    const valid = editor.document.validateRange(toRange(range));
    editor.selection = new Selection(valid.start, valid.start);
    editor.revealRange(valid, TextEditorRevealType.InCenterIfOutsideViewport);
  }
}

/** Moves the focus to a range, in an editor that is not in the column of the picture. */
export function goTo(uri: string, range: LineRange, avoid: ViewColumn | undefined): Promise<void> {
  return show(uri, range, avoid, false);
}

async function show(
  uri: string,
  range: LineRange,
  avoid: ViewColumn | undefined,
  preserveFocus: boolean,
): Promise<void> {
  const [editor] = editorsOf(uri);
  const document = editor?.document ?? (await workspace.openTextDocument(Uri.parse(uri)));
  const viewColumn = editor?.viewColumn ?? (avoid === ViewColumn.One ? ViewColumn.Two : ViewColumn.One);
  const selection = document.validateRange(toRange(range));
  await window.showTextDocument(document, { viewColumn, selection, preserveFocus });
}

function toRange({ start, end }: LineRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
