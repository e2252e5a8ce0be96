import type { editor } from 'monaco-editor/editor';
import {
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type ProtocolConnection,
} from 'vscode-languageserver-protocol/browser';
import { protocolRange } from './positions.ts';

/** Opens the editor's document in the server and sends it every change. */
export async function followDocument(
  connection: ProtocolConnection,
  model: editor.ITextModel,
): Promise<void> {
  const uri = model.uri.toString();
  model.onDidChangeContent(({ changes, versionId }) => {
    void connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version: versionId },
      contentChanges: changes.map(({ range, text }) => ({ range: protocolRange(range), text })),
    });
  });
  await connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: {
      uri,
      languageId: model.getLanguageId(),
      version: model.getVersionId(),
      text: model.getValue(),
    },
  });
}

/** Replaces the text with an edit, so that it can be undone and the byte-order mark does not change. */
export function replaceText(
  target: editor.IStandaloneCodeEditor,
  model: editor.ITextModel,
  text: string,
): void {
  target.pushUndoStop();
  target.executeEdits('playground', [{ range: model.getFullModelRange(), text }]);
  target.pushUndoStop();
  target.setScrollTop(0);
  target.setPosition({ lineNumber: 1, column: 1 });
}
