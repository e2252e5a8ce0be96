import {
  type ClientCapabilities,
  CodeActionKind,
  DiagnosticTag,
  MarkupKind,
  PositionEncodingKind,
  ResourceOperationKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { fixAllKind, type InitializationOptions } from '../protocol.ts';
import { explainCommand } from './explain-command.ts';

const codeActionKinds = [CodeActionKind.QuickFix, fixAllKind, CodeActionKind.RefactorRewrite];

/** The capabilities of the client, as far as this server uses them. */
export interface ResolvedCapabilities {
  /** The client pulls diagnostics and can be asked to pull again. Other clients get them pushed. */
  readonly pullsDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly unnecessaryTag: boolean;
  readonly codeDescription: boolean;
  readonly codeActionLiterals: boolean;
  readonly disabledActions: boolean;
  readonly resolvesEdits: boolean;
  readonly versionedEdits: boolean;
  readonly createsFiles: boolean;
  readonly deletesFiles: boolean;
  readonly asksConfiguration: boolean;
  readonly changesFolders: boolean;
  readonly registersConfigurationChange: boolean;
  readonly registersFileWatching: boolean;
  /** The server registers for the documents itself, and can do so again for others. */
  readonly registersDocuments: boolean;
  readonly markdown: boolean;
  readonly markdownDocumentation: boolean;
  readonly snippets: boolean;
  readonly labelDetails: boolean;
  readonly linksDefinitions: boolean;
  readonly nestsSymbols: boolean;
  readonly preparesRename: boolean;
  readonly refreshesInlayHints: boolean;
  readonly refreshesCodeLenses: boolean;
  /** The client has the command of the code lens. */
  readonly showsCoverage: boolean;
  /** The client has the command that saves a document as UTF-8. */
  readonly savesAsUtf8: boolean;
  /** The client shows rules and asks for their levels. */
  readonly explainsRules: boolean;
  /** The client shows the status of a config. Others get it as a hint. */
  readonly showsStatus: boolean;
}

export function resolveCapabilities(
  { textDocument, workspace }: ClientCapabilities,
  {
    clientFiles,
    showCoverage,
    explainsRules,
    status,
    saveAsUtf8,
  }: Pick<InitializationOptions, 'clientFiles' | 'showCoverage' | 'explainsRules' | 'saveAsUtf8' | 'status'>,
): ResolvedCapabilities {
  const diagnostic = textDocument?.diagnostic;
  const publish = textDocument?.publishDiagnostics;
  const codeAction = textDocument?.codeAction;
  const edit = workspace?.workspaceEdit;
  const canDo = (operation: string) =>
    edit?.documentChanges === true && has(edit.resourceOperations, operation);
  // A client that pulls may declare either of them.
  const tags = [diagnostic?.tagSupport, publish?.tagSupport];
  return {
    // Findings change without an edit: when the baked versions are found, and with each setting.
    pullsDiagnostics: diagnostic !== undefined && workspace?.diagnostics?.refreshSupport === true,
    relatedInformation: Boolean(diagnostic?.relatedInformation ?? publish?.relatedInformation),
    unnecessaryTag: tags.some((tag) => has(tag?.valueSet, DiagnosticTag.Unnecessary)),
    codeDescription: Boolean(diagnostic?.codeDescriptionSupport ?? publish?.codeDescriptionSupport),
    codeActionLiterals: codeAction?.codeActionLiteralSupport !== undefined,
    disabledActions: codeAction?.disabledSupport === true,
    resolvesEdits: codeAction?.dataSupport === true && has(codeAction.resolveSupport?.properties, 'edit'),
    versionedEdits: edit?.documentChanges === true,
    createsFiles: canDo(ResourceOperationKind.Create),
    deletesFiles: canDo(ResourceOperationKind.Delete),
    asksConfiguration: workspace?.configuration === true,
    changesFolders: workspace?.workspaceFolders === true,
    registersConfigurationChange: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersFileWatching: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    // Other clients attach the server to documents by rules of their own. They would lose those that no selector names.
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
        textDocument?.codeLens,
      ].every((feature) => feature?.dynamicRegistration === true),
    markdown: prefersMarkdown(textDocument?.hover?.contentFormat),
    markdownDocumentation: prefersMarkdown(textDocument?.completion?.completionItem?.documentationFormat),
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    labelDetails: textDocument?.completion?.completionItem?.labelDetailsSupport === true,
    linksDefinitions: textDocument?.definition?.linkSupport === true,
    nestsSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    refreshesCodeLenses: workspace?.codeLens?.refreshSupport === true,
    showsCoverage: showCoverage === true,
    savesAsUtf8: saveAsUtf8 === true,
    explainsRules: explainsRules === true,
    showsStatus: status === true,
  };
}

