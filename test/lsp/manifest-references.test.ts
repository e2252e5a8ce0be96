import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { ReferencesRequest } from 'vscode-languageserver-protocol';
import { checkedFiles } from '../../server/src/node/checked-files.ts';
import { nodeFiles } from '../../server/src/node/files.ts';
import { Workspace } from '../cli/workspace.ts';
import { rangeOf, TestClient } from '../support/lsp-client.ts';
import { configMap } from '../support/manifests.ts';

const workspace = new Workspace();
const map = (key: string) => `  ${key}: |\n    { "hotfixes": { "202604.01": "202604.01.3" } }\n`;

it('references are in all keys of a manifest, and in other manifests of the workspace', async () => {
  const uriOf = (name: string) => pathToFileURL(workspace.path(name)).toString();
  const text = configMap(map('a-hotfix.json') + map('b-hotfix.json'));
  workspace.write('open.yaml', text);
  workspace.write('deploy/closed.yaml', `# why\n${configMap(map('hotfixes.json'))}`);
  workspace.write('deploy/other.yaml', 'base: 202604.01\n');
  const client = await TestClient.start({ folders: [uriOf('')], machine: { ...nodeFiles, checkedFiles } });
  const textDocument = { uri: uriOf('open.yaml') };
  await client.open(textDocument.uri, text, 'yaml');
  const { start: position } = rangeOf(text, '202604.01');
  const context = { includeDeclaration: true };
  const found = await client.connection.sendRequest(ReferencesRequest.type, {
    textDocument,
    position,
    context,
  });
  expect(
    found?.map(({ uri, range }) => `${uri.split('/').at(-1)}:${range.start.line}:${range.start.character}`),
  ).toEqual([
    ...['open.yaml:7:21', 'open.yaml:7:34', 'open.yaml:9:21', 'open.yaml:9:34'],
    ...['closed.yaml:8:21', 'closed.yaml:8:34'],
  ]);
  await client.stop();
});
