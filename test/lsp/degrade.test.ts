import { afterEach, describe, expect, it } from 'vitest';
import type { ClientCapabilities } from 'vscode-languageserver-protocol';
import {
  type CompletionItem,
  CompletionRequest,
  CompletionResolveRequest,
  DidSaveTextDocumentNotification,
  HoverRequest,
  InlayHintRequest,
  MarkupContent,
} from 'vscode-languageserver-protocol';
import { type ClientOptions, pulling, pushing, rangeOf, TestClient } from '../support/lsp-client.ts';

const root = 'file:///repo';
const uri = `${root}/hotfix.json`;
const rc = `${root}/.hotfixrc.json`;
const baked = '{ "bakedVersions": ["202604.01.0", "202604.01.3"] }';
const repeated = '{ "version": "202604.01.2", "version": "202604.01.3" }';

let client: TestClient;
afterEach(() => client.stop());

async function start(capabilities: ClientCapabilities, options: ClientOptions = {}): Promise<TestClient> {
  client = await TestClient.start({
    capabilities,
    folders: [root],
    files: new Map([[rc, baked]]),
    ...options,
  });
  return client;
}

async function findings(text: string) {
  await client.open(uri, text);
  await client.until(() => client.published.length > 0);
  return client.published.at(-1)?.diagnostics ?? [];
}

async function hoverAt(text: string, part: string) {
  const { start: position } = rangeOf(text, part);
  return client.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
}

function documented(item: CompletionItem | null): Promise<CompletionItem> {
  return client.connection.sendRequest(CompletionResolveRequest.type, item ?? { label: '' });
}

async function completionAt(text: string, part: string) {
  const { start: position } = rangeOf(text, part);
  const found = await client.connection.sendRequest(CompletionRequest.type, {
    textDocument: { uri },
    position,
  });
  return Array.isArray(found) ? (found[0] ?? null) : null;
}

describe('a client without capabilities', () => {
  it('gets findings without optional properties', async () => {
    await start({});
    const [finding] = await findings(repeated);
    expect(Object.keys(finding ?? {}).sort()).toEqual(['code', 'message', 'range', 'severity', 'source']);
    expect(client.published[0]).toMatchObject({ uri, version: 1 });
  });

  it('gets no capability that it cannot use, and no registration', async () => {
    await start({});
    const { capabilities } = client.result;
    expect(capabilities).toMatchObject({ positionEncoding: 'utf-16', hoverProvider: true });
    expect(capabilities.diagnosticProvider).toBeUndefined();
    expect(capabilities.codeActionProvider).toBeUndefined();
    // Every client can request documentation later.
    expect(capabilities.completionProvider).toMatchObject({ resolveProvider: true });
    await findings('{}');
    expect([client.registered, client.refreshes, client.hintRefreshes]).toEqual([[], 0, 0]);
  });

  it('gets plain text in all answers', async () => {
    await start({});
    const text = '{ "hotfixes": { "202604.01": "202604.01.2" } }';
    await findings(text);
    expect((await hoverAt(text, '202604'))?.contents).toEqual({
      kind: 'plaintext',
      value:
        'This entry upgrades 1 of 2 known baked versions of 202604.01 to 202604.01.2. Supported until 2026-10-01.\n' +
        '202604.01.0: upgrades to 202604.01.2\n202604.01.3: stays: already at a higher patch',
    });
    const item = await documented(await completionAt(text, '02604.01.2'));
    expect(item?.documentation).toEqual({
      kind: 'plaintext',
      value: expect.stringContaining('This entry upgrades 2 of 2'),
    });
    const [, hint] =
      (await client.connection.sendRequest(InlayHintRequest.type, {
        textDocument: { uri },
        range: rangeOf(text, text),
      })) ?? [];
    expect(hint).toMatchObject({ label: 'upgrades 1 of 2', tooltip: { kind: 'plaintext' } });
  });
});

describe('a client that supports Markdown only for hovers or only for documentation', () => {
  const markdown: MarkupContent['kind'][] = ['markdown', 'plaintext'];
  it.each<[string, NonNullable<ClientCapabilities['textDocument']>, string, string]>([
    ['hovers', { hover: { contentFormat: markdown } }, 'markdown', 'plaintext'],
    [
      'completion',
      { completion: { completionItem: { documentationFormat: markdown } } },
      'plaintext',
      'markdown',
    ],
  ])('gets it in %s only', async (_, textDocument, inHover, inCompletion) => {
    await start({ ...pushing, textDocument });
    const text = '{ "hotfixes": { "202604.01": "202604.01.2" } }';
    await findings(text);
    const hover = await hoverAt(text, '202604');
    const item = await documented(await completionAt(text, '02604.01.2'));
    const kinds = [hover?.contents, item?.documentation].map(
      (found) => MarkupContent.is(found) && found.kind,
    );
    expect(kinds).toEqual([inHover, inCompletion]);
  });
});

