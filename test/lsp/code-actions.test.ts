import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ClientCapabilities, CodeAction, ResourceOperationKind } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { pulling, pushing, rangeOf, TestClient } from '../support/lsp-client.ts';

const uri = 'file:///repo/aks-node-controller-hotfix.json';
let client: TestClient;

function applied(text: string, { edit }: CodeAction): string {
  return TextDocument.applyEdits(TextDocument.create(uri, 'json', 0, text), edit?.changes?.[uri] ?? []);
}

describe('quick fixes', () => {
  beforeEach(async () => {
    client = await TestClient.start();
  });
  afterEach(() => client.stop());

  const mismatch = '{ "hotfixes": { "202604.01": "202605.30.2" } }';

  it('name the change and the finding that they fix', async () => {
    await client.open(uri, mismatch);
    const actions = await client.actions(uri, rangeOf(mismatch, '202605.30.2'), ['quickfix']);
    expect(actions).toMatchObject([
      {
        title: expect.stringContaining('"202604.01.2"'),
        kind: 'quickfix',
        diagnostics: [{ code: 'base-mismatch' }],
      },
      {
        title: expect.stringContaining('"202605.30"'),
        kind: 'quickfix',
        diagnostics: [{ code: 'base-mismatch' }],
      },
    ]);
  });

  it.each(['"202604.01"', ': "2026', '202605.30.2"'])(
    'are offered anywhere on the entry: %s',
    async (part) => {
      const text = '{ "hotfixes": { "202604.01": "202605.30.2", "202607.20": "202607.20." } }';
      await client.open(uri, text);
      const actions = await client.actions(uri, rangeOf(text, part), ['quickfix']);
      expect(actions.map(({ title }) => title)).toEqual([
        'Change version to "202604.01.2"',
        'Move entry to base "202605.30"',
      ]);
    },
  );

  it('are beside the one that fixes all, which is named once and never alone, in an editor with one menu', async () => {
    const text = '{ "hotfixes": { "202604.01": "202605.30.2", "202604.1": " 202604.01.3" } }';
    await client.open(uri, text);
    const titlesAt = async (part: string) =>
      (await client.actions(uri, rangeOf(text, part))).map(({ title }) => title);
    expect(await titlesAt('202605.30.2')).toEqual([
      'Change version to "202604.01.2"',
      'Move entry to base "202605.30"',
      'Normalize entries: apply all safe fixes',
    ]);
    expect(await titlesAt('hotfixes')).toEqual([]);
  });

  it('carry their edits only once they are chosen', async () => {
    await client.open(uri, mismatch);
    const [action] = await client.actions(uri, rangeOf(mismatch, '202605.30.2'), ['quickfix']);
    expect(action?.edit).toBeUndefined();
    const resolved = await client.resolve(action as CodeAction);
    expect(applied(mismatch, resolved)).toBe('{ "hotfixes": { "202604.01": "202604.01.2" } }');
  });

  it('with the same title fix only their own finding', async () => {
    const text = '{ "hotfixes": { "202604.01": "202604.01.3", }, }';
    await client.open(uri, text);
    const actions = await client.actions(uri, rangeOf(text, text), ['quickfix']);
    const resolved = await Promise.all(actions.map((action) => client.resolve(action)));
    expect(resolved.map((action) => applied(text, action))).toEqual([
      '{ "hotfixes": { "202604.01": "202604.01.3" }, }',
      '{ "hotfixes": { "202604.01": "202604.01.3", } }',
    ]);
  });

  it('are refused when the document has changed since they were offered', async () => {
    await client.open(uri, mismatch);
    const [action] = await client.actions(uri, rangeOf(mismatch, '202605.30.2'), ['quickfix']);
    await client.change(uri, { text: '{}' });
    await expect(client.resolve(action as CodeAction)).rejects.toThrow('has changed since');
  });

  it('are refused when other settings offer another fix', async () => {
    await client.stop();
    let rules = {};
    client = await TestClient.start({ settings: () => ({ rules }) });
    const text = '{ "hotfixes": { "202604.01": "v202605.30.2" } }';
    await client.open(uri, text);
    const [action] = await client.actions(uri, rangeOf(text, text), ['quickfix']);
    rules = { [String(action?.diagnostics?.[0]?.code)]: 'off' };
    await client.changeSettings(null);
    await expect(client.resolve(action as CodeAction)).rejects.toThrow('what is known about it, has changed');
  });

  it('are offered once if two findings have the same, and name both', async () => {
    const text = '{ "hotfixes": { "202511.01": "202511.01.2" }, "version": "202511.01.2" }';
    await client.stop();
    client = await TestClient.start({ settings: () => ({ rules: { 'retired-base': 'hint' } }) });
    await client.open(uri, text);
    const actions = await client.actions(uri, rangeOf(text, '"version": "202511.01.2"'), ['quickfix']);
    const removals = actions.filter(({ title }) => title === 'Remove "version"');
    expect(removals.map(({ diagnostics }) => diagnostics?.map(({ code }) => code).sort())).toEqual([
      ['retired-base', 'shadowed-version'],
    ]);
  });

  it('are all offered to a client that asks for the empty kind', async () => {
    await client.open(uri, mismatch);
    const range = rangeOf(mismatch, '202605.30.2');
    expect(await client.actions(uri, range, [''])).toHaveLength(2);
  });

  it('come without a finding that the client was not shown', async () => {
    const text = '{ /* first */ "version": "202604.01.3" /* why */ }';
    const quiet = await TestClient.start({ initializationOptions: { syntaxDiagnostics: false } });
    await quiet.open(uri, text);
    const [action] = await quiet.actions(uri, rangeOf(text, '/* why */'), ['quickfix']);
    expect(action?.title).toBe('Remove comment');
    expect(action?.diagnostics).toBeUndefined();
    await quiet.stop();
  });

  it('are not offered away from the finding', async () => {
    await client.open(uri, mismatch);
    expect(await client.actions(uri, rangeOf(mismatch, '{ "hot'), ['quickfix'])).toEqual([]);
  });
});

