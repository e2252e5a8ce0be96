import { type LogOutputChannel, workspace } from 'vscode';
import { type LanguageClientOptions, RevealOutputChannelOn } from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/src/protocol.ts';
import type { ChosenDocuments } from './chosen-documents.ts';
import type { EncodingReports } from './encoding-reports.ts';
import { namedFilters } from './recognition.ts';
import { rulePages } from './rule-pages.ts';
import { canBeSaved, type IsLocked } from './saving.ts';
import type { StatusItem } from './status-item.ts';

export function clientOptions(
  output: LogOutputChannel,
  status: StatusItem,
  encodings: EncodingReports,
  chosen: ChosenDocuments,
  isLocked: IsLocked,
): LanguageClientOptions {
  return {
    // For what the server declares at start-up. It registers the rest with its own selectors.
    documentSelector: namedFilters,
    initializationOptions: (): InitializationOptions => ({
      syntaxDiagnostics: serverReportsSyntax(),
      rulePages,
      clientFiles: true,
      status: true,
      saveAsUtf8: true,
      showCoverage: true,
      explainsRules: true,
      baselines: true,
      git: workspace.isTrusted,
    }),
    outputChannel: output,
    // Server errors go to the status and the output: a popup would interrupt the user.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationFailedHandler: (error: unknown) => {
      output.error('The server could not be initialized.', error);
      return false;
    },
    middleware: {
      ...encodings.middleware,
      ...chosen.middleware,
      didClose: (document, next) => {
        status.forget(document.uri.toString());
        encodings.forget(document.uri);
        return next(document);
      },
      // The Problems panel requests fixes for documents that are not open, and applies them.
      provideCodeActions: async (document, range, context, token, next) =>
        (await canBeSaved(document, isLocked)) ? next(document, range, context, token) : [],
    },
  };
}

/** If VS Code's JSON support validates the document, the server does not report syntax. */
export function serverReportsSyntax(): boolean {
  const json = workspace.getConfiguration('json', null);
  // The JSON support may run in another extension host, where it is not visible. Its settings are visible in every
  // host.
  const hasJsonSupport = json.inspect('validate.enable')?.defaultValue !== undefined;
  return !hasJsonSupport || json.get('validate.enable') === false;
}
