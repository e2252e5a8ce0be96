import {
  BulkRegistration,
  type BulkUnregistration,
  CodeActionRequest,
  CompletionRequest,
  type Connection,
  DefinitionRequest,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  DocumentDiagnosticRequest,
  HoverRequest,
  InlayHintRequest,
  type TextDocumentFilter,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { configNames, projectFileName } from '../names.ts';
import {
  codeActionOptions,
  completionOptions,
  diagnosticOptions,
  type ResolvedCapabilities,
} from './capabilities.ts';

/**
 * Replaced where the selection grows. The others stay: a client would close the documents of one that goes, and it opens and
 * closes each document once, however many registrations name it.
 */
const replaced = [
  DidChangeTextDocumentNotification.method,
  DocumentDiagnosticRequest.method,
  CodeActionRequest.method,
  HoverRequest.method,
  CompletionRequest.method,
  DefinitionRequest.method,
  InlayHintRequest.method,
];

/**
 * Registers for the documents that are configs, in a client that lets the server choose them. No scheme: diffs count.
 *
 * An editor drops requests that are under way when a provider for the document comes or goes. So the selection only grows,
 * and the new one is there before the old one goes; the server looks at each path itself.
 */
export class Selection {
  private readonly patterns = new Set<string>();
  private current: { readonly key: string; readonly done: Promise<BulkUnregistration> } | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly capabilities: ResolvedCapabilities,
  ) {}

  /** `more` are globs of additional configs, in any folder. */
  async select(more: readonly string[]): Promise<void> {
    for (const pattern of more.map(plainPattern)) this.patterns.add(pattern);
    const documentSelector = [...defaultFilters(), ...filtersOf(this.patterns)];
    const key = JSON.stringify(documentSelector);
    const previous = this.current;
    if (previous?.key === key) return;
    const bulk = BulkRegistration.create();
    bulk.add(DidOpenTextDocumentNotification.type, { documentSelector });
    bulk.add(DidChangeTextDocumentNotification.type, {
      documentSelector,
      syncKind: TextDocumentSyncKind.Incremental,
    });
    bulk.add(DidCloseTextDocumentNotification.type, { documentSelector });
    if (!this.capabilities.registersFileWatching)
      bulk.add(DidSaveTextDocumentNotification.type, { documentSelector });
    if (this.capabilities.pullsDiagnostics)
      bulk.add(DocumentDiagnosticRequest.type, { documentSelector, ...diagnosticOptions });
    if (this.capabilities.codeActionLiterals)
      bulk.add(CodeActionRequest.type, { documentSelector, ...codeActionOptions(this.capabilities) });
    bulk.add(HoverRequest.type, { documentSelector });
    bulk.add(CompletionRequest.type, { documentSelector, ...completionOptions });
    bulk.add(DefinitionRequest.type, { documentSelector });
    bulk.add(InlayHintRequest.type, { documentSelector });
    const old = await previous?.done;
    const done = this.connection.client.register(bulk);
    this.current = { key, done };
    await done;
    for (const method of replaced) old?.disposeSingle(method);
  }
}

function defaultFilters(): TextDocumentFilter[] {
  const names = [...configNames, projectFileName];
  // Git's file system may append `.git` to the path of an old revision.
  return [...names, ...names.map((name) => `${name}.git`)].map((name) => ({ pattern: `**/${name}` }));
}

const anyDocument = '**/*';
/** A limit, because an editor compares each document with each filter. */
const mostFilters = 20;

/**
 * Filters for all documents that globs can name, and some others: the server checks the path itself. Globs of a repository
 * are not passed to the editor, because its backtracking matcher can hang on a short glob.
 */
function filtersOf(patterns: ReadonlySet<string>): TextDocumentFilter[] {
  const isMany = patterns.size > mostFilters || patterns.has(anyDocument);
  return isMany ? [{ pattern: anyDocument }] : [...patterns].sort().map((pattern) => ({ pattern }));
}

/** All files with the extension of a glob; all files if it has none or several. */
function plainPattern(glob: string): string {
  const isOpen = glob.lastIndexOf('{') > glob.lastIndexOf('}');
  const [, extension] = /\.([A-Za-z0-9]{1,20})$/.exec(glob) ?? [];
  return extension === undefined || isOpen ? anyDocument : `**/*.${extension}`;
}
