import type { Command, Event, LanguageStatusSeverity } from 'vscode';

/** The API of the extension for other extensions and tests. */
export interface Api {
  /** Whether the client and the server are loaded, which happens when the first hotfix config is opened. */
  readonly started: boolean;
  /** The language status of the document in the active editor; undefined if it has none. */
  readonly status: ShownStatus | undefined;
  readonly onDidChangeStatus: Event<void>;
}

export interface ShownStatus {
  readonly text: string;
  readonly detail?: string;
  readonly severity: LanguageStatusSeverity;
  readonly busy?: boolean;
  readonly command?: Command;
}
