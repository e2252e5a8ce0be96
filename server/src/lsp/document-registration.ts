import {
  BulkRegistration,
  type BulkUnregistration,
  CodeActionRequest,
  CodeLensRequest,
  CompletionRequest,
  type Connection,
  DefinitionRequest,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  DocumentDiagnosticRequest,
  DocumentHighlightRequest,
  DocumentSymbolRequest,
  HoverRequest,
  InlayHintRequest,
  ReferencesRequest,
  RenameRequest,
  type TextDocumentFilter,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { configNames, payloadPath, projectFileName } from '../names.ts';
import {
  codeActionOptions,
  completionOptions,
  diagnosticOptions,
  type ResolvedCapabilities,
  renameOptions,
} from './capabilities.ts';

/**
 * Replaced when the registration grows. The others stay: a client closes the documents of a registration that is removed,
 * and it opens and closes each document once, even if several registrations match it.
 */
const replaced = [
  DidChangeTextDocumentNotification.method,
  DocumentDiagnosticRequest.method,
  CodeActionRequest.method,
  HoverRequest.method,
  CompletionRequest.method,
  DefinitionRequest.method,
  ReferencesRequest.method,
  DocumentHighlightRequest.method,
  DocumentSymbolRequest.method,
  RenameRequest.method,
  InlayHintRequest.method,
  CodeLensRequest.method,
];

/**
 * Registers for the documents that can be configs, if the client lets the server choose them. Filters have no scheme, so
 * that diffs match too.
 *
 * An editor drops pending requests when a provider of the document is added or removed. So the registration only grows, and
 * the new one is made before the old one is removed. The server checks each path itself.
 */
export class DocumentRegistration {
  private readonly patterns = new Set<string>();
  /** The names of manifests that the client reported, in any folder. */
  private readonly manifests = new Set<string>();
  private current: { readonly key: string; readonly done: Promise<BulkUnregistration> } | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly capabilities: ResolvedCapabilities,
  ) {}

  /** Call `add` after it. */
  addManifest(path: string): void {
    this.manifests.add(path.slice(path.lastIndexOf('/') + 1).replace(/[^\w.-]/g, '?'));
  }

  /** `globs` are those of additional configs, in any folder. */
  async add(globs: readonly string[]): Promise<void> {
    // A client reports the manifests that it opens.
    const ofFiles = globs.filter((glob) => !/\.ya?ml#/i.test(glob));
    for (const pattern of ofFiles.map(plainPattern)) this.patterns.add(pattern);
    const documentSelector = [
      ...defaultFilters(),
      ...manifestFilters(this.manifests),
      ...filtersOf(this.patterns),
    ];
    // There is nothing to complete or to explain in the payload of scripts.
    const withPayloads = [{ pattern: `**/${payloadPath}` }, ...documentSelector];
    const key = JSON.stringify(documentSelector);
    const previous = this.current;
    if (previous?.key === key) return;
    const bulk = BulkRegistration.create();
    bulk.add(DidOpenTextDocumentNotification.type, { documentSelector: withPayloads });
    bulk.add(DidChangeTextDocumentNotification.type, {
      documentSelector: withPayloads,
      syncKind: TextDocumentSyncKind.Incremental,
    });
    bulk.add(DidCloseTextDocumentNotification.type, { documentSelector: withPayloads });
    bulk.add(DidSaveTextDocumentNotification.type, { documentSelector: withPayloads });
    if (this.capabilities.pullsDiagnostics)
      bulk.add(DocumentDiagnosticRequest.type, { documentSelector: withPayloads, ...diagnosticOptions });
    if (this.capabilities.codeActionLiterals)
      bulk.add(CodeActionRequest.type, {
        documentSelector: withPayloads,
        ...codeActionOptions(this.capabilities),
      });
    bulk.add(HoverRequest.type, { documentSelector });
    bulk.add(CompletionRequest.type, { documentSelector, ...completionOptions });
    bulk.add(DefinitionRequest.type, { documentSelector });
    bulk.add(ReferencesRequest.type, { documentSelector });
    bulk.add(DocumentHighlightRequest.type, { documentSelector });
    bulk.add(DocumentSymbolRequest.type, { documentSelector, label: 'Hotfix Config' });
    bulk.add(RenameRequest.type, { documentSelector, ...renameOptions(this.capabilities) });
    bulk.add(InlayHintRequest.type, { documentSelector });
    bulk.add(CodeLensRequest.type, { documentSelector });
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

function manifestFilters(names: ReadonlySet<string>): TextDocumentFilter[] {
  const patterns = names.size > mostFilters ? ['*.yaml', '*.yml'] : [...names].sort();
  return patterns.map((name) => ({ pattern: `**/${name}` }));
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
