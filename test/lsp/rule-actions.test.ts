import { afterEach, describe, expect, it } from 'vitest';
import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { changeLevelRequest } from '../../server/src/protocol.ts';
import { type ClientOptions, pushing, rangeOf, TestClient } from '../support/lsp-client.ts';

const uri = 'file:///repo/hotfix.json';
const project = 'file:///repo/.hotfixrc.json';
const text = '{ "hotfixes": { "202604.01": "202605.30.2", "202604.2": " 202604.02.1" } }';
const writing = {
  ...pushing,
  workspace: {
    workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] },
  },
};
const explaining: ClientOptions = {
  capabilities: writing,
  initializationOptions: { explainsRules: true },
  folders: ['file:///repo'],
};

let client: TestClient;
afterEach(() => client.stop());

async function offeredAt(part: string, options: ClientOptions, config = text): Promise<CodeAction[]> {
  client = await TestClient.start(options);
  await client.open(uri, config);
  return client.actions(uri, rangeOf(config, part), ['quickfix']);
}

const titles = (actions: readonly CodeAction[]) => actions.map(({ title }) => title);

describe('the menu of a finding', () => {
  it('ends with all safe fixes, the level of the rule and the rule', async () => {
    const actions = await offeredAt('202605.30.2', explaining);
    expect(titles(actions)).toEqual([
      'Change version to "202604.01.2"',
      'Move entry to base "202605.30"',
      'Apply all safe fixes to this file',
      'Change level of base-mismatch in .hotfixrc.json…',
      'Show rule base-mismatch',
    ]);
    expect(actions.map(({ isPreferred }) => isPreferred ?? false)).not.toContain(true);
    // VS Code moves those with a diagnostic up.
    const codes = actions.map(({ diagnostics }) => diagnostics?.[0]?.code);
    expect(codes).toEqual(['base-mismatch', 'base-mismatch', undefined, undefined, undefined]);
    expect(actions.at(-1)?.command).toMatchObject({
      command: 'hotfixConfig.showRule',
      arguments: ['base-mismatch'],
    });
    expect(actions.at(-2)?.command).toMatchObject({
      command: 'hotfixConfig.changeLevel',
      arguments: [uri, 'base-mismatch', 'error'],
    });
  });

  it('applies all safe fixes, and no other', async () => {
    const actions = await offeredAt('202605.30.2', explaining);
    const all = actions.find(({ title }) => title.startsWith('Apply all'));
    const [change] = all?.edit?.documentChanges ?? [];
    const edits = change && 'edits' in change ? change.edits : [];
    expect(TextDocument.applyEdits(TextDocument.create(uri, 'json', 0, text), edits as never)).toBe(
      '{ "hotfixes": { "202604.01": "202605.30.2", "202604.02": "202604.02.1" } }',
    );
  });

  it('prefers the fix that is safe', async () => {
    const actions = await offeredAt('202604.2', explaining);
    expect(actions.filter(({ isPreferred }) => isPreferred).map(({ title }) => title)).toEqual([
      'Change key to "202604.02"',
    ]);
  });

  it('does not offer all safe fixes if there is no other than its own', async () => {
    const one = '{ "hotfixes": { "202604.2": "202604.02.1" } }';
    expect(titles(await offeredAt('202604.2', explaining, one))).not.toContain(
      'Apply all safe fixes to this file',
    );
  });

  it('names two rules at most, of the highest levels', async () => {
    const many = '{ "a": 1, "Version": " 202604.1.3", "hotfixes": { "202604.2": "", "april": 7 } }';
    const actions = await offeredAt(many, explaining, many);
    expect(titles(actions).filter((title) => title.startsWith('Show rule'))).toEqual([
      'Show rule malformed-version',
      'Show rule malformed-base',
    ]);
  });

  it('does not offer a level where .hotfixrc.json is broken', async () => {
    const files = new Map([[project, '{ "rules": 7 }']]);
    const actions = await offeredAt('202605.30.2', { ...explaining, files });
    expect(titles(actions).at(-1)).toBe('Show rule base-mismatch');
    expect(titles(actions)).not.toContain('Change level of base-mismatch in .hotfixrc.json…');
  });

  it('has neither for a client without the commands, and is never only the fix of the whole file', async () => {
    const unfixable = '{ "hotfixes": { "202604.01": "202604.01.1.2", "202604.2": "202604.02.1" } }';
    const actions = await offeredAt('202604.01.1.2', { capabilities: writing }, unfixable);
    expect(actions).toEqual([]);
  });
});

describe('a change of a level', () => {
  const request = (level: string, rule = 'base-mismatch') =>
    client.connection.sendRequest<WorkspaceEdit | null>(changeLevelRequest, { uri, rule, level });

  it('creates .hotfixrc.json', async () => {
    await offeredAt('202605.30.2', explaining);
    const { documentChanges = [] } = (await request('off')) ?? {};
    expect(documentChanges).toMatchObject([
      { kind: 'create', uri: project },
      { edits: [{ newText: expect.stringContaining('"base-mismatch": "off"') }] },
    ]);
  });

  it('keeps what is in it', async () => {
    const before = '{\n  // ours\n  "rules": { "base-mismatch": "error" }\n}\n';
    await offeredAt('202605.30.2', { ...explaining, files: new Map([[project, before]]) });
    const [change] = (await request('hint'))?.documentChanges ?? [];
    const edits = change && 'edits' in change ? change.edits : [];
    expect(TextDocument.applyEdits(TextDocument.create(project, 'json', 0, before), edits as never)).toBe(
      before.replace('"error"', '"hint"'),
    );
  });

  it.each([
    ['an unknown level', 'loud', 'base-mismatch'],
    ['an unknown rule', 'off', '__proto__'],
  ])('is refused for %s', async (_, level, rule) => {
    await offeredAt('202605.30.2', explaining);
    expect(await request(level, rule)).toBeNull();
  });
});
