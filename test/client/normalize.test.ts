import { beforeEach, expect, it, vi } from 'vitest';

interface Action {
  readonly edit?: { get(): readonly unknown[] };
  readonly command?: { readonly command: string };
  readonly isPreferred?: boolean;
}

const editor = vi.hoisted(() => ({
  encoding: 'utf8bom',
  version: 1,
  actions: {} as Record<string, readonly Action[]>,
  /** With the disabled ones, which the editor does not pass on. */
  ofServer: [] as readonly unknown[],
  done: [] as unknown[],
  said: [] as string[],
}));
const uri = { scheme: 'file', toString: () => 'file:///repo/hotfix.json' };
vi.mock('vscode', () => ({
  FilePermission: { Readonly: 1 },
  Range: class {},
  commands: {
    executeCommand: async (name: string, ...args: readonly unknown[]) => {
      if (name === 'vscode.executeCodeActionProvider') return editor.actions[String(args[2])] ?? [];
      return void editor.done.push([name, ...args]);
    },
  },
  window: {
    showInformationMessage: async (text: string) => void editor.said.push(text),
    activeTextEditor: {
      document: {
        uri,
        lineCount: 1,
        get encoding() {
          return editor.encoding;
        },
        get version() {
          return editor.version;
        },
      },
      edit: async () => {
        editor.version++;
        editor.done.push('edited');
        return true;
      },
    },
  },
  workspace: { asRelativePath: () => 'hotfix.json' },
}));
vi.mock('../../client/src/saving.ts', () => ({ canBeSaved: async () => true }));
const server = {
  code2ProtocolConverter: { asTextDocumentIdentifier: () => ({ uri: uri.toString() }) },
  sendRequest: async () => editor.ofServer,
} as unknown as Parameters<typeof normalizeEntries>[0];
const { normalizeEntries } = await import('../../client/src/normalize.ts');

const saveAsUtf8 = { command: { command: 'hotfixConfig.saveAsUtf8' }, isPreferred: true };
const fixAll = { edit: { get: () => [{ range: {}, newText: '' }] } };
const saved = ['hotfixConfig.saveAsUtf8', 'file:///repo/hotfix.json'];
beforeEach(() =>
  Object.assign(editor, { encoding: 'utf8bom', version: 1, actions: {}, ofServer: [], done: [], said: [] }),
);

it('Normalize removes a byte-order mark, also where nothing else is to be normalized', async () => {
  editor.actions = { quickfix: [saveAsUtf8] };
  await normalizeEntries(server, async () => false);
  expect([editor.done, editor.said]).toEqual([[saved], []]);
});

it('Normalize applies the safe fixes first', async () => {
  editor.actions = { quickfix: [saveAsUtf8], 'source.fixAll.hotfix': [fixAll] };
  await normalizeEntries(server, async () => false);
  expect([editor.done, editor.said]).toEqual([['edited', saved], []]);
});

it('Normalize says why a file is not normalized', async () => {
  const reason = 'This file is not normalized: it has more than 10000 findings.';
  editor.ofServer = [{ title: 'Normalize', disabled: { reason } }];
  await normalizeEntries(server, async () => false);
  expect([editor.done, editor.said]).toEqual([[], [reason]]);
});

it.each([
  ['utf8bom', {}],
  ['utf16le', { quickfix: [saveAsUtf8] }],
  ['utf8bom', { quickfix: [{ ...saveAsUtf8, isPreferred: false }] }],
  ['utf8', { quickfix: [saveAsUtf8] }],
])('Normalize leaves another file and another encoding: %s, %j', async (encoding, actions) => {
  Object.assign(editor, { encoding, actions });
  await normalizeEntries(server, async () => false);
  const nothing = 'Nothing to normalize in hotfix.json: it has no finding with a safe fix.';
  expect([editor.done, editor.said]).toEqual([[], [nothing]]);
});
