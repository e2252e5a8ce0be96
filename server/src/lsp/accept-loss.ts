import { TextDocumentEdit, type WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { editBetween } from '../model/index.ts';
import { projectFileName } from '../names.ts';
import { isAccepted, lossRules } from '../rules/losses.ts';
import type { Finding } from '../service/findings/finding.ts';
import { withAcceptedLoss } from '../service/settings/accepted-losses.ts';
import type { ResolvedCapabilities } from './capabilities.ts';
import { toTextEdit } from './convert.ts';

/** The project file to write to; without a version if it is not open, without a text if it does not exist. */
export interface ProjectText {
  readonly uri: string;
  readonly version?: number;
  readonly text?: string;
}

/** The base whose loss a finding reports; undefined if it reports none, or one that is accepted. */
export function lostBase(finding: Finding): string | undefined {
  const { base } = finding.data;
  return lossRules.has(finding.ruleId) && !isAccepted(finding) && typeof base === 'string' ? base : undefined;
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
