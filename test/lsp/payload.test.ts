import { describe, expect, it } from 'vitest';
import { HoverRequest, InlayHintRequest, MarkupContent } from 'vscode-languageserver-protocol';
import { pushing, rangeOf } from '../support/lsp-client.ts';
import { around, begin, scriptIn, template } from '../support/payload.ts';
import { accepting, config, folder, gated, idsOf, PayloadEditor, payload, root } from './payload-editor.ts';

const editor = new PayloadEditor();
const { start, open, becomes } = editor;

const ungated = '{ "version": "202604.01.2" }';

/** The hover on the version of the config, and the hint after it. */
async function answers(): Promise<unknown[]> {
  const textDocument = { uri: config };
  const { start: position } = rangeOf(gated, '202604.01.2');
  const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  const hover = await editor.client.connection.sendRequest(HoverRequest.type, { textDocument, position });
  const hints = await editor.client.connection.sendRequest(InlayHintRequest.type, { textDocument, range });
  return [MarkupContent.is(hover?.contents) ? hover.contents.value : '', hints?.[0]?.label];
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
    const actions = await editor.client.actions(config, rangeOf(gated, '202604.01.2'), ['quickfix']);
    expect(actions.map(({ title }) => title)).toEqual(['Remove "scripts_version"']);
  });

  it('says in hover and hint that nodes apply nothing, as long as there are no scripts', async () => {
    await start({ [payload]: template() }, { settings: () => ({ bakedVersions: ['202604.01.0'] }) });
    await open(config, gated);
    await becomes(config, ['scripts-payload']);
    expect(await answers()).toEqual([expect.stringContaining(' is void: '), 'void']);
    editor.files.set(payload, template('one'));
    await editor.client.changeFile(payload);
    await becomes(config, []);
    expect(await answers()).toEqual([expect.not.stringContaining(' is void: '), 'upgrades 1 of 1']);
  });

  it('follows the other file while that is edited', async () => {
    await start({ [payload]: template('one') });
    await open(config, gated);
    await open(payload, template());
    await becomes(config, ['scripts-payload']);
    await editor.client.change(payload, { text: template('two') });
    await becomes(config, []);
    await editor.client.change(payload, { text: around('') });
    await becomes(config, ['scripts-payload']);
    // Closed without saving: the file counts again.
    await editor.client.close(payload);
    await becomes(config, []);
  });

  it('follows the other file when another program changes, creates or deletes it', async () => {
    await start({ [payload]: template('one') });
    await open(config, gated);
    await becomes(config, []);
    editor.files.set(payload, template());
    await editor.client.changeFile(payload);
    await becomes(config, ['scripts-payload']);
    editor.files.delete(payload);
    await editor.client.changeFile(payload);
    await becomes(config, []);
    editor.files.set(payload, around(''));
    await editor.client.changeFile(folder);
    await becomes(config, ['scripts-payload']);
  });

  it.each([
    ['elsewhere', `${root}/parts/hotfix.json`],
    ['of an old revision in a diff', `${config.replace('file:', 'git:')}?%7B%22ref%22%3A%22HEAD%22%7D`],
  ])('is not asked for scripts %s', async (_, uri) => {
    await start({ [payload]: template() });
    await open(uri, gated);
    expect(idsOf(await editor.client.pull(uri))).toEqual([]);
    await open(config, gated);
    await becomes(config, ['scripts-payload']);
    expect(idsOf(await editor.client.pull(uri))).toEqual([]);
  });

  it('is checked with files that only the editor can read', async () => {
    const virtual = (uri: string) => uri.replace('file:', 'vscode-vfs:');
    await start({}, { initializationOptions: { clientFiles: true }, folders: [virtual(root)] });
    editor.files.set(virtual(payload), template());
    await open(virtual(config), gated);
    await becomes(virtual(config), ['scripts-payload']);
  });

  it('has its finding pushed to an editor that does not pull, and taken back', async () => {
    await start({ [payload]: template('one') }, { capabilities: pushing });
    const last = () => editor.client.published.findLast(({ uri }) => uri === config)?.diagnostics ?? [];
    await open(config, gated);
    await open(payload, template());
    await editor.client.until(() => idsOf(last()).includes('scripts-payload'));
    await editor.client.change(payload, { text: template('one') });
    await editor.client.until(() => last().length === 0);
    expect(editor.client.published.some(({ uri }) => uri === payload)).toBe(true);
  });
});

