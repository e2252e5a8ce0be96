import { afterEach, describe, expect, it, vi } from 'vitest';
import { HoverRequest, InlayHintRequest } from 'vscode-languageserver-protocol';
import { patience } from '../../server/src/lsp/after.ts';
import { ale, helix, kate, qtCreator } from '../support/editor-capabilities.ts';
import { type ClientOptions, pulling, rangeOf, TestClient } from '../support/lsp-client.ts';

const config = '{ "hotfixes": { "202604.13": "202604.13.1" } }';
const record = 'vhdbuilder/release-notes/AKSUbuntu/gen2/2204containerd/202604.13.0.txt';

let client: TestClient;
afterEach(() => client.stop());

async function start(options: ClientOptions): Promise<void> {
  client = await TestClient.start({ capabilities: helix, settings: () => null, ...options });
}

/** The hint after the entry, which has the number of known baked versions. */
async function hintIn(uri: string): Promise<unknown> {
  await client.open(uri, config);
  const range = rangeOf(config, config);
  // The first one is about the whole config.
  const [, hint] =
    (await client.connection.sendRequest(InlayHintRequest.type, { textDocument: { uri }, range })) ?? [];
  return hint?.label;
}
const known = 'upgrades 1 of 1';

describe('records and "files" of the workspace folder are found for a document', () => {
  it.each([
    ['with the drive in another case and spelled out', 'file:///C:/ws', 'file:///c%3A/ws/pins/nodes.json'],
    ['with the drive in percent signs', 'file:///c%3A/ws/', 'file:///C:/ws/pins/nodes.json'],
    ['with a folder on a drive in another case', 'file:///C:/Work/WS', 'file:///c:/work/ws/pins/nodes.json'],
    ['with an accent in two pieces', 'file:///r%C3%A9po', 'file:///re%CC%81po/pins/nodes.json'],
    ['with an accent in one piece', 'file:///re\u0301po', 'file:///r%C3%A9po/pins/nodes.json'],
    ['with brackets and blanks as they are', 'file:///my%20%5Bws%5D', 'file:///my [ws]/pins/nodes.json'],
    ['with a percent sign as itself', 'file:///100%', 'file:///100%25/pins/nodes.json'],
    ['in the root of the file system', 'file:///', 'file:///pins/nodes.json'],
  ])('%s', async (_, root, uri) => {
    const plain = root.replace(/\/$/, '');
    await start({
      folders: [root],
      files: new Map([[`${plain}/${record}`, '']]),
      settings: () => ({ files: ['pins/*.json'] }),
    });
    expect(await hintIn(uri)).toBe(known);
  });

  it.each([
    ['opened by a link, the document by its real path', 'file:///link', 'file:///real/ws/pins/nodes.json'],
    ['opened by its real path, the document by a link', 'file:///real/ws', 'file:///link/pins/nodes.json'],
  ])('%s', async (_, root, uri) => {
    const real = (original: string) => original.replace('file:///link', 'file:///real/ws');
    await start({
      folders: [root],
      files: new Map([[`${root}/${record}`, '']]),
      settings: () => ({ files: ['pins/*.json'] }),
      machine: { realUri: async (original) => real(original) },
    });
    expect(await hintIn(uri)).toBe(known);
  });

  it('but not where only the case of a name differs on a system that looks at it', async () => {
    await start({ folders: ['file:///WS'], files: new Map([[`file:///WS/${record}`, '']]) });
    expect(await hintIn('file:///ws/hotfix.json')).toBeUndefined();
  });
});