describe('a client that shows both formats', () => {
  it.each([
    [['plaintext', 'markdown'], 'plaintext'],
    [['markdown', 'plaintext'], 'markdown'],
    [['html', 'plaintext', 'markdown'], 'plaintext'],
    [['html'], 'plaintext'],
  ])('gets the one that it prefers: %j', async (formats, kind) => {
    const format = formats as MarkupContent['kind'][];
    const completion = { completionItem: { documentationFormat: format } };
    await start({ ...pushing, textDocument: { hover: { contentFormat: format }, completion } });
    const text = '{ "hotfixes": { "202604.01": "202604.01.2" } }';
    await findings(text);
    const item = await documented(await completionAt(text, '02604.01.2'));
    const found = [(await hoverAt(text, '202604'))?.contents, item.documentation];
    expect(found.map((content) => MarkupContent.is(content) && content.kind)).toEqual([kind, kind]);
  });
});

describe('a client that compares the typed text with the start of the inserted one', () => {
  it.each([
    ['{ "hotfixes": { "2026|', '202604.01": "202604.01.4"'],
    ['{ "hotfixes": { "2026|" } }', '202604.01": "202604.01.4'],
    ['{ "hotfixes": { "202604.01": "2026|" } }', '202604.01.4'],
    ['{ "hotfixes": { "2026|": "202605.30.2" } }', '202604.01'],
  ])('gets text for between the existing quotes: %s', async (marked, newText) => {
    await start({});
    await findings(marked.replace('|', ''));
    const position = { line: 0, character: marked.indexOf('|') };
    const found = await client.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri },
      position,
    });
    const [item] = Array.isArray(found) ? found : [];
    const range = { start: { line: 0, character: position.character - '2026'.length }, end: position };
    expect(item).toMatchObject({ textEdit: { range, newText } });
    expect(item?.filterText).toBeUndefined();
  });
});

describe('a client that knows code actions as commands only', () => {
  it('is offered none, since none of them is a command', async () => {
    await start({ textDocument: { codeAction: {} } });
    expect(client.result.capabilities.codeActionProvider).toBeUndefined();
  });
});

describe('a client that resolves actions, but loses what it is to send back', () => {
  it('gets each action whole', async () => {
    const codeAction = { ...pulling.textDocument?.codeAction, dataSupport: false };
    await start({ ...pulling, textDocument: { ...pulling.textDocument, codeAction } });
    const text = '{ "version": "v202604.01.3" }';
    await client.open(uri, text);
    const [action] = await client.actions(uri, rangeOf(text, 'v202604'), ['quickfix']);
    expect(action).toMatchObject({ edit: { changes: { [uri]: [{ newText: '202604.01.3' }] } } });
    expect(action?.data).toBeUndefined();
  });
});

describe('a client that watches no files', () => {
  const zero = '{ "version": "202604.01.0" }';

  it('has the project file read again when any document is saved', async () => {
    const files = new Map([[rc, '{ "rules": { "never-upgrades": "off" } }']]);
    await start(pushing, { files });
    expect(client.result.capabilities.textDocumentSync).toMatchObject({ save: true });
    expect(await findings(zero)).toEqual([]);
    files.set(rc, '{ "rules": { "never-upgrades": "error" } }');
    await client.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri } });
    await client.until(() => client.published.at(-1)?.diagnostics.length === 1);
    expect(client.published.at(-1)?.diagnostics).toMatchObject([{ code: 'never-upgrades', severity: 1 }]);
  });

  it('has the records of baked versions looked for again', async () => {
    const files = new Map<string, string>();
    await start(pushing, { files });
    const text = '{ "hotfixes": { "202604.01": "202604.01.3" } }';
    expect(await findings(text)).toEqual([]);
    files.set(`${root}/vhdbuilder/release-notes/AKSUbuntu/gen2/2204containerd/202604.01.5.txt`, '');
    await client.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri } });
    await client.until(() => client.published.at(-1)?.diagnostics.length === 1);
    expect(client.published.at(-1)?.diagnostics).toMatchObject([{ code: 'already-baked' }]);
  });
});

it('a client that watches files reports saves too, because HEAD may have moved', async () => {
  await start({ ...pushing, workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } });
  expect(client.result.capabilities.textDocumentSync).toMatchObject({ save: true });
});

it('a client that watches only its folders has a project file elsewhere applied when it is saved', async () => {
  const capabilities = { ...pushing, workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };
  const elsewhere = 'file:///elsewhere/parts';
  const [config, project] = [`${elsewhere}/nodes-hotfix.json`, `${elsewhere}/.hotfixrc.json`];
  const files = new Map([[project, '{}']]);
  await start(capabilities, { files });
  const shown = () => client.published.findLast(({ uri: of }) => of === config)?.diagnostics ?? [];
  await client.open(project, '{}');
  await client.open(config, '{ "version": "202605.30.0" }');
  await client.until(() => shown().some(({ severity }) => severity === 2));
  files.set(project, '{ "rules": { "never-upgrades": "error" } }');
  const saved = { textDocument: { uri: project } };
  await client.connection.sendNotification(DidSaveTextDocumentNotification.type, saved);
  await client.until(() => shown().some(({ severity }) => severity === 1));
});

it('a client that prefers UTF-8 columns gets UTF-16 ones, which every client supports', async () => {
  await start({ ...pushing, general: { positionEncodings: ['utf-8', 'utf-16'] } });
  expect(client.result.capabilities.positionEncoding).toBe('utf-16');
  const text = '{ "noté€😀": "", "version": "v202604.01.3" }';
  const found = await findings(text);
  expect(found.find(({ code }) => code === 'malformed-version')?.range).toEqual(
    rangeOf(text, 'v202604.01.3'),
  );
});