describe('a config that names no hotfix', () => {
  afterEach(() => client.stop());
  const deleting = (...resourceOperations: ResourceOperationKind[]): ClientCapabilities => ({
    ...pushing,
    workspace: { workspaceEdit: { documentChanges: true, resourceOperations } },
  });
  const offered = async (capabilities: ClientCapabilities, opened = uri) => {
    client = await TestClient.start({ capabilities });
    await client.open(opened, '{}');
    return client.actions(opened, rangeOf('{}', '{}'), ['quickfix']);
  };

  it('can be deleted', async () => {
    expect(await offered(deleting('create', 'delete'))).toMatchObject([
      { title: 'Delete the file', edit: { documentChanges: [{ kind: 'delete', uri }] }, isPreferred: false },
    ]);
  });

  it.each([
    ['in an editor that deletes no files', deleting('create'), uri],
    ['before it is saved', deleting('delete'), 'untitled:hotfix.json'],
  ])('cannot be deleted %s', async (_, capabilities, opened) => {
    expect(await offered(capabilities, opened)).toEqual([]);
  });
});

describe('a client that takes no later edits', () => {
  it('gets each action whole, for the version it was worked out from where the client counts versions', async () => {
    const text = '{ "version": "v202604.01.3" }';
    const capabilities = { ...pushing, workspace: { workspaceEdit: { documentChanges: true } } };
    client = await TestClient.start({ capabilities });
    await client.open(uri, text);
    const [action] = await client.actions(uri, rangeOf(text, 'v202604.01.3'), ['quickfix']);
    expect(action?.edit).toEqual({
      documentChanges: [
        {
          textDocument: { uri, version: 1 },
          edits: [{ range: rangeOf(text, 'v202604.01.3'), newText: '202604.01.3' }],
        },
      ],
    });
    await client.stop();
  });
});

