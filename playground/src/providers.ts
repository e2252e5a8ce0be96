import { languages } from 'monaco-editor/editor';
import {
  CodeActionKind,
  CodeActionRequest,
  CompletionRequest,
  HoverRequest,
  InlayHintRequest,
  MarkupContent,
  type ProtocolConnection,
} from 'vscode-languageserver-protocol/browser';
import { toAction, toCompletion, toHint, toMarkdown } from './convert.ts';
import { languageId } from './json-language.ts';
import type { LanguageClient } from './language-client.ts';
import { editorRange, protocolPosition, protocolRange } from './positions.ts';

/** Not the baseline, which the server does not know. */
const config = { language: languageId, scheme: 'file' };
const nothingToDispose = () => {};

/** Connects the editor's requests to the server. */
export function registerProviders({ connection, onHintsChanged }: LanguageClient): void {
  languages.registerHoverProvider(config, hovers(connection));
  languages.registerCompletionItemProvider(config, completions(connection));
  languages.registerInlayHintsProvider(config, {
    ...hints(connection),
    onDidChangeInlayHints: onHintsChanged,
  });
  languages.registerCodeActionProvider(config, actions(connection), {
    providedCodeActionKinds: [
      CodeActionKind.QuickFix,
      CodeActionKind.RefactorRewrite,
      CodeActionKind.SourceFixAll,
    ],
  });
}

function hovers(connection: ProtocolConnection): languages.HoverProvider {
  return {
    async provideHover({ uri }, position) {
      const textDocument = { uri: uri.toString() };
      const hover = await connection.sendRequest(HoverRequest.type, {
        textDocument,
        position: protocolPosition(position),
      });
      if (!hover || !MarkupContent.is(hover.contents)) return null;
      const contents = [toMarkdown(hover.contents)];
      return hover.range ? { contents, range: editorRange(hover.range) } : { contents };
    },
  };
}

function completions(connection: ProtocolConnection): languages.CompletionItemProvider {
  return {
    triggerCharacters: ['"', '.'],
    async provideCompletionItems({ uri }, at) {
      const textDocument = { uri: uri.toString() };
      const position = protocolPosition(at);
      const answer = await connection.sendRequest(CompletionRequest.type, { textDocument, position });
      const items = Array.isArray(answer) ? answer : (answer?.items ?? []);
      const here = editorRange({ start: position, end: position });
      return { suggestions: items.map((item) => toCompletion(item, here)) };
    },
  };
}

function hints(connection: ProtocolConnection): languages.InlayHintsProvider {
  return {
    async provideInlayHints({ uri }, range) {
      const textDocument = { uri: uri.toString() };
      const hints = await connection.sendRequest(InlayHintRequest.type, {
        textDocument,
        range: protocolRange(range),
      });
      return { hints: (hints ?? []).map(toHint), dispose: nothingToDispose };
    },
  };
}

function actions(connection: ProtocolConnection): languages.CodeActionProvider {
  return {
    async provideCodeActions({ uri }, range, { only: asked }) {
      // Computed only for "fix all": the light bulb is updated at each move of the cursor.
      const only = asked === undefined ? [CodeActionKind.QuickFix, CodeActionKind.Refactor] : [asked];
      const answer = await connection.sendRequest(CodeActionRequest.type, {
        textDocument: { uri: uri.toString() },
        range: protocolRange(range),
        // The server uses the range, and knows its own findings.
        context: { diagnostics: [], only },
      });
      const actions = (answer ?? []).flatMap((action) =>
        'edit' in action && action.edit ? [toAction(action, action.edit, uri)] : [],
      );
      return { actions, dispose: nothingToDispose };
    },
  };
}
