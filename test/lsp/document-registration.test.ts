import { describe, expect, it } from 'vitest';
import { CodeActionRequest, HoverRequest, type TextDocumentFilter } from 'vscode-languageserver-protocol';
import { pulling, TestClient } from '../support/lsp-client.ts';

const root = 'file:///workspace';
const project = `${root}/.hotfixrc.json`;
const dynamic = { dynamicRegistration: true };
const capabilities = {
  ...pulling,
  workspace: { ...pulling.workspace, didChangeWatchedFiles: dynamic },
  textDocument: {
    ...pulling.textDocument,
    synchronization: dynamic,
    hover: dynamic,
    completion: dynamic,
    definition: dynamic,
    inlayHint: dynamic,
    codeLens: dynamic,
    diagnostic: { ...pulling.textDocument?.diagnostic, ...dynamic },
    codeAction: { ...pulling.textDocument?.codeAction, ...dynamic },
  },
};

async function start(files: Map<string, string>): Promise<TestClient> {
  const client = await TestClient.start({
    capabilities,
    initializationOptions: { clientFiles: true },
    folders: [root],
    files,
  });
  await client.until(() => client.registered.some(({ method }) => method === HoverRequest.method));
  return client;
}

const mostly = (of: string) => (registration: string) => registration.endsWith(of);

it('an editor has the new providers before the old ones go, and keeps every document open', async () => {
  const files = new Map([[project, '{ "files": ["a.conf"] }']]);
  const client = await start(files);
  files.set(project, '{ "files": ["a.conf", "b.txt"] }');
  await client.changeFile(project);
  await client.until(() => client.registrations.some(mostly('- textDocument/codeLens')));
  expect(client.registrations.filter(mostly(CodeActionRequest.method))).toEqual([
    '+ textDocument/codeAction',
    '+ textDocument/codeAction',
    '- textDocument/codeAction',
  ]);
  expect(client.registrations.filter((one) => /^- .*did(?:Open|Close|Save)$/.test(one))).toEqual([]);
  await client.stop();
});

it('an editor that watches its folders also reports saves, for files elsewhere', async () => {
  const client = await start(new Map());
  expect(client.registrations.filter(mostly('/didSave'))).toEqual(['+ textDocument/didSave']);
  await client.stop();
});

it('nothing is registered again for settings without more documents', async () => {
  const files = new Map([[project, '{ "files": ["a.conf", "b.txt"] }']]);
  const client = await start(files);
  const before = [...client.registrations];
  for (const text of ['{ "files": ["b.txt"] }', '{}', '{ "files": ["c.txt"] }']) {
    files.set(project, text);
    await client.changeFile(project);
  }
  files.set(project, '{ "files": ["d.yaml"] }');
  await client.changeFile(project);
  await client.until(() => client.registrations.length > before.length);
  expect(client.registrations.slice(before.length).filter(mostly('+ textDocument/hover'))).toHaveLength(1);
  await client.stop();
});

it('a change that an editor sends twice, for the old and the new registration, is applied once', async () => {
  const uri = `${root}/hotfix.json`;
  const client = await start(new Map());
  await client.open(uri, '{ "hotfixes": {} }');
  const range = { start: { line: 0, character: 15 }, end: { line: 0, character: 15 } };
  const params = {
    textDocument: { uri, version: 2 },
    contentChanges: [{ range, text: '"202604.01": "202604.01.3"' }],
  };
  await client.connection.sendNotification('textDocument/didChange', params);
  await client.connection.sendNotification('textDocument/didChange', params);
  expect(await client.rulesAt(uri)).toEqual([]);
  await client.stop();
});

describe('the scripts of AgentBaker, in an editor that lets the server choose its documents', () => {
  const path = '**/parts/linux/cloud-init/nodecustomdata.yml';

  it('sends the payload at its path, and no other YAML', async () => {
    const client = await start(new Map());
    await client.until(() => client.registered.some(({ method }) => method === 'textDocument/inlayHint'));
    const patternsOf = (method: string) =>
      client
        .registration<{ documentSelector: TextDocumentFilter[] }>(method)
        .documentSelector.map((filter) => ('pattern' in filter ? filter.pattern : undefined));
    for (const method of ['didOpen', 'didChange', 'didClose', 'diagnostic', 'codeAction'])
      expect(patternsOf(`textDocument/${method}`).filter((pattern) => /ya?ml/.test(String(pattern)))).toEqual(
        [path],
      );
    for (const method of ['hover', 'completion', 'definition', 'inlayHint', 'codeLens'])
      expect(patternsOf(`textDocument/${method}`)).not.toContain(path);
    await client.stop();
  });

  it('watches it', async () => {
    const client = await start(new Map());
    await client.until(() => client.registered.some(({ method }) => method === 'textDocument/inlayHint'));
    const method = 'workspace/didChangeWatchedFiles';
    await client.until(() => client.registered.some((one) => one.method === method));
    const { watchers } = client.registration<{ watchers: { globPattern: string }[] }>(method);
    expect(watchers.map(({ globPattern }) => globPattern)).toContain(path);
    await client.stop();
  });
});
