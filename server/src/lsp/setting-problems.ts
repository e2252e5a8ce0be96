import { type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { projectFileName } from '../names.ts';
import type { Catalogues, RecordProblems } from './catalogues.ts';
import type { DocumentSettings } from './settings.ts';

/** Reports the problems of editor settings, which no document can show. Each one once. */
export class SettingProblems {
  private readonly reported = new Set<string>();

  constructor(
    private readonly connection: Connection,
    /** Whether the client shows a status with the problem. Otherwise it shows a message. */
    private readonly hasStatus: boolean,
  ) {}

  report(message: string): void {
    if (this.reported.has(message)) return;
    this.reported.add(message);
    this.connection.console.warn(message);
    if (!this.hasStatus)
      void this.connection.sendNotification(ShowMessageNotification.type, {
        type: MessageType.Warning,
        message,
      });
  }

  reportRecords(found: RecordProblems): void {
    for (const message of messagesOf(found)) this.report(message);
  }
}

/** The first problem of the settings of a document. */
export function settingsProblem(settings: DocumentSettings, catalogues: Catalogues): string | undefined {
  const [inProject] = settings.project?.problems ?? [];
  if (inProject) return `${projectFileName}: ${inProject.message}`;
  const found = catalogues.problemsOf(settings.sources);
  return [...settings.editorProblems, ...(found ? messagesOf(found) : [])][0];
}

function messagesOf({ setting, problems }: RecordProblems): string[] {
  return setting === undefined ? [] : problems.map(({ message }) => `Setting ${setting}: ${message}`);
}
