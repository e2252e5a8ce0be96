import { TextDocumentEdit, type WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { editBetween } from '../model/index.ts';
import { projectFileName } from '../names.ts';
import { withAcceptedLoss } from '../service/settings/accepted-losses.ts';
import type { ResolvedCapabilities } from './capabilities.ts';
import { toTextEdit } from './convert.ts';

/** The project file to write to; without a version if it is not open, without a text if it does not exist. */
export interface ProjectText {
  readonly uri: string;
  readonly version?: number;
  readonly text?: string;
}

export function acceptTitle(base: string): string {
  return `Record the loss of base "${base}" as accepted in ${projectFileName}`;
}

/** Adds an accepted loss to the project file. */
export function acceptLoss(
  base: string,
  { uri, version, text }: ProjectText,
  { versionedEdits }: Pick<ResolvedCapabilities, 'versionedEdits'>,
): WorkspaceEdit {
  const before = text ?? '';
  const document = TextDocument.create(uri, 'json', version ?? 0, before);
  const edits = [toTextEdit(document, editBetween(before, withAcceptedLoss(before, base)))];
  if (!versionedEdits) return { changes: { [uri]: edits } };
  const edit = TextDocumentEdit.create({ uri, version: version ?? null }, edits);
  const create = { kind: 'create', uri, options: { ignoreIfExists: true } } as const;
  return { documentChanges: text === undefined ? [create, edit] : [edit] };
}
