import type { ClientCapabilities } from 'vscode-languageserver-protocol';

// The capabilities of real editors that matter to this server.

const dynamic = { dynamicRegistration: true };
const fixed = { dynamicRegistration: false };
const markdown: ('markdown' | 'plaintext')[] = ['markdown', 'plaintext'];
const literals = { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source'] } } };
const resolved = { dataSupport: true, resolveSupport: { properties: ['edit'] } };

/** 0.10 and 0.11 on Linux: it pulls and refreshes hints, but cannot be asked to pull again, and watches no files. */
export const neovim: ClientCapabilities = {
  general: { positionEncodings: ['utf-8', 'utf-16', 'utf-32'] },
  textDocument: {
    synchronization: { ...fixed, willSave: true, willSaveWaitUntil: true, didSave: true },
    diagnostic: { ...fixed, tagSupport: { valueSet: [1, 2] } },
    publishDiagnostics: { relatedInformation: true, tagSupport: { valueSet: [1, 2] }, dataSupport: true },
    codeAction: { ...dynamic, ...literals, ...resolved, isPreferredSupport: true },
    completion: { ...fixed, completionItem: { documentationFormat: markdown } },
    definition: { ...dynamic, linkSupport: true },
    hover: { ...dynamic, contentFormat: markdown },
    inlayHint: { ...dynamic, resolveSupport: { properties: ['tooltip'] } },
    codeLens: fixed,
  },
  workspace: {
    configuration: true,
    didChangeConfiguration: fixed,
    didChangeWatchedFiles: { ...fixed, relativePatternSupport: true },
    inlayHint: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
    workspaceFolders: true,
  },
};

/** It requests hints once after each edit, and reports the files that it saves itself. */
export const helix: ClientCapabilities = {
  general: { positionEncodings: ['utf-8', 'utf-32', 'utf-16'] },
  textDocument: {
    codeAction: { ...literals, dataSupport: true, resolveSupport: { properties: ['edit', 'command'] } },
    completion: { completionItem: { snippetSupport: true, insertReplaceSupport: true } },
    hover: { contentFormat: ['markdown'] },
    inlayHint: fixed,
    publishDiagnostics: { versionSupport: true, tagSupport: { valueSet: [1, 2] } },
  },
  workspace: {
    configuration: true,
    didChangeConfiguration: fixed,
    didChangeWatchedFiles: { ...dynamic, relativePatternSupport: false },
    inlayHint: { refreshSupport: false },
    workspaceEdit: { documentChanges: true },
    workspaceFolders: true,
  },
};

/** It has no workspace capabilities, so nothing can be requested or watched. */
export const kate: ClientCapabilities = {
  textDocument: {
    codeAction: literals,
    completion: {
      completionItem: {
        snippetSupport: true,
        resolveSupport: { properties: ['additionalTextEdits', 'documentation'] },
      },
    },
    hover: { contentFormat: markdown },
    inlayHint: fixed,
    publishDiagnostics: { relatedInformation: true },
    synchronization: { didSave: true },
  },
};

/** Without the package that watches files: everything is dynamic, also where it pulls, but nothing is watched. */
export const sublime: ClientCapabilities = {
  textDocument: {
    synchronization: { ...dynamic, didSave: true, willSave: true, willSaveWaitUntil: true },
    diagnostic: { ...dynamic, relatedDocumentSupport: true },
    codeAction: { ...dynamic, ...literals, ...resolved },
    completion: { ...dynamic, completionItem: { documentationFormat: markdown } },
    definition: { ...dynamic, linkSupport: true },
    hover: { ...dynamic, contentFormat: markdown },
    inlayHint: { ...dynamic, resolveSupport: { properties: ['textEdits', 'label.command'] } },
    codeLens: dynamic,
    publishDiagnostics: { relatedInformation: true, versionSupport: true, codeDescriptionSupport: true },
  },
  workspace: {
    configuration: true,
    diagnostics: { refreshSupport: true },
    didChangeConfiguration: dynamic,
    inlayHint: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    workspaceEdit: { documentChanges: true },
    workspaceFolders: true,
  },
};

/** As VS Code's own client, and it watches files, but attaches servers by its own settings. */
export const coc: ClientCapabilities = {
  ...sublime,
  textDocument: { ...sublime.textDocument, filters: { relativePatternSupport: true } },
  workspace: { ...sublime.workspace, didChangeWatchedFiles: { ...dynamic, relativePatternSupport: true } },
};

/** Nothing is dynamic, nothing can be requested, and a hover is plain text. */
export const ale: ClientCapabilities = {
  textDocument: {
    codeAction: { ...fixed, ...literals },
    completion: { ...fixed, completionItem: { documentationFormat: ['plaintext'] } },
    definition: { ...fixed, linkSupport: false },
    hover: { ...fixed, contentFormat: ['plaintext'] },
    publishDiagnostics: { relatedInformation: true },
    synchronization: { ...fixed, willSave: false, willSaveWaitUntil: false, didSave: true },
  },
  workspace: {
    applyEdit: false,
    configuration: false,
    didChangeConfiguration: fixed,
    symbol: fixed,
    workspaceFolders: false,
  },
};

/** It registers for saves and settings dynamically, and shows Markdown and plain text. */
export const qtCreator: ClientCapabilities = {
  textDocument: {
    synchronization: { ...dynamic, willSave: true, willSaveWaitUntil: false, didSave: true },
    codeAction: literals,
    completion: { ...dynamic, completionItem: { documentationFormat: markdown } },
    definition: dynamic,
    hover: { ...dynamic, contentFormat: markdown },
    publishDiagnostics: { relatedInformation: true },
  },
  workspace: {
    applyEdit: true,
    configuration: true,
    didChangeConfiguration: dynamic,
    executeCommand: dynamic,
    workspaceEdit: { documentChanges: true },
    workspaceFolders: true,
  },
};

export const editors: readonly [string, ClientCapabilities][] = [
  ['Neovim', neovim],
  ['Helix', helix],
  ['Kate', kate],
  ['Sublime Text', sublime],
  ['coc', coc],
  ['ALE', ale],
  ['Qt Creator', qtCreator],
];
