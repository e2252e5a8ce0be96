import {
  type ClientCapabilities,
  CodeActionKind,
  DiagnosticTag,
  MarkupKind,
  PositionEncodingKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { InitializationOptions } from '../protocol.ts';

export const fixAllKind = `${CodeActionKind.SourceFixAll}.hotfix`;
export const codeActionKinds = [CodeActionKind.QuickFix, fixAllKind, CodeActionKind.RefactorRewrite];

/** What the client can take, in the words of this server. */
export interface Abilities {
  /** The client pulls diagnostics and can be asked to pull again; any other is sent them. */
  readonly pullsDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly unnecessaryTag: boolean;
  readonly codeDescription: boolean;
  readonly codeActionLiterals: boolean;
  readonly resolvesEdits: boolean;
  readonly versionedEdits: boolean;
  readonly asksConfiguration: boolean;
  readonly changesFolders: boolean;
  readonly registersConfigurationChange: boolean;
  readonly registersFileWatching: boolean;
  /** The server can choose the documents itself, and change its mind. */
  readonly registersDocuments: boolean;
  readonly markdown: boolean;
  readonly markdownDocumentation: boolean;
  readonly snippets: boolean;
  readonly labelDetails: boolean;
  readonly linksDefinitions: boolean;
  readonly refreshesInlayHints: boolean;
}

export function abilitiesOf(
  { textDocument, workspace }: ClientCapabilities,
  { clientFiles }: Pick<InitializationOptions, 'clientFiles'>,
): Abilities {
  const diagnostic = textDocument?.diagnostic;
  const publish = textDocument?.publishDiagnostics;
  const codeAction = textDocument?.codeAction;
  // A client that pulls says in either place what a diagnostic may hold.
  const tags = [diagnostic?.tagSupport, publish?.tagSupport];
  return {
    // Findings change without an edit: once the baked versions are found, and with every setting.
    pullsDiagnostics: diagnostic !== undefined && workspace?.diagnostics?.refreshSupport === true,
    relatedInformation: Boolean(diagnostic?.relatedInformation ?? publish?.relatedInformation),
    unnecessaryTag: tags.some((tag) => has(tag?.valueSet, DiagnosticTag.Unnecessary)),
    codeDescription: Boolean(diagnostic?.codeDescriptionSupport ?? publish?.codeDescriptionSupport),
    codeActionLiterals: codeAction?.codeActionLiteralSupport !== undefined,
    resolvesEdits: codeAction?.dataSupport === true && has(codeAction.resolveSupport?.properties, 'edit'),
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    asksConfiguration: workspace?.configuration === true,
    changesFolders: workspace?.workspaceFolders === true,
    registersConfigurationChange: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersFileWatching: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    // Other clients attach the server by a rule of their own, and would lose the documents that no selector names.
    registersDocuments:
      clientFiles === true &&
      [
        textDocument?.synchronization,
        diagnostic,
        codeAction,
        textDocument?.hover,
        textDocument?.completion,
        textDocument?.definition,
        textDocument?.inlayHint,
      ].every((feature) => feature?.dynamicRegistration === true),
    markdown: prefersMarkdown(textDocument?.hover?.contentFormat),
    markdownDocumentation: prefersMarkdown(textDocument?.completion?.completionItem?.documentationFormat),
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    labelDetails: textDocument?.completion?.completionItem?.labelDetailsSupport === true,
    linksDefinitions: textDocument?.definition?.linkSupport === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
  };
}

/** A client may send anything. */
function has(list: unknown, item: unknown): boolean {
  return Array.isArray(list) && list.includes(item);
}

/** The order is that of preference. */
function prefersMarkdown(formats: unknown): boolean {
  const known: unknown = Array.isArray(formats) && formats.find((format) => markupKinds.includes(format));
  return known === MarkupKind.Markdown;
}

const markupKinds: readonly unknown[] = [MarkupKind.Markdown, MarkupKind.PlainText];

/** What the server says that it can do; nothing about documents where it registers for them itself. */
export function capabilitiesFor(abilities: Abilities): ServerCapabilities {
  const workspace = { workspaceFolders: { supported: true, changeNotifications: true } };
  if (abilities.registersDocuments) {
    // Said outright: the library would put its own default where nothing is said.
    return {
      positionEncoding: PositionEncodingKind.UTF16,
      workspace,
      textDocumentSync: { openClose: false, change: TextDocumentSyncKind.None },
    };
  }
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    workspace,
    // Who does not watch files tells at least of those that are saved.
    textDocumentSync: {
      openClose: true,
      change: TextDocumentSyncKind.Incremental,
      save: !abilities.registersFileWatching,
    },
    hoverProvider: true,
    completionProvider: completionOptions,
    definitionProvider: true,
    inlayHintProvider: true,
    ...(abilities.pullsDiagnostics && { diagnosticProvider: diagnosticOptions }),
    ...(abilities.codeActionLiterals && { codeActionProvider: codeActionOptions(abilities) }),
  };
}

export const diagnosticOptions = {
  identifier: 'hotfix',
  interFileDependencies: false,
  workspaceDiagnostics: false,
};

export function codeActionOptions({ resolvesEdits }: Abilities) {
  return { codeActionKinds, resolveProvider: resolvesEdits };
}

/**
 * VS Code does not suggest inside strings by itself. Documentation may come later in any client; of others than that, it
 * would have to say so.
 */
export const completionOptions = { triggerCharacters: ['"', '.'], resolveProvider: true };

/** The options as the client sent them, as far as they have the right type. */
export function readInitializationOptions(
  options: unknown,
): Required<Omit<InitializationOptions, 'rulePages'>> & Pick<InitializationOptions, 'rulePages'> {
  const given: Readonly<Record<string, unknown>> =
    typeof options === 'object' && options !== null ? { ...options } : {};
  const rulePages = given['rulePages'];
  return {
    syntaxDiagnostics: given['syntaxDiagnostics'] !== false,
    clientFiles: given['clientFiles'] === true,
    status: given['status'] === true,
    saveAsUtf8: given['saveAsUtf8'] === true,
    ...(typeof rulePages === 'string' && { rulePages }),
  };
}
