import { TextDocumentEdit, type WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { editBetween } from '../model/index.ts';
import type { ResolvedCapabilities } from './capabilities.ts';
import { toTextEdit } from './convert.ts';

/** Another file to write to; without a version if it is not open, without a text if it does not exist. */
export interface OtherFile {
  readonly uri: string;
  readonly version?: number;
  readonly text?: string;
}

/** The document in the editor, if it is open. */
export type OpenText = (uri: string) => TextDocument | undefined;

/** The text in the editor, if it is open; otherwise the text on disk, if it exists. */
export function otherFile(openText: OpenText, uri: string, onDisk: string | undefined): OtherFile {
  const open = openText(uri);
  if (open) return { uri, version: open.version, text: open.getText() };
  return onDisk === undefined ? { uri } : { uri, text: onDisk };
}

/** Changes the text of another file, or creates it. */
export function editOf(
  { uri, version, text }: OtherFile,
  changed: string,
  { versionedEdits }: Pick<ResolvedCapabilities, 'versionedEdits'>,
): WorkspaceEdit {
  const before = text ?? '';
  const document = TextDocument.create(uri, 'json', version ?? 0, before);
  const edits = [toTextEdit(document, editBetween(before, changed))];
  if (!versionedEdits) return { changes: { [uri]: edits } };
  const edit = TextDocumentEdit.create({ uri, version: version ?? null }, edits);
  const create = { kind: 'create', uri, options: { ignoreIfExists: true } } as const;
  return { documentChanges: text === undefined ? [create, edit] : [edit] };
}