/** A client may send anything. */
function has(list: unknown, item: unknown): boolean {
  return Array.isArray(list) && list.includes(item);
}

/** The formats are in order of preference. */
function prefersMarkdown(formats: unknown): boolean {
  const known: unknown = Array.isArray(formats) && formats.find((format) => markupKinds.includes(format));
  return known === MarkupKind.Markdown;
}

const markupKinds: readonly unknown[] = [MarkupKind.Markdown, MarkupKind.PlainText];

/** What the server announces: nothing about documents if it registers for them itself. */
export function serverCapabilities(capabilities: ResolvedCapabilities): ServerCapabilities {
  const workspace = { workspaceFolders: { supported: true, changeNotifications: true } };
  if (capabilities.registersDocuments) {
    // Explicit, because the library has another default.
    return {
      positionEncoding: PositionEncodingKind.UTF16,
      workspace,
      textDocumentSync: { openClose: false, change: TextDocumentSyncKind.None },
    };
  }
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    workspace,
    // After a save, HEAD may have moved. A client that does not watch files reports at least those that are saved.
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    hoverProvider: true,
    completionProvider: completionOptions,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    documentSymbolProvider: true,
    renameProvider: renameOptions(capabilities),
    inlayHintProvider: true,
    codeLensProvider: {},
    // VS Code would register it as a command of its own.
    ...(!capabilities.explainsRules && { executeCommandProvider: { commands: [explainCommand] } }),
    ...(capabilities.pullsDiagnostics && { diagnosticProvider: diagnosticOptions }),
    ...(capabilities.codeActionLiterals && { codeActionProvider: codeActionOptions(capabilities) }),
  };
}

export const diagnosticOptions = {
  identifier: 'hotfix',
  interFileDependencies: false,
  workspaceDiagnostics: false,
};

export function codeActionOptions({ resolvesEdits }: ResolvedCapabilities) {
  return { codeActionKinds, resolveProvider: resolvesEdits };
}

export function renameOptions({ preparesRename }: ResolvedCapabilities) {
  return preparesRename ? { prepareProvider: true } : {};
}

/**
 * VS Code does not suggest inside strings by itself. Every client can resolve the documentation later. For other
 * properties, it would have to declare that.
 */
export const completionOptions = { triggerCharacters: ['"', '.'], resolveProvider: true };

/** The options that may be missing. */
type Texts = 'rulePages' | 'manifestReader';

/** The options of the client that have the right type. */
export function readInitializationOptions(
  options: unknown,
): Required<Omit<InitializationOptions, Texts>> & Pick<InitializationOptions, Texts> {
  const given: Readonly<Record<string, unknown>> =
    typeof options === 'object' && options !== null ? { ...options } : {};
  const { rulePages, manifestReader } = given;
  return {
    syntaxDiagnostics: given['syntaxDiagnostics'] !== false,
    clientFiles: given['clientFiles'] === true,
    status: given['status'] === true,
    saveAsUtf8: given['saveAsUtf8'] === true,
    showCoverage: given['showCoverage'] === true,
    explainsRules: given['explainsRules'] === true,
    baselines: given['baselines'] === true,
    git: given['git'] !== false,
    ...(typeof rulePages === 'string' && { rulePages }),
    ...(typeof manifestReader === 'string' && { manifestReader }),
  };
}
