import { afterEach, describe, expect, it } from 'vitest';
import {
  type Diagnostic,
  DidSaveTextDocumentNotification,
  HoverRequest,
  InlayHintRequest,
  MarkupContent,
  type TextDocumentFilter,
} from 'vscode-languageserver-protocol';
import { type BaselineParams, baselineNotification } from '../../server/src/protocol.ts';
import type { GitRecords } from '../../server/src/service/host.ts';
import { type ClientOptions, pulling, pushing, rangeOf, TestClient } from '../support/lsp-client.ts';
import { around, begin, scriptIn, template } from '../support/payload.ts';

const root = 'file:///repo';
const folder = `${root}/parts/linux/cloud-init`;
const config = `${folder}/artifacts/aks-node-controller-hotfix.json`;
const payload = `${folder}/nodecustomdata.yml`;
const gated = '{ "scripts_version": "202604.01.2" }';
const ungated = '{ "version": "202604.01.2" }';

let client: TestClient;
let files: Map<string, string>;
afterEach(() => client.stop());

async function start(saved: Readonly<Record<string, string>>, options: ClientOptions = {}): Promise<void> {
  files = new Map(Object.entries(saved));
  client = await TestClient.start({ folders: [root], files, ...options });
}

const open = (uri: string, text: string) => client.open(uri, text, uri === payload ? 'yaml' : 'json');
const idsOf = (found: readonly Diagnostic[]) => found.map(({ code }) => code);

/** The hover on the version of the config, and the hint behind it. */
async function answers(): Promise<unknown[]> {
  const textDocument = { uri: config };
  const { start: position } = rangeOf(gated, '202604.01.2');
  const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  const hover = await client.connection.sendRequest(HoverRequest.type, { textDocument, position });
  const hints = await client.connection.sendRequest(InlayHintRequest.type, { textDocument, range });
  return [MarkupContent.is(hover?.contents) ? hover.contents.value : '', hints?.[0]?.label];
}

/** Files are read in the background, and several reasons can share a refresh. */
async function becomes(uri: string, expected: readonly string[]): Promise<readonly Diagnostic[]> {
  for (;;) {
    const { refreshes } = client;
    const found = await client.pull(uri);
    if (String(idsOf(found)) === String(expected)) return found;
    await client.until(() => client.refreshes > refreshes);
  }
}

describe('a config with "scripts_version" in the AgentBaker repository', () => {
  it('has a finding without scripts, which links to the other file', async () => {
    await start({ [payload]: template() });
    await open(config, gated);
    const [finding] = await becomes(config, ['scripts-payload']);
    expect(finding?.range).toEqual(rangeOf(gated, '202604.01.2'));
    expect(finding?.relatedInformation).toEqual([
      {
        location: { uri: payload, range: rangeOf(template(), begin) },
        message: 'This block has no scripts.',
      },
    ]);
  });

  it('links to the file if it has no block', async () => {
    await start({ [payload]: around('') });
    await open(config, gated);
    const [finding] = await becomes(config, ['scripts-payload']);
    expect(finding?.relatedInformation?.[0]?.location.uri).toBe(payload);
  });

  it('offers to remove the field', async () => {
    await start({ [payload]: template() });
    await open(config, gated);
    await becomes(config, ['scripts-payload']);
    const actions = await client.actions(config, rangeOf(gated, '202604.01.2'), ['quickfix']);
    expect(actions.map(({ title }) => title)).toEqual(['Remove "scripts_version"']);
  });

  it('says in hover and hint that nodes apply nothing, as long as there are no scripts', async () => {
    await start({ [payload]: template() }, { settings: () => ({ bakedVersions: ['202604.01.0'] }) });
    await open(config, gated);
    await becomes(config, ['scripts-payload']);
    expect(await answers()).toEqual([expect.stringContaining(' is void: '), 'void']);
    files.set(payload, template('one'));
    await client.changeFile(payload);
    await becomes(config, []);
    expect(await answers()).toEqual([expect.not.stringContaining(' is void: '), 'upgrades 1 of 1']);
  });

  it('follows the other file while that is edited', async () => {
    await start({ [payload]: template('one') });
    await open(config, gated);
    await open(payload, template());
    await becomes(config, ['scripts-payload']);
    await client.change(payload, { text: template('two') });
    await becomes(config, []);
    await client.change(payload, { text: around('') });
    await becomes(config, ['scripts-payload']);
    // Closed without saving: the file counts again.
    await client.close(payload);
    await becomes(config, []);
  });

  it('follows the other file when another program changes, creates or deletes it', async () => {
    await start({ [payload]: template('one') });
    await open(config, gated);
    await becomes(config, []);
    files.set(payload, template());
    await client.changeFile(payload);
    await becomes(config, ['scripts-payload']);
    files.delete(payload);
    await client.changeFile(payload);
    await becomes(config, []);
    files.set(payload, around(''));
    await client.changeFile(folder);
    await becomes(config, ['scripts-payload']);
  });

  it.each([
    ['elsewhere', `${root}/parts/hotfix.json`],
    ['of an old revision in a diff', `${config.replace('file:', 'git:')}?%7B%22ref%22%3A%22HEAD%22%7D`],
  ])('is not asked for scripts %s', async (_, uri) => {
    await start({ [payload]: template() });
    await open(uri, gated);
    expect(idsOf(await client.pull(uri))).toEqual([]);
    await open(config, gated);
    await becomes(config, ['scripts-payload']);
    expect(idsOf(await client.pull(uri))).toEqual([]);
  });

  it('is checked with files that only the editor can read', async () => {
    const virtual = (uri: string) => uri.replace('file:', 'vscode-vfs:');
    await start({}, { initializationOptions: { clientFiles: true }, folders: [virtual(root)] });
    files.set(virtual(payload), template());
    await open(virtual(config), gated);
    await becomes(virtual(config), ['scripts-payload']);
  });

  it('has its finding pushed to an editor that does not pull, and taken back', async () => {
    await start({ [payload]: template('one') }, { capabilities: pushing });
    const last = () => client.published.findLast(({ uri }) => uri === config)?.diagnostics ?? [];
    await open(config, gated);
    await open(payload, template());
    await client.until(() => idsOf(last()).includes('scripts-payload'));
    await client.change(payload, { text: template('one') });
    await client.until(() => last().length === 0);
    expect(client.published.some(({ uri }) => uri === payload)).toBe(true);
  });
});

