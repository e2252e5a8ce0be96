import { afterEach, describe, expect, it } from 'vitest';
import {
  type ClientCapabilities,
  DidChangeWatchedFilesNotification,
  DidSaveTextDocumentNotification,
  InlayHintRequest,
} from 'vscode-languageserver-protocol';
import { editors, helix, kate, neovim, sublime } from '../support/editor-capabilities.ts';
import { type ClientOptions, rangeOf, TestClient } from '../support/lsp-client.ts';

const root = 'file:///repo';
const uri = `${root}/pins/hotfix.json`;
const rc = `${root}/.hotfixrc.json`;
const recorded: [string, string][] = [
  [`${root}/vhdbuilder/release-notes/AKSUbuntu/gen2/2204containerd/202604.13.0.txt`, ''],
];
const unknown = '{ "hotfixes": { "202603.01": "202603.01.2" } }';

let client: TestClient;
afterEach(() => client.stop());

async function start(capabilities: ClientCapabilities, options: ClientOptions = {}): Promise<void> {
  client = await TestClient.start({
    capabilities,
    folders: [root],
    files: new Map(recorded),
    settings: () => null,
    ...options,
  });
}

/** The diagnostics that the client shows, pushed or pulled. */
const pulls = () => client.result.capabilities.diagnosticProvider !== undefined;
const shown = async (of = uri): Promise<unknown[]> =>
  pulls()
    ? client.rulesAt(of)
    : (client.published.findLast((one) => one.uri === of)?.diagnostics.map(({ code }) => code) ?? []);

async function untilShown(rules: readonly string[], of = uri): Promise<void> {
  for (;;) {
    const [refreshes, published] = [client.refreshes, client.published.length];
    if (String(await shown(of)) === String(rules)) return;
    await client.until(() => client.refreshes > refreshes || client.published.length > published);
  }
}

/** A client that watches files sees the change, too. */
async function save(saved: string): Promise<void> {
  const textDocument = { uri: saved };
  await client.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument });
  if (client.registered.some(({ method }) => method === DidChangeWatchedFilesNotification.method))
    await client.changeFile(saved);
}

describe.each(editors)('%s', (_, capabilities) => {
  it('shows the findings after the search for baked versions', async () => {
    await start(capabilities);
    await client.open(uri, unknown);
    await untilShown(['unknown-base']);
  });

  it('applies a project file that is saved in a tab', async () => {
    const off = '{ "rules": { "unknown-base": "off" } }';
    const files = new Map([...recorded, [rc, '{}'] as const]);
    await start(capabilities, { files });
    await client.open(rc, '{}');
    await client.open(uri, unknown);
    await untilShown(['unknown-base']);
    files.set(rc, off);
    await client.change(rc, { text: off });
    await save(rc);
    await untilShown([]);
  });

  it('has findings in a file that only the project file makes a config', async () => {
    const pinned = `${root}/pins/nodes.json`;
    await start(capabilities, {
      files: new Map([...recorded, [rc, '{ "files": ["pins/*.json"] }']]),
    });
    await client.open(pinned, unknown);
    await untilShown(['unknown-base'], pinned);
  });

  it('gets all capabilities at start-up', async () => {
    await start(capabilities);
    const { capabilities: announced } = client.result;
    expect(announced).toMatchObject({
      textDocumentSync: { openClose: true, change: 2 },
      hoverProvider: true,
      definitionProvider: true,
      inlayHintProvider: true,
      codeLensProvider: {},
      completionProvider: {},
      codeActionProvider: {},
    });
    await client.open(uri, unknown);
    await untilShown(['unknown-base']);
    const methods = client.registered.map(({ method }) => method);
    expect(methods.filter((method) => method.startsWith('textDocument/'))).toEqual([]);
  });
});

describe.each([
  ['Helix', helix],
  ['Kate', kate],
])('%s, which requests hints once', (_, capabilities) => {
  it('is given those of the whole catalogue', async () => {
    await start(capabilities);
    const text = '{ "hotfixes": { "202604.13": "202604.13.1" } }';
    await client.open(uri, text);
    const range = rangeOf(text, text);
    const hints = await client.connection.sendRequest(InlayHintRequest.type, {
      textDocument: { uri },
      range,
    });
    expect(hints?.map(({ label }) => label)).toEqual(['1 of 1 entry applies', 'upgrades 1 of 1']);
  });
});

describe('a client that pulls', () => {
  it.each<[string, ClientCapabilities, boolean]>([
    ['and cannot be asked to pull again', neovim, false],
    [
      'and declares that it cannot',
      { ...sublime, workspace: { ...sublime.workspace, diagnostics: { refreshSupport: false } } },
      false,
    ],
    ['and can be asked to', sublime, true],
  ])('%s gets findings pushed or pulls them', async (_, capabilities, expected) => {
    await start(capabilities);
    expect(pulls()).toBe(expected);
    await client.open(uri, unknown);
    await untilShown(['unknown-base']);
    expect(client.published.length > 0).toBe(!expected);
  });
});
