import { afterEach, describe, expect, it } from 'vitest';
import { DefinitionRequest } from 'vscode-languageserver-protocol';
import { pulling, rangeOf } from '../support/lsp-client.ts';
import { client, openAt, records, root, start, stop, uri } from '../support/repository-client.ts';

afterEach(stop);

describe('definition', () => {
  it('leads from a base to one record of each of its baked versions', async () => {
    await start();
    const { position } = await openAt('{ "hotfixes": { "2026|02.13": "202602.13.6" } }');
    const found = await client.connection.sendRequest(DefinitionRequest.type, {
      textDocument: { uri },
      position,
    });
    expect([found].flat().map((link) => (link && 'uri' in link ? link.uri : undefined))).toEqual([
      records[0],
      records[1],
      records[3],
    ]);
  });

  it('leads from a version that is a baked one itself to the release notes of that one', async () => {
    await start();
    const { position } = await openAt('{ "hotfixes": { "202602.13": "202602.13|.5" } }');
    const found = await client.connection.sendRequest(DefinitionRequest.type, {
      textDocument: { uri },
      position,
    });
    const of5 = records.filter((record) => record.endsWith('202602.13.5.txt'));
    expect([found].flat().map((link) => (link && 'uri' in link ? link.uri : undefined))).toEqual(of5);
    expect(of5.length).toBeGreaterThan(0);
  });

  it.each([
    ['{ "hotfixes": { "2026|02.13": "202602.13.6" } }', '"202602.13"'],
    ['{ "vers|ion": "202602.13.6" }', '"version"'],
    ['{ "version": "2026|02.13.6" }', '"202602.13.6"'],
  ])('underlines the whole key or value for a client that takes links: %s', async (marked, origin) => {
    await start({
      capabilities: {
        ...pulling,
        textDocument: { ...pulling.textDocument, definition: { linkSupport: true } },
      },
    });
    const { text, position } = await openAt(marked);
    const found = await client.connection.sendRequest(DefinitionRequest.type, {
      textDocument: { uri },
      position,
    });
    expect([found].flat()).toMatchObject(
      [records[0], records[1], records[3]].map((targetUri) => ({
        targetUri,
        originSelectionRange: rangeOf(text, origin),
      })),
    );
  });

  it('leads to the project file for a baked version that is written down there', async () => {
    const project = `${root}/.hotfixrc.json`;
    await start({
      files: new Map([[project, '{ "bakedVersions": ["202602.13.0"], "bakedVersionsFrom": [] }']]),
    });
    const { position } = await openAt('{ "hotfixes": { "2026|02.13": "202602.13.6" } }');
    const found = await client.connection.sendRequest(DefinitionRequest.type, {
      textDocument: { uri },
      position,
    });
    expect([found].flat()).toMatchObject([{ uri: project }]);
  });
});
