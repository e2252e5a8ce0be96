import {
  type QuickPickItem,
  QuickPickItemKind,
  Selection,
  TextEditorRevealType,
  ThemeColor,
  ThemeIcon,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient, WorkspaceEdit } from 'vscode-languageclient';
import {
  type AddHotfixesParams,
  type AddHotfixesResult,
  addHotfixesRequest,
  type CandidateBase,
  type CandidatesParams,
  candidatesRequest,
} from '../../server/src/protocol.ts';
import { openConfigFirst } from './coverage/configs.ts';
import { plain } from './pick-or-type.ts';

interface BaseItem extends QuickPickItem {
  readonly base?: string;
}

/** Lets the user choose bases and adds an entry with the next patch for each, to an open config, by its URI. */
export async function addHotfixes(
  client: BaseLanguageClient | undefined,
  uri: string | undefined,
): Promise<void> {
  const candidates = client && uri !== undefined ? await candidatesFor(client, uri) : null;
  if (!client || uri === undefined || !candidates) return say(openConfigFirst);
  if (candidates.length === 0) return say('No base inside the support window is known.');
  const bases = await pickBases(candidates);
  if (bases.length === 0) return;
  const params: AddHotfixesParams = { uri, bases };
  const result = await client.sendRequest<AddHotfixesResult | null>(addHotfixesRequest, params);
  if (!result) say(openConfigFirst);
  else if ('problem' in result) say(`No hotfix was added. ${result.problem}`);
  else await insert(client, uri, result);
}

function candidatesFor(client: BaseLanguageClient, uri: string): Promise<readonly CandidateBase[] | null> {
  const params: CandidatesParams = { uri };
  return client.sendRequest(candidatesRequest, params);
}

async function insert(
  client: BaseLanguageClient,
  uri: string,
  { edit, added }: Extract<AddHotfixesResult, { added: unknown }>,
): Promise<void> {
  const changes = await client.protocol2CodeConverter.asWorkspaceEdit(edit as WorkspaceEdit);
  if (!(await workspace.applyEdit(changes))) return say('The file changed meanwhile. Try again.');
  const editor = await window.showTextDocument(Uri.parse(uri));
  const last = `"${added.at(-1)}"`;
  const at = editor.document.getText().lastIndexOf(last);
  const caret = editor.document.positionAt(at + last.length);
  editor.selection = new Selection(caret, caret);
  editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
}

/** The checked bases, or else the highlighted one; none if canceled. */
function pickBases(candidates: readonly CandidateBase[]): Promise<string[]> {
  const pick = window.createQuickPick<BaseItem>();
  pick.title = 'Add Hotfix';
  pick.placeholder = 'Check supported bases, then press Enter';
  pick.canSelectMany = true;
  pick.matchOnDescription = true;
  pick.items = itemsOf(candidates);
  const possible = (items: readonly BaseItem[]) => items.filter(({ base }) => base !== undefined);
  // An item cannot be disabled.
  pick.onDidChangeSelection((items) => {
    if (possible(items).length < items.length) pick.selectedItems = possible(items);
  });
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      const chosen = pick.selectedItems.length > 0 ? pick.selectedItems : pick.activeItems.slice(0, 1);
      resolve(chosen.flatMap(({ base }) => base ?? []));
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve([]);
      pick.dispose();
    });
    pick.show();
  });
}

function itemsOf(candidates: readonly CandidateBase[]): BaseItem[] {
  const possible = candidates.flatMap(({ base, next, images, supportedUntil, why }): BaseItem[] => {
    const counted = images === 0 ? [] : [`${images} image${images === 1 ? '' : 's'}`];
    const description = [next, ...counted, `supported until ${supportedUntil}`].join(' · ');
    return why === null ? [{ base, label: base, description }] : [];
  });
  const others = candidates.flatMap(({ base, why }): BaseItem[] =>
    why === null ? [] : [{ label: base, description: plain(why), iconPath: unavailable }],
  );
  const heading: BaseItem = { label: 'cannot be added', kind: QuickPickItemKind.Separator };
  return others.length === 0 ? possible : [...possible, heading, ...others];
}

const unavailable = new ThemeIcon('circle-slash', new ThemeColor('disabledForeground'));

function say(text: string): void {
  void window.showInformationMessage(text);
}
