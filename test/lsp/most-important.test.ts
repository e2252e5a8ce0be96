import { afterEach, describe, expect, it } from 'vitest';
import type { Diagnostic, Range } from 'vscode-languageserver-protocol/node';
import { cleanConfig } from '../support/clean-config.ts';
import { TestClient } from '../support/lsp-client.ts';

const uri = 'file:///repo/aks-node-controller-hotfix.json';
const size = 3_000;
/** Entries of patch 0, which is a warning. */
const warned = cleanConfig(size).replace(/\.\d+"(?=,?\n)/g, '.0"');
/** Entries of another base, which is an error. */
const broken = warned.replace(/: "\d{6}\.\d{2}\.0"/g, ': "209901.01.1"');
/** The base in the value of the last entry; the map begins in line 2. */
const lastLine = 1 + size;
const lastBase: Range = {
  start: { line: lastLine, character: 18 },
  end: { line: lastLine, character: 27 },
};
const errors = (diagnostics: readonly Diagnostic[]) => diagnostics.filter(({ severity }) => severity === 1);
const lines = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ range }) => range.start.line);

let client: TestClient | undefined;
afterEach(() => client?.stop());
async function open(text: string): Promise<TestClient> {
  client = await TestClient.start({});
  await client.open(uri, text);
  return client;
}

describe('thousands of findings', () => {
  it('are the first thousand and, at the top of the file, how many more there are', async () => {
    const client = await open(warned);
    const found = await client.pull(uri);
    expect(found).toHaveLength(1_001);
    expect(lines(found.slice(0, -1))).toEqual(Array.from({ length: 1_000 }, (_, i) => i + 2));
    expect(found.at(-1)).toEqual({
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      severity: 2,
      source: 'hotfix',
      message:
        'Not shown here, after the 1000 most important findings: 2000 warnings. "hotfix-config check" lists more.',
    });
  });

  it('never hide an error among warnings', async () => {
    const client = await open(warned);
    await client.change(uri, { range: lastBase, text: '209901.01' });
    const found = await client.pull(uri);
    expect(errors(found)).toMatchObject([{ code: 'base-mismatch' }]);
    expect(found.at(-1)).toMatchObject({ severity: 2, message: expect.stringContaining('2000 warnings') });
  });

  it('never hide the error that was just made among older ones', async () => {
    const client = await open(broken);
    expect(lines(await client.pull(uri))).not.toContain(lastLine);
    await client.change(uri, { range: lastBase, text: 'dev' });
    const found = await client.pull(uri);
    expect(found.filter(({ range }) => range.start.line === lastLine)).toMatchObject([
      { code: 'malformed-version' },
    ]);
    expect(errors(found)).toHaveLength(1_001);
  });

  it('are all shown if there are a thousand or fewer', async () => {
    const client = await open(cleanConfig(1_000).replace(/\.\d+"(?=,?\n)/g, '.0"'));
    const found = await client.pull(uri);
    expect(found).toHaveLength(1_000);
    expect(new Set(found.map(({ code }) => code))).toEqual(new Set(['never-upgrades']));
  });
});
