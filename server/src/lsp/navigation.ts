import {
  type CancellationToken,
  type Connection,
  type Definition,
  type DefinitionLink,
  type DocumentSymbol,
  type Location,
  LSPErrorCodes,
  type Position,
  ResponseError,
  type SymbolInformation,
  SymbolKind,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Base } from '../model/index.ts';
import { isManifestPath, isPayloadPath } from '../names.ts';
import { definitionAt } from '../service/answers/definition.ts';
import { occurrenceAt, occurrencesOf, renameBase } from '../service/answers/occurrences.ts';
import { type OutlineItem, outlineOf } from '../service/answers/outline.ts';
import { analysisOf } from '../service/findings/checked-file.ts';
import type { Host } from '../service/host.ts';
import { keyOf } from '../service/uri.ts';
import type { ResolvedCapabilities } from './capabilities.ts';
import type { Checked, Checker, QuestionAt } from './checker.ts';
import { ConfigDocument } from './config-document.ts';
import { toRange, toTextEdits } from './convert.ts';
import type { FolderCheck } from './folder-check.ts';
import type { Folders } from './folders.ts';
import { documentIn, textIn } from './params.ts';

const startOfFile = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

const kinds = {
  map: SymbolKind.Object,
  version: SymbolKind.Constant,
  ignored: SymbolKind.Null,
} as const;

/** Answers go to definition, references, highlights, rename and outline. */
export class Navigation {
  constructor(
    private readonly checker: Checker,
    private readonly capabilities: ResolvedCapabilities,
    private readonly folders: Folders,
    private readonly configs: FolderCheck,
    private readonly host: Host,
  ) {}

  listen(connection: Connection): void {
    const at =
      <T>(question: QuestionAt<T>) =>
      (params: unknown) =>
        this.checker.askAt(params, question);
    connection.onDefinition(at((...question) => this.definition(...question)));
    connection.onDocumentHighlight(
      at((document, { analysis }, position) => {
        const found = occurrenceAt(analysis, document.offsetAt(position));
        return found
          ? occurrencesOf(analysis, found.base).map((one) => ({ range: toRange(document, one) }))
          : null;
      }),
    );
    connection.onReferences(async (params, token) => {
      const uri = documentIn(params);
      const base = await this.checker.askAt(
        params,
        (document, { analysis }, position) => occurrenceAt(analysis, document.offsetAt(position))?.base,
      );
      if (!base) return null;
      return [...((await this.inOpen(uri, base)) ?? []), ...(await this.elsewhere(base, uri, token))];
    });
    connection.onPrepareRename(
      at((document, { analysis }, position) => {
        const found = occurrenceAt(analysis, document.offsetAt(position));
        return found ? { range: toRange(document, found), placeholder: found.base } : null;
      }),
    );
    connection.onRenameRequest(async (params) => {
      const name = textIn(params, 'newName');
      const edit = await this.checker.askAt(params, (document, checked, position) =>
        this.rename(document, checked, position, name),
      );
      if (edit && 'problem' in edit) throw new ResponseError(LSPErrorCodes.RequestFailed, edit.problem);
      return edit;
    });
    connection.onDocumentSymbol((params) => {
      const uri = documentIn(params);
      return this.checker.askEach(uri, (configs): DocumentSymbol[] | SymbolInformation[] => {
        const all = configs.map(({ document, checked: { analysis, options } }) => ({
          document,
          outline: outlineOf(analysis, options.catalogue),
        }));
        return this.capabilities.nestsSymbols
          ? all.flatMap(({ document, outline }) => outline.map((item) => symbol(document, item)))
          : all.flatMap(({ document, outline }) =>
              outline.flatMap((item) => [item, ...item.items]).map((item) => flatSymbol(document, item)),
            );
      });
    });
  }

  private definition(
    document: TextDocument,
    { analysis, options }: Checked,
    position: Position,
  ): Definition | DefinitionLink[] | null {
    const answer = definitionAt(analysis, document.offsetAt(position), options.catalogue);
    if (!answer) return null;
    if (!this.capabilities.linksDefinitions)
      return answer.records.map((uri) => ({ uri, range: startOfFile }));
    const originSelectionRange = toRange(document, answer);
    return answer.records.map((targetUri) => ({
      targetUri,
      originSelectionRange,
      targetRange: startOfFile,
      targetSelectionRange: startOfFile,
    }));
  }

  /** A base in all configs of a document; null if it is not open. */
  private async inOpen(uri: string, base: Base): Promise<Location[] | null> {
    return this.checker.askEach(uri, (configs) =>
      configs.flatMap(({ document, checked: { analysis } }) =>
        locations(document, occurrencesOf(analysis, base)),
      ),
    );
  }

  /** A base in the other configs of the workspace, as they are in the editor or on disk. */
  private async elsewhere(base: Base, own: string, token: CancellationToken): Promise<Location[]> {
    const found: Location[] = [];
    for (const { uri: folder } of this.folders.all) {
      for (const uri of await this.configs.configsIn(folder, new Set(), token)) {
        if (token.isCancellationRequested) return found;
        if (keyOf(uri) === keyOf(own) || isPayloadPath(uri)) continue;
        const open = await this.inOpen(uri, base);
        const content = open ? undefined : await this.host.readFile(uri, folder);
        if (open) found.push(...open);
        else if (content instanceof Uint8Array && isManifestPath(uri)) {
          const { text, configs } = await this.configs.manifestIn(uri, content);
          const document = TextDocument.create(uri, 'yaml', 0, text);
          for (const { analysis, text: place } of configs)
            found.push(...locations(new ConfigDocument(document, place), occurrencesOf(analysis, base)));
        } else if (content instanceof Uint8Array) {
          const analysis = analysisOf(content);
          const document = TextDocument.create(uri, 'json', 0, analysis.source.text);
          found.push(...locations(document, occurrencesOf(analysis, base)));
        }
      }
    }
    return found;
  }

  private rename(
    document: TextDocument,
    { analysis }: Checked,
    position: Position,
    name: string,
  ): WorkspaceEdit | { readonly problem: string } {
    const from = occurrenceAt(analysis, document.offsetAt(position))?.base;
    if (!from) return { problem: 'There is no base at this position.' };
    const renamed = renameBase(analysis, from, name);
    if ('problem' in renamed) return renamed;
    const edits = toTextEdits(document, renamed);
    if (!edits) return { problem: 'The text in this manifest cannot be changed here.' };
    const { uri, version } = document;
    return this.capabilities.versionedEdits
      ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
      : { changes: { [uri]: edits } };
  }
}

function locations(
  document: TextDocument,
  ranges: readonly { readonly start: number; readonly end: number }[],
): Location[] {
  return ranges.map((range) => ({ uri: document.uri, range: toRange(document, range) }));
}

function symbol(document: TextDocument, item: OutlineItem): DocumentSymbol {
  const { name, detail, kind, key, items } = item;
  return {
    name,
    detail,
    kind: kinds[kind],
    range: toRange(document, item),
    selectionRange: toRange(document, key),
    children: items.map((inner) => symbol(document, inner)),
  };
}

/** Such a client shows names alone. */
function flatSymbol(document: TextDocument, item: OutlineItem): SymbolInformation {
  const name = item.detail === '' ? item.name : `${item.name}: ${item.detail}`;
  return { name, kind: kinds[item.kind], location: { uri: document.uri, range: toRange(document, item) } };
}
