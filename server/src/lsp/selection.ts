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
import { configNames, pathGlob, projectFileName } from '../protocol.ts';
import { type Abilities, codeActionOptions, completionOptions, diagnosticOptions } from './abilities.ts';

/** Globs of further configs and the URI of the folder that they are relative to. */
export interface FolderGlobs {
  readonly folder: string;
  readonly patterns: readonly string[];
}

/** Registers for the documents that are configs, in a client that lets the server choose them. No scheme: diffs count. */
export class Selection {
  private current: { readonly key: string; readonly done: Promise<BulkUnregistration> } | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly abilities: Abilities,
  ) {}

  async select(more: readonly FolderGlobs[]): Promise<void> {
    const documentSelector = [...defaultFilters(), ...more.flatMap((globs) => this.filters(globs))];
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
    if (!this.abilities.registersFileWatching)
      bulk.add(DidSaveTextDocumentNotification.type, { documentSelector });
    if (this.abilities.pullsDiagnostics)
      bulk.add(DocumentDiagnosticRequest.type, { documentSelector, ...diagnosticOptions });
    if (this.abilities.codeActionLiterals)
      bulk.add(CodeActionRequest.type, { documentSelector, ...codeActionOptions(this.abilities) });
    bulk.add(HoverRequest.type, { documentSelector });
    bulk.add(CompletionRequest.type, { documentSelector, ...completionOptions });
    bulk.add(DefinitionRequest.type, { documentSelector });
    bulk.add(InlayHintRequest.type, { documentSelector });
    // The old one goes first: vscode-languageclient closes documents of the new one with it otherwise.
    const gone = previous?.done.then((registered) => registered.dispose());
    const done = Promise.resolve(gone).then(() => this.connection.client.register(bulk));
    this.current = { key, done };
    await done;
  }

  private filters({ folder, patterns }: FolderGlobs): TextDocumentFilter[] {
    return patterns.map((glob) => {
      const pattern = pathGlob(glob);
      // Of more than the folder's documents, where that cannot be said: the server looks at the path again.
      return {
        pattern: this.abilities.relativeFilters
          ? { baseUri: folder, pattern }
          : `**/${pattern.replace(/^\*\*\//, '')}`,
      };
    });
  }
}

function defaultFilters(): TextDocumentFilter[] {
  const names = [...configNames, projectFileName];
  // Git's file system may append `.git` to the path of an old revision.
  return [...names, ...names.map((name) => `${name}.git`)].map((name) => ({ pattern: `**/${name}` }));
}