describe('scripts in the AgentBaker repository, in an editor', () => {
  it('have a finding if no config enables them', async () => {
    await start({});
    await open(payload, template('one'));
    const [finding] = await becomes(payload, ['scripts-payload']);
    expect([finding?.range, finding?.source]).toEqual([rangeOf(template('one'), begin), 'hotfix']);
    files.set(config, gated);
    await client.changeFile(config);
    await becomes(payload, []);
  });

  it('follow the config while that is edited', async () => {
    await start({ [config]: gated });
    await open(payload, template('one'));
    await becomes(payload, []);
    await open(config, ungated);
    await becomes(payload, ['scripts-payload']);
    await client.change(config, { text: gated });
    await becomes(payload, []);
  });

  it.each([
    ['of a config', ungated, '"202604.01.3"'],
    ['that does not exist', undefined, undefined],
  ])('can be enabled in the file %s', async (_, text, version) => {
    await start(text === undefined ? {} : { [config]: text }, { capabilities: accepting });
    await open(payload, template('one'));
    await becomes(payload, ['scripts-payload']);
    const [action] = await client.actions(payload, rangeOf(template('one'), begin), ['quickfix']);
    expect(action?.title).toBe(
      version && `Set "scripts_version" to ${version} in aks-node-controller-hotfix.json`,
    );
    const edit = action && (await client.resolve(action)).edit;
    expect(JSON.stringify(edit?.documentChanges ?? '')).toContain(version ? config : '');
  });

  it('can be enabled on an official branch in a new file, for the base of the branch', async () => {
    const served = `${root}/pkg/agent/datamodel/linux_sig_version.json`;
    await start({ [served]: '{ "version": "202604.01.4" }' }, { capabilities: accepting });
    await open(payload, template('one'));
    const title = 'Set "scripts_version" to "202604.01.5" in aks-node-controller-hotfix.json';
    for (;;) {
      const { refreshes } = client;
      const [action] = await client.actions(payload, rangeOf(template('one'), begin), ['quickfix']);
      if (action?.title === title) {
        const { edit } = await client.resolve(action);
        expect(edit?.documentChanges).toMatchObject([
          { kind: 'create', uri: config },
          { edits: [{ newText: expect.stringContaining('"scripts_version": "202604.01.5"') }] },
        ]);
        return;
      }
      await client.until(() => client.refreshes > refreshes);
    }
  });

  it('are not looked for in other YAML', async () => {
    await start({});
    const other = `${folder}/other.yml`;
    await client.open(other, template('one'), 'yaml');
    expect(await client.pull(other)).toEqual([]);
  });

  it('have the levels of the config', async () => {
    await start({ [`${folder}/artifacts/.hotfixrc.json`]: '{ "rules": { "scripts-payload": "off" } }' });
    await open(payload, template('one'));
    await open(`${root}/hotfix.json`, '{ "version": "202604.01.0" }');
    await becomes(`${root}/hotfix.json`, ['never-upgrades']);
    expect(await client.pull(payload)).toEqual([]);
  });

  it('have a finding at a marker line while the other one is missing', async () => {
    await start({ [config]: gated });
    const text = around([begin, scriptIn('one')].join('\n'));
    await open(payload, text);
    await becomes(payload, ['scripts-payload']);
    await client.change(payload, { text: template('one') });
    await becomes(payload, []);
  });
});

