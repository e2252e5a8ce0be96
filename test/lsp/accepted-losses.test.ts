import { afterEach, describe, expect, it } from 'vitest';
import type { CodeAction } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { baselineNotification } from '../../server/src/protocol.ts';
import { pulling, rangeOf, TestClient } from '../support/lsp-client.ts';

const uri = 'file:///repo/parts/hotfix.json';
const project = 'file:///repo/.hotfixrc.json';
const before = '{ "hotfixes": { "202604.01": "202604.01.2", "202605.30": "202605.30.1" } }';
const text = '{ "hotfixes": { "202605.30": "202605.30.1" } }';

let client: TestClient;
afterEach(() => client.stop());

async function open(projectText?: string, resourceOperations: readonly ('create' | 'delete')[] = ['create']) {
  client = await TestClient.start({
    folders: ['file:///repo'],
    capabilities: {
      ...pulling,
      workspace: {
        ...pulling.workspace,
        workspaceEdit: { documentChanges: true, resourceOperations: [...resourceOperations] },
      },
    },
    today: '2026-08-14',
    ...(projectText !== undefined && {
      files: new Map([[project, projectText]]),
      initializationOptions: { clientFiles: true },
    }),
  });
  await client.open(uri, text);
  const content = Buffer.from(before).toString('base64');
  await client.connection.sendNotification(baselineNotification, {
    uri,
    baseline: { revision: 'HEAD', content },
  });
}

async function acceptance(): Promise<CodeAction | undefined> {
  const actions = await client.actions(uri, rangeOf(text, 'hotfixes'), ['quickfix']);
  const offered = actions.find(({ title }) => title.startsWith('Record the loss'));
  return offered && client.resolve(offered);
}

function edited(source: string, action: CodeAction | undefined): unknown {
  const changes = action?.edit?.documentChanges ?? [];
  const edits = changes.flatMap((change) =>
    'edits' in change && change.textDocument.uri === project ? change.edits : [],
  );
  return TextDocument.applyEdits(TextDocument.create(project, 'json', 0, source), edits as never);
}

describe('a loss against HEAD', () => {
  it('is recorded as accepted in the project file, with a reason to fill in', async () => {
    const source = '{\n  // Ours.\n  "supportWindowMonths": 6\n}\n';
    await open(source);
    const action = await acceptance();
    expect(action).toMatchObject({
      title: 'Record the loss of base "202604.01" as accepted in .hotfixrc.json',
      diagnostics: [{ code: 'entry-removed' }],
    });
    expect(edited(source, action)).toBe(
      '{\n  // Ours.\n  "supportWindowMonths": 6,\n  "acceptedLosses": [\n    {\n      "base": "202604.01",\n      "reason": ""\n    }\n  ]\n}\n',
    );
  });

  it('is added to the losses that are accepted, with the text of the editor', async () => {
    const source = '{ "acceptedLosses": [{ "base": "202605.30", "reason": "republished" }] }';
    await open('{}');
    await client.open(project, source);
    const accepted = JSON.parse(String(edited(source, await acceptance()))).acceptedLosses;
    expect(accepted).toEqual([
      { base: '202605.30', reason: 'republished' },
      { base: '202604.01', reason: '' },
    ]);
  });

  it('creates the project file in the workspace folder, if the editor can create files', async () => {
    await open();
    const action = await acceptance();
    expect(action?.edit?.documentChanges?.[0]).toMatchObject({ kind: 'create', uri: project });
    expect(JSON.parse(String(edited('', action))).acceptedLosses).toEqual([
      { base: '202604.01', reason: '' },
    ]);
    await client.stop();
    await open(undefined, ['delete']);
    expect(await acceptance()).toBeUndefined();
  });

  it('is information that quotes the reason once it is accepted, and is not offered again', async () => {
    await open('{ "acceptedLosses": [{ "base": "202604.01", "reason": "republished as 202604.01.4" }] }');
    const found = await client.pull(uri);
    expect(found).toMatchObject([
      {
        code: 'entry-removed',
        severity: 3,
        message: expect.stringContaining('"republished as 202604.01.4"'),
      },
    ]);
    expect(await acceptance()).toBeUndefined();
  });
});
