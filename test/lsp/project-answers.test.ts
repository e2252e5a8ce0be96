import { afterEach, describe, expect, it } from 'vitest';
import { CompletionRequest, HoverRequest } from 'vscode-languageserver-protocol';
import { TestClient } from '../support/lsp-client.ts';

const uri = 'file:///repo/.hotfixrc.json';
let client: TestClient;
afterEach(() => client.stop());

async function ask(initializationOptions: object) {
  client = await TestClient.start({ initializationOptions });
  await client.open(uri, '{ "rules": { "empty-patch": "o" } }');
  const at = (character: number) => ({ textDocument: { uri }, position: { line: 0, character } });
  const completions = await client.connection.sendRequest(CompletionRequest.type, at(30));
  const hover = await client.connection.sendRequest(HoverRequest.type, at(4));
  return { labels: Array.isArray(completions) ? completions.map(({ label }) => label) : completions, hover };
}

describe('.hotfixrc.json', () => {
  it('has completions and hovers in an editor without its schema', async () => {
    const { labels, hover } = await ask({});
    expect(labels).toEqual(['off', 'hint', 'information', 'warning', 'error']);
    expect(hover).toMatchObject({ contents: expect.stringMatching(/^Level of each rule/) });
  });

  it.each([
    [true, '{\n  "\\$schema": "$0"\n\\}\n'],
    [false, '{\n  "$schema": ""\n}\n'],
  ])('starts with a setting and its value, with snippets: %s', async (snippetSupport, newText) => {
    const capabilities = { textDocument: { completion: { completionItem: { snippetSupport } } } };
    client = await TestClient.start({ capabilities });
    await client.open(uri, '');
    const position = { line: 0, character: 0 };
    const items = await client.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri },
      position,
    });
    expect(items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ label: '$schema', textEdit: expect.objectContaining({ newText }) }),
      ]),
    );
  });

  it('has none in VS Code, whose JSON support has the schema', async () => {
    const { labels, hover } = await ask({ explainsRules: true });
    expect([labels, hover]).toEqual([null, null]);
  });
});
