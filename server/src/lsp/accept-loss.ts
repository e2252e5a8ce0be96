import type { WorkspaceEdit } from 'vscode-languageserver';
import { projectFileName } from '../names.ts';
import { withAcceptedLoss } from '../service/settings/accepted-losses.ts';
import type { ResolvedCapabilities } from './capabilities.ts';
import { editOf, type OtherFile } from './other-file.ts';

export function acceptTitle(base: string): string {
  return `Record the loss of base "${base}" as accepted in ${projectFileName}`;
}

/** Adds an accepted loss to the project file. */
export function acceptLoss(
  base: string,
  project: OtherFile,
  capabilities: Pick<ResolvedCapabilities, 'versionedEdits'>,
): WorkspaceEdit {
  return editOf(project, withAcceptedLoss(project.text ?? '', base), capabilities);
}