describe('fix all', () => {
  const text = '{ "Hotfixes": { "202605.30": "202605.30.01 ", "202604.1": "202604.01.3", } }';
  const normal = '{ "hotfixes": { "202604.01": "202604.01.3", "202605.30": "202605.30.1" } }';
  afterEach(() => client.stop());

  it.each([['source.fixAll.hotfix'], ['source.fixAll'], ['source']])('answers to %s', async (kind) => {
    client = await TestClient.start({ capabilities: pushing });
    await client.open(uri, text);
    const [action, ...others] = await client.actions(uri, rangeOf(text, '{'), [kind]);
    expect(others).toEqual([]);
    expect(action?.kind).toBe('source.fixAll.hotfix');
    expect(applied(text, action as CodeAction)).toBe(normal);
  });

  it('has nothing to offer for a normal file', async () => {
    client = await TestClient.start();
    await client.open(uri, normal);
    expect(await client.actions(uri, rangeOf(normal, '{'), ['source.fixAll'])).toEqual([]);
  });

  it.each([
    ['too many findings', `{ ${'"a":[1,],'.repeat(10_001)} }`, 'it has more than 10000 findings'],
    ['too large a file', ' '.repeat(5 * 1024 * 1024 + 1), 'it is larger than 5 MB'],
  ])(
    'is disabled with the reason for %s, and missing where no reason can be shown',
    async (_, large, why) => {
      const disabledSupport = { codeAction: { ...pulling.textDocument?.codeAction, disabledSupport: true } };
      const offered = async (capabilities: ClientCapabilities) => {
        client = await TestClient.start({ capabilities });
        await client.open(uri, large);
        return client.actions(uri, rangeOf(large, large.charAt(0)), ['source.fixAll']);
      };
      const [action, ...others] = await offered({ ...pulling, textDocument: disabledSupport });
      expect(others).toEqual([]);
      expect(action).toMatchObject({ disabled: { reason: `This file is not normalized: ${why}.` } });
      expect([action?.edit, action?.data]).toEqual([undefined, undefined]);
      await client.stop();
      expect(await offered(pulling)).toEqual([]);
    },
  );

  it('leaves a rule alone that is switched off', async () => {
    client = await TestClient.start({
      settings: () => ({ rules: { 'property-case': 'off' } }),
      capabilities: pulling,
    });
    const only = '{ "Version": "202604.01.3" }';
    await client.open(uri, only);
    expect(await client.actions(uri, rangeOf(only, '{'), ['source.fixAll'])).toEqual([]);
  });
});

describe('the refactoring of "version"', () => {
  afterEach(() => client.stop());

  it.each([
    ['{ "version": "202604.01.3" }', '{ "hotfixes": { "202604.01": "202604.01.3" } }'],
    [
      '{\n    "version": "202604.01.3",\n    "scripts_version": "202604.01.3"\n}\n',
      '{\n    "hotfixes": {\n        "202604.01": "202604.01.3"\n    },\n    "scripts_version": "202604.01.3"\n}\n',
    ],
    [
      '{ "hotfixes": {}, "version": "202604.01.3" }',
      '{\n  "hotfixes": {\n    "202604.01": "202604.01.3"\n  }\n}',
    ],
  ])('makes an entry of it: %s', async (text, after) => {
    client = await TestClient.start({ capabilities: pushing });
    await client.open(uri, text);
    const [action] = await client.actions(uri, rangeOf(text, '"version"'), ['refactor']);
    expect(action?.title).toBe('Move "version" into "hotfixes" as base "202604.01"');
    expect(applied(text, action as CodeAction)).toBe(after);
  });

  it('is not offered for a version without a base', async () => {
    client = await TestClient.start();
    await client.open(uri, '{ "version": "dev" }');
    expect(await client.actions(uri, rangeOf('{ "version": "dev" }', '"version"'), ['refactor'])).toEqual([]);
  });
});
