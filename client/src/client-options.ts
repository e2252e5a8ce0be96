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
    // Holds for what the server declares at once; it registers the rest with selectors of its own.
    documentSelector: namedFilters,
    initializationOptions: (): InitializationOptions => ({
      syntaxDiagnostics: serverReportsSyntax(),
      rulePages,
      clientFiles: true,
      status: true,
      saveAsUtf8: true,
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
      // The Problems panel asks for them of any document, and applies them to its text.
      provideCodeActions: async (document, range, context, token, next) =>
        (await canBeSaved(document, isLocked)) ? next(document, range, context, token) : [],
    },
  };
}

/** Where VS Code's own JSON support validates, the server leaves syntax to it. */
export function serverReportsSyntax(): boolean {
  const json = workspace.getConfiguration('json', null);
  // The support may run in another extension host, where no extension sees it; its settings are known in all of them.
  const hasJsonSupport = json.inspect('validate.enable')?.defaultValue !== undefined;
  return !hasJsonSupport || json.get('validate.enable') === false;
}