describe('a client that names its root', () => {
  it.each<[string, NonNullable<ClientOptions['roots']>, string]>([
    ['by its URI beside an empty list', { workspaceFolders: [], rootUri: 'file:///ws' }, 'file:///ws'],
    ['by its URI beside null', { workspaceFolders: null, rootUri: 'file:///ws' }, 'file:///ws'],
    ['by its path alone', { rootUri: null, rootPath: '/my ws' }, 'file:///my%20ws'],
    ['by a path of Windows', { rootUri: null, rootPath: 'C:\\My [ws]\\a' }, 'file:///c:/my%20%5Bws%5D/a'],
    ['on a share', { rootUri: null, rootPath: '\\\\server\\share\\ws' }, 'file://server/share/ws'],
  ])('%s has its records found', async (_, roots, folder) => {
    const asked: string[] = [];
    await start({
      capabilities: kate,
      roots,
      machine: { realUri: async (original) => original },
      files: {
        get: (uri: string) => void asked.push(uri),
        keys: () => [`${folder}/${record}`].values(),
      } as unknown as Map<string, string>,
    });
    await hintIn(`${folder}/hotfix.json`);
    expect(asked.map((uri) => uri.toLowerCase())).toContain(
      `${folder.replace('c:', 'c%3a')}/pkg/agent/datamodel/linux_sig_version.json`.toLowerCase(),
    );
  });
});

describe('records above the folder that the client has opened', () => {
  const clone = 'file:///home/me/agentbaker';
  const uri = `${clone}/parts/linux/cloud-init/artifacts/aks-node-controller-hotfix.json`;
  const machine = { isRepository: async (folder: string) => folder === clone };
  const files = new Map([[`${clone}/${record}`, '']]);

  it.each<[string, ClientOptions]>([
    [
      'in ALE, whose root is the folder of the config',
      { capabilities: ale, folders: [uri.slice(0, uri.lastIndexOf('/'))] },
    ],
    ['in Kate, whose root is that of the project file', { capabilities: kate, folders: [`${clone}/parts`] }],
    ['in Qt Creator, which has no root', { capabilities: qtCreator, roots: { rootUri: null } }],
    ['in a client whose root is above the repository', { folders: ['file:///home/me'] }],
  ])('are used up to the root of the repository, %s', async (_, options) => {
    await start({ files, machine, ...options });
    expect(await hintIn(uri)).toBe(known);
  });

  it('are not looked for outside of the repository', async () => {
    await start({
      files: new Map([[`file:///home/me/${record}`, '']]),
      machine,
      folders: [`${clone}/parts`],
    });
    expect(await hintIn(uri)).toBeUndefined();
  });

  it('are not searched outside the workspace without a repository', async () => {
    const isRepository = async () => false;
    await start({ files, machine: { isRepository }, folders: [`${clone}/parts`] });
    expect(await hintIn(uri)).toBeUndefined();
  });

  it('are those of the nearest folder that has any', async () => {
    const other = `${clone}/parts/vhdbuilder/release-notes/AKSUbuntu/x`;
    await start({ files: new Map([...files, [`${other}/202604.13.5.txt`, '']]), machine, folders: [clone] });
    expect(await hintIn(uri)).toBe('upgrades 0 of 1');
  });
});

describe('a client that never answers workspace/configuration', () => {
  afterEach(() => void vi.useRealTimers());

  it('gets findings and hovers by the defaults, and by its settings once they come', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const answers: ((settings: unknown) => void)[] = [];
    let onAsked = () => {};
    const asked = () =>
      new Promise<void>((resolve) => {
        onAsked = resolve;
      });
    client = await TestClient.start({
      capabilities: pulling,
      settings: () => {
        onAsked();
        return new Promise((resolve) => answers.push(resolve));
      },
    });
    const first = asked();
    const uri = 'file:///ws/hotfix.json';
    const zero = '{ "version": "202604.01.0" }';
    await client.open(uri, zero);
    const position = { line: 0, character: 16 };
    const hover = client.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
    await first;
    vi.advanceTimersByTime(patience);
    expect(await hover).not.toBeNull();
    expect(await client.rulesAt(uri)).toEqual(['never-upgrades']);
    const refreshes = client.refreshes;
    answers[0]?.({ rules: { 'never-upgrades': 'off' } });
    await client.until(() => client.refreshes > refreshes);
    // It is asked again, and may be late again. Until then, its last answer counts.
    const again = asked();
    const later = client.rulesAt(uri);
    await again;
    vi.advanceTimersByTime(patience);
    expect(await later).toEqual([]);
  });
});
