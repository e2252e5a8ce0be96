import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, it } from 'vitest';
import { DocumentDiagnosticRequest, HoverRequest } from 'vscode-languageserver-protocol/node';
import { cleanConfig } from '../support/clean-config.ts';
import { TestClient } from '../support/lsp-client.ts';
import { runs } from '../support/runs.ts';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

const folder = 'file:///repo';
const text = cleanConfig(20);
const patch = { line: 2, character: 29 };

let client: TestClient;
afterEach(() => client.stop());

/** A document with a new name that is opened, edited, queried and closed. */
async function round(i: number): Promise<void> {
  const { connection } = client;
  const textDocument = { uri: `${folder}/some/folder/${i}-hotfix.json` };
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { ...textDocument, languageId: 'json', version: 1, text },
  });
  await connection.sendNotification('hotfix/encoding', { uri: textDocument.uri, encoding: 'utf8' });
  await connection.sendNotification('hotfix/baseline', {
    uri: textDocument.uri,
    baseline: { revision: 'HEAD', content: btoa(text) },
  });
  await connection.sendNotification('textDocument/didChange', {
    textDocument: { ...textDocument, version: 2 },
    contentChanges: [{ range: { start: patch, end: patch }, text: '7' }],
  });
  const report = await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
  expect(report).toMatchObject({ kind: 'full', items: [] });
  await connection.sendRequest(HoverRequest.type, { textDocument, position: patch });
  await connection.sendNotification('textDocument/didClose', { textDocument });
}

async function heapAfter(from: number, to: number): Promise<number> {
  for (let i = from; i < to; i++) await round(i);
  collect();
  return process.memoryUsage().heapUsed;
}

describe('a server that thousands of documents were opened in', () => {
  it('keeps nothing of closed documents', async () => {
    client = await TestClient.start({ folders: [folder] });
    const warm = 800;
    const rounds = runs(600);
    const sizes = [await heapAfter(0, warm)];
    for (let i = 0; i < 3; i++) sizes.push(await heapAfter(warm + i * rounds, warm + (i + 1) * rounds));
    const growths = sizes.slice(1).map((size, i) => size - (sizes[i] ?? 0));
    // Something that is kept adds to every size. Code that the engine compiles meanwhile adds to some.
    expect(Math.min(...growths)).toBeLessThan(400 * rounds);
  }, 120_000);
});