describe('a script that left the payload, in an editor', () => {
  const less = template('one');
  const more = template('one', 'two');

  it('has a finding against HEAD, in an editor that sends it', async () => {
    await start({ [config]: gated });
    await open(payload, less);
    expect(await client.pull(payload)).toEqual([]);
    for (const [uri, text] of [
      [config, gated],
      [payload, more],
    ] as const) {
      const content = Buffer.from(text).toString('base64');
      const params: BaselineParams = { uri, baseline: { revision: 'HEAD', content } };
      await client.connection.sendNotification(baselineNotification, params);
    }
    await becomes(payload, ['payload-removed']);
    await client.change(payload, { text: more });
    await becomes(payload, []);
  });

  const atHead: Record<string, string> = { [config]: gated, [payload]: more };
  const git: GitRecords = {
    tags: async () => [],
    filesBefore: async () => [],
    atRevision: async () => ({ problem: 'no such revision' }),
    atHead: async (uri) => (atHead[uri] === undefined ? null : Buffer.from(atHead[uri])),
  };

  it('has a finding against HEAD, which the server asks git for, and can be accepted', async () => {
    await start({ [config]: gated }, { machine: { git }, capabilities: accepting });
    await open(payload, less);
    const [finding] = await becomes(payload, ['payload-removed']);
    const range = finding?.range ?? rangeOf(less, begin);
    const [action] = await client.actions(payload, range, ['quickfix']);
    expect(action?.title).toContain('Record the loss of base "202604.01" as accepted');
    const edit = action && (await client.resolve(action)).edit;
    expect(JSON.stringify(edit)).toContain('acceptedLosses');
    files.set(`${root}/.hotfixrc.json`, '{"acceptedLosses":[{"base":"202604.01","reason":"in the images"}]}');
    await client.changeFile(`${root}/.hotfixrc.json`);
    await client.until(() => client.refreshes > 2);
    for (;;) {
      const [now] = await client.pull(payload);
      if (now?.severity === 3) break;
      const { refreshes } = client;
      await client.until(() => client.refreshes > refreshes);
    }
  });

  it('counts if the whole file was deleted, and can be accepted beside "scripts_version"', async () => {
    await start({ [payload]: more }, { machine: { git }, capabilities: accepting });
    await open(config, gated);
    await open(payload, more);
    await becomes(payload, []);
    files.delete(payload);
    await client.close(payload);
    const found = await becomes(config, ['payload-removed', 'scripts-payload']);
    const range = rangeOf(gated, '"202604.01.2"');
    expect(found[0]).toMatchObject({ range, severity: 1, message: expect.stringContaining('"one, two"') });
    const titles = (await client.actions(config, range, ['quickfix'])).map(({ title }) => title);
    expect(titles).toContain('Record the loss of base "202604.01" as accepted in .hotfixrc.json');
  });

  it('is shown at the start of a config that lost "scripts_version" with the file', async () => {
    await start({}, { machine: { git } });
    await open(config, '{}');
    const found = await becomes(config, ['no-hotfix', 'entry-removed', 'payload-removed']);
    expect(found[2]?.range.start).toEqual({ line: 0, character: 0 });
    await client.change(config, { text: '{ "hotfixes": ' });
    expect(idsOf(await client.pull(config))).toContain('payload-removed');
  });

  it('is found again after a commit and a save', async () => {
    const head: Record<string, string> = { ...atHead, [payload]: less };
    await start(
      { [config]: gated },
      { machine: { git: { ...git, atHead: async (uri) => Buffer.from(head[uri] ?? '') } } },
    );
    await open(payload, less);
    expect(await client.pull(payload)).toEqual([]);
    head[payload] = more;
    await client.connection.sendNotification(DidSaveTextDocumentNotification.type, {
      textDocument: { uri: payload },
    });
    await becomes(payload, ['payload-removed']);
  });
});

const accepting: NonNullable<ClientOptions['capabilities']> = {
  ...pulling,
  workspace: {
    ...pulling.workspace,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
  },
};

describe('an editor that lets the server choose its documents', () => {
  const dynamic = { dynamicRegistration: true };
  const path = '**/parts/linux/cloud-init/nodecustomdata.yml';

  async function registered() {
    await start(
      {},
      {
        initializationOptions: { clientFiles: true },
        capabilities: {
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
        },
      },
    );
    await client.until(() => client.registered.some(({ method }) => method === 'textDocument/inlayHint'));
  }

  it('sends the payload at its path, and no other YAML', async () => {
    await registered();
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
  });

  it('watches it', async () => {
    await registered();
    const method = 'workspace/didChangeWatchedFiles';
    await client.until(() => client.registered.some((one) => one.method === method));
    const { watchers } = client.registration<{ watchers: { globPattern: string }[] }>(method);
    expect(watchers.map(({ globPattern }) => globPattern)).toContain(path);
  });
});
