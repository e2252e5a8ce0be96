import type { Command, Event, LanguageStatusSeverity } from 'vscode';

/** What the extension lets others see. */
export interface Api {
  /** Whether the client and the server were loaded: only once a hotfix config was opened. */
  readonly started: boolean;
  /** What the language status says about the document in the active editor; undefined where it says nothing. */
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