describe('scripts in the AgentBaker repository, in an editor', () => {
  it('have a finding if no config enables them', async () => {
    await start({});
    await open(payload, template('one'));
    const [finding] = await becomes(payload, ['scripts-payload']);
    expect([finding?.range, finding?.source]).toEqual([rangeOf(template('one'), begin), 'hotfix']);
    editor.files.set(config, gated);
    await editor.client.changeFile(config);
    await becomes(payload, []);
  });

  it('follow the config while that is edited', async () => {
    await start({ [config]: gated });
    await open(payload, template('one'));
    await becomes(payload, []);
    await open(config, ungated);
    await becomes(payload, ['scripts-payload']);
    await editor.client.change(config, { text: gated });
    await becomes(payload, []);
  });

  it.each([
    ['of a config', ungated, '"202604.01.3"'],
    ['that does not exist', undefined, undefined],
  ])('can be enabled in the file %s', async (_, text, version) => {
    await start(text === undefined ? {} : { [config]: text }, { capabilities: accepting });
    await open(payload, template('one'));
    await becomes(payload, ['scripts-payload']);
    const [action] = await editor.client.actions(payload, rangeOf(template('one'), begin), ['quickfix']);
    expect(action?.title).toBe(
      version && `Set "scripts_version" to ${version} in aks-node-controller-hotfix.json`,
    );
    const edit = action && (await editor.client.resolve(action)).edit;
    expect(JSON.stringify(edit?.documentChanges ?? '')).toContain(version ? config : '');
  });

  it('can be enabled on an official branch in a new file, for the base of the branch', async () => {
    const served = `${root}/pkg/agent/datamodel/linux_sig_version.json`;
    await start({ [served]: '{ "version": "202604.01.4" }' }, { capabilities: accepting });
    await open(payload, template('one'));
    const title = 'Set "scripts_version" to "202604.01.5" in aks-node-controller-hotfix.json';
    for (;;) {
      const { refreshes } = editor.client;
      const [action] = await editor.client.actions(payload, rangeOf(template('one'), begin), ['quickfix']);
      if (action?.title === title) {
        const { edit } = await editor.client.resolve(action);
        expect(edit?.documentChanges).toMatchObject([
          { kind: 'create', uri: config },
          { edits: [{ newText: expect.stringContaining('"scripts_version": "202604.01.5"') }] },
        ]);
        return;
      }
      await editor.client.until(() => editor.client.refreshes > refreshes);
    }
  });

  it('are not looked for in other YAML', async () => {
    await start({});
    const other = `${folder}/other.yml`;
    await editor.client.open(other, template('one'), 'yaml');
    expect(await editor.client.pull(other)).toEqual([]);
  });

  it('have the levels of the config', async () => {
    await start({ [`${folder}/artifacts/.hotfixrc.json`]: '{ "rules": { "scripts-payload": "off" } }' });
    await open(payload, template('one'));
    await open(`${root}/hotfix.json`, '{ "version": "202604.01.0" }');
    await becomes(`${root}/hotfix.json`, ['never-upgrades']);
    expect(await editor.client.pull(payload)).toEqual([]);
  });

  it('have a finding at a marker line while the other one is missing', async () => {
    await start({ [config]: gated });
    const text = around([begin, scriptIn('one')].join('\n'));
    await open(payload, text);
    await becomes(payload, ['scripts-payload']);
    await editor.client.change(payload, { text: template('one') });
    await becomes(payload, []);
  });
});
