import {
  type CodeAction,
  commands,
  Range,
  type TextDocument,
  type TextEditor,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient, CodeAction as ServerAction } from 'vscode-languageclient';
import { fixAllKind, saveAsUtf8Command } from '../../server/src/protocol.ts';
import { canBeSaved, type IsLocked } from './saving.ts';

type Server = Pick<BaseLanguageClient, 'sendRequest' | 'code2ProtocolConverter'>;

/** Applies all safe fixes to the config in the active editor. */
export async function normalizeEntries(client: Server, isLocked: IsLocked): Promise<void> {
  const refusal = await normalize(window.activeTextEditor, client, isLocked);
  if (refusal) void window.showInformationMessage(refusal);
}

/** Returns why nothing was done, or undefined. */
async function normalize(
  editor: TextEditor | undefined,
  client: Server,
  isLocked: IsLocked,
): Promise<string | undefined> {
  if (!editor) return 'Open a hotfix config to normalize its entries.';
  const { document } = editor;
  const name = workspace.asRelativePath(document.uri);
  const readOnly = `${name} is read-only, so it is not normalized.`;
  if (!(await canBeSaved(document, isLocked))) return readOnly;
  const { version } = document;
  const actions = await actionsOf(document, fixAllKind);
  const edits = actions.find((action) => action.edit)?.edit?.get(document.uri) ?? [];
  const hasMark = await isConfigWithMark(document);
  if (edits.length === 0 && !hasMark)
    return (
      (await whyDisabled(document, client)) ??
      `Nothing to normalize in ${name}: it has no finding with a safe fix.`
    );
  const changed = `${name} changed in the meantime. Normalize it again.`;
  if (document.version !== version) return changed;
  // Through the editor, which silently refuses if the user made the file read-only in this session.
  if (edits.length > 0) {
    const isTaken = await editor.edit((builder) => {
      for (const { range, newText } of edits) builder.replace(range, newText);
    });
    if (!isTaken) return changed;
    if (document.version === version) return readOnly;
  }
  if (hasMark) await commands.executeCommand(saveAsUtf8Command, document.uri.toString());
  return undefined;
}

/** Asks the server itself: the editor leaves out the actions that are disabled. */
async function whyDisabled(document: TextDocument, client: Server): Promise<string | undefined> {
  const top = { line: 0, character: 0 };
  const actions = await client.sendRequest<readonly ServerAction[] | null>('textDocument/codeAction', {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
    range: { start: top, end: top },
    context: { diagnostics: [], only: [fixAllKind] },
  });
  return actions?.[0]?.disabled?.reason;
}

/**
 * The editor keeps the byte-order mark outside the text, where edits cannot remove it. The server knows what is a
 * config, and whether nodes may read it.
 */
async function isConfigWithMark(document: TextDocument): Promise<boolean> {
  if (document.encoding !== 'utf8bom') return false;
  const actions = await actionsOf(document, 'quickfix');
  return actions.some(({ command, isPreferred }) => isPreferred && command?.command === saveAsUtf8Command);
}

function actionsOf(document: TextDocument, kind: string): Thenable<CodeAction[]> {
  const everything = new Range(0, 0, document.lineCount, 0);
  return commands.executeCommand('vscode.executeCodeActionProvider', document.uri, everything, kind, 1);
}
