import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fromFragment } from '../../playground/src/share.ts';

const editor = vi.hoisted(() => ({
  settings: {} as Record<string, unknown>,
  text: '{}',
  answer: undefined as string | undefined,
  opened: [] as string[],
  copied: [] as string[],
  said: [] as string[],
  commands: [] as unknown[],
}));
const uri = 'file:///repo/hotfix.json';
vi.mock('vscode', () => ({
  Uri: { parse: (text: string) => ({ toString: () => text }) },
  commands: { executeCommand: async (...given: readonly unknown[]) => void editor.commands.push(given) },
  env: {
    openExternal: async (link: object) => void editor.opened.push(String(link)),
    clipboard: { writeText: async (text: string) => void editor.copied.push(text) },
  },
  window: {
    showInformationMessage: async (text: string) => {
      editor.said.push(text);
      return editor.answer;
    },
  },
  workspace: {
    textDocuments: [{ uri: { toString: () => uri }, getText: () => editor.text }],
    getConfiguration: () => ({ get: (name: string) => editor.settings[name] }),
  },
}));
const { openInPlayground } = await import('../../client/src/open-in-playground.ts');

const address = 'https://example.com/site/playground/';
const config = '{ "hotfixes": { "202604.01": "202604.01.3" } }';
beforeEach(() => {
  Object.assign(editor, { settings: { playground: address }, text: config, answer: undefined });
  for (const list of [editor.opened, editor.copied, editor.said, editor.commands]) list.length = 0;
});

describe('Open in Playground', () => {
  it('opens the config after the "#", which browsers do not send', async () => {
    await openInPlayground(uri);
    const [link = ''] = editor.opened;
    expect(link.startsWith(`${address}#`)).toBe(true);
    const shared = { text: config, baked: '', hasRecord: true, baseline: null };
    expect(await fromFragment(new URL(link).hash.slice(1))).toEqual(shared);
  });

  it('takes the known baked versions of the settings with it', async () => {
    Object.assign(editor.settings, { bakedVersions: ['202604.01.0'], bundledRecord: false });
    await openInPlayground(uri);
    const shared = await fromFragment(new URL(editor.opened[0] ?? '').hash.slice(1));
    expect(shared).toMatchObject({ baked: '[\n  "202604.01.0"\n]', hasRecord: false });
  });

  it('copies a link that is too long to be opened', async () => {
    editor.text = Array.from({ length: 3000 }, (_, i) => (i * 7919).toString(36)).join('');
    await openInPlayground(uri);
    expect(editor.opened).toEqual([]);
    expect(editor.copied[0]?.startsWith(`${address}#`)).toBe(true);
    expect(editor.said[0]).toContain('It is in the clipboard.');
  });

  it.each([undefined, '', 'command:workbench.action.quit', 'file:///etc/motd'])(
    'opens nothing without a web address, and offers the setting: %j',
    async (given) => {
      editor.settings['playground'] = given;
      editor.answer = 'Open Setting';
      await openInPlayground(uri);
      expect(editor.opened).toEqual([]);
      expect(editor.said[0]).toContain('"hotfixConfig.playground" is not the address of a playground.');
      expect(editor.commands).toEqual([['workbench.action.openSettings', 'hotfixConfig.playground']]);
    },
  );

  it('asks for a config where none is open', async () => {
    await openInPlayground(undefined);
    expect(editor.said).toEqual(['Open a hotfix config first.']);
  });
});
