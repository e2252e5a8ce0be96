import * as vscode from 'vscode';

/** The extension host of this run. The runner writes its name into the bundle. */
declare const EXTENSION_HOST: 'node' | 'web';
export const expectedHost = EXTENSION_HOST;

export const extensionId = 'hotfix-config.hotfix-config';

/** A limit for a hanging test. The speed of the machine is not tested. */
export const limit = 120_000;

export function workspaceFolder(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('The runner opened no folder.');
  return folder.uri;
}

/** Writes a file of the workspace and opens it in an editor. */
export async function openText(name: string, text: string): Promise<vscode.TextDocument> {
  const uri = vscode.Uri.joinPath(workspaceFolder(), name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return openFile(name);
}

/** Opens a file that the workspace has. */
export async function openFile(name: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(workspaceFolder(), name));
  await vscode.window.showTextDocument(document);
  return document;
}

export async function fileText(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

/** Types: replaces the whole text of a document, without saving it. */
export async function replaceText(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  await applyEdit(edit);
}

export function closeAllEditors(): Thenable<void> {
  return vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Resolves with the result of `look` as soon as there is one: at once, or after one of the events. */
export function until<T>(
  what: string,
  events: readonly vscode.Event<unknown>[],
  look: () => T | undefined,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const subscriptions: vscode.Disposable[] = [];
    const stop = () => {
      clearTimeout(timer);
      for (const subscription of subscriptions) subscription.dispose();
    };
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`${what} did not come within ${limit / 1000} s`));
    }, limit);
    const check = () => {
      const found = look();
      if (found === undefined) return;
      stop();
      resolve(found);
    };
    for (const event of events) subscriptions.push(event(check));
    check();
  });
}

/** This extension's findings on a document, without those of the built-in JSON support. */
export function findings(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'hotfix');
}

/** The findings on a document when they are as `expected`. Otherwise it fails with the current ones. */
export async function findingsOnce(
  uri: vscode.Uri,
  expected: (found: readonly vscode.Diagnostic[]) => boolean,
): Promise<vscode.Diagnostic[]> {
  try {
    return await until('the findings', [vscode.languages.onDidChangeDiagnostics], () => {
      const found = findings(uri);
      return expected(found) ? found : undefined;
    });
  } catch (error) {
    const shown = vscode.languages.getDiagnostics(uri).map((finding) => `\n  ${describeFinding(finding)}`);
    throw new Error(
      `${error instanceof Error ? error.message : error}; instead:${shown.join('') || ' none'}`,
    );
  }
}

/** The rules that found something, in the order of the findings. */
export function ruleIds(found: readonly vscode.Diagnostic[]): string[] {
  return found.map(({ code }) => String(typeof code === 'object' ? code.value : code));
}

function describeFinding(finding: vscode.Diagnostic): string {
  const { start } = finding.range;
  const code = typeof finding.code === 'object' ? finding.code.value : finding.code;
  return `${start.line + 1}:${start.character + 1} ${finding.source}(${code}) ${finding.message}`;
}

/** The code actions at a position, resolved, as the light bulb would list them. */
export async function codeActions(
  document: vscode.TextDocument,
  range: vscode.Range,
  kind?: vscode.CodeActionKind,
): Promise<vscode.CodeAction[]> {
  const found = await vscode.commands.executeCommand<(vscode.CodeAction | vscode.Command)[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    kind?.value,
    100,
  );
  return found.filter((action): action is vscode.CodeAction => action instanceof vscode.CodeAction);
}

/** The only code action whose title begins like this. */
export async function codeAction(
  document: vscode.TextDocument,
  range: vscode.Range,
  title: string,
): Promise<vscode.CodeAction> {
  const until = Date.now() + limit;
  for (;;) {
    const offered = await codeActions(document, range);
    const action = offered.find((one) => one.title.startsWith(title));
    if (action) return action;
    // VS Code returns nothing if an extension registers or removes a provider at the same time, so this asks again.
    if (offered.length > 0 || Date.now() > until)
      throw new Error(
        `No "${title}" is offered, but: ${offered.map((one) => one.title).join(', ') || 'nothing'}`,
      );
  }
}

/** Applies the action, as if the user had chosen it. */
export async function applyAction(action: vscode.CodeAction): Promise<void> {
  if (action.edit) await applyEdit(action.edit);
  if (action.command) {
    await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
  }
}

async function applyEdit(edit: vscode.WorkspaceEdit): Promise<void> {
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error('VS Code refused the edit.');
}

/** The text of the hover at a position: all parts, as Markdown. */
export async function hoverText(uri: vscode.Uri, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    uri,
    position,
  );
  const parts = hovers.flatMap(({ contents }) => contents);
  return parts.map((part) => (typeof part === 'string' ? part : part.value)).join('\n\n');
}

/** The position of the first occurrence of a text in a document. */
export function positionOf(document: vscode.TextDocument, text: string): vscode.Position {
  const offset = document.getText().indexOf(text);
  if (offset < 0) throw new Error(`"${text}" is not in ${document.uri.path}`);
  return document.positionAt(offset);
}
