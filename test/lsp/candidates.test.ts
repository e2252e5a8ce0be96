import { afterEach, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type AddHotfixesResult,
  addHotfixesRequest,
  type CandidateBase,
  candidatesRequest,
} from '../../server/src/protocol.ts';
import { TestClient } from '../support/lsp-client.ts';

const uri = 'file:///repo/hotfix.json';
const settings = () => ({ bakedVersions: ['202604.13.0', { version: '202606.08.1', images: ['A', 'B'] }] });
let client: TestClient;
afterEach(() => client.stop());

it('the bases for a new hotfix come with next patch and images, and their entries are added', async () => {
  client = await TestClient.start({ settings });
  await client.open(uri, '{}');
  const found = await client.connection.sendRequest<CandidateBase[]>(candidatesRequest, { uri });
  expect(found).toEqual([
    { base: '202606.08', next: '202606.08.2', images: 2, supportedUntil: '2026-12-08', why: null },
    { base: '202604.13', next: '202604.13.1', images: 0, supportedUntil: '2026-10-13', why: null },
  ]);
  const bases = ['202606.08', '202604.13', 7];
  const result = await client.connection.sendRequest<AddHotfixesResult>(addHotfixesRequest, { uri, bases });
  const { edit, added } = 'edit' in result ? result : { edit: {}, added: [] };
  expect(added).toEqual(['202604.13.1', '202606.08.2']);
  const { changes } = edit as { changes: Record<string, never[]> };
  const document = TextDocument.create(uri, 'json', 0, '{}');
  expect(JSON.parse(TextDocument.applyEdits(document, changes[uri] ?? []))).toEqual({
    hotfixes: { '202604.13': '202604.13.1', '202606.08': '202606.08.2' },
  });
});

it('a document that is not a config has none', async () => {
  client = await TestClient.start({ settings });
  await client.open('file:///repo/notes.json', '{}');
  const params = { uri: 'file:///repo/notes.json', bases: ['202604.13'] };
  expect(await client.connection.sendRequest(candidatesRequest, params)).toBeNull();
  expect(await client.connection.sendRequest(addHotfixesRequest, params)).toBeNull();
});
