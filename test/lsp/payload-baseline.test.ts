import { describe, expect, it } from 'vitest';
import { DidSaveTextDocumentNotification } from 'vscode-languageserver-protocol';
import { type BaselineParams, baselineNotification } from '../../server/src/protocol.ts';
import type { GitRecords } from '../../server/src/service/host.ts';
import { rangeOf } from '../support/lsp-client.ts';
import { begin, template } from '../support/payload.ts';
import { accepting, config, gated, idsOf, PayloadEditor, payload, root } from './payload-editor.ts';

const editor = new PayloadEditor();
const { start, open, becomes } = editor;

describe('a script that left the payload, in an editor', () => {
  const less = template('one');
  const more = template('one', 'two');

  it('has a finding against HEAD, in an editor that sends it', async () => {
    await start({ [config]: gated });
    await open(payload, less);
    expect(await editor.client.pull(payload)).toEqual([]);
    for (const [uri, text] of [
      [config, gated],
      [payload, more],
    ] as const) {
      const content = Buffer.from(text).toString('base64');
      const params: BaselineParams = { uri, baseline: { revision: 'HEAD', content } };
      await editor.client.connection.sendNotification(baselineNotification, params);
    }
    await becomes(payload, ['payload-removed']);
    await editor.client.change(payload, { text: more });
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
    const [action] = await editor.client.actions(payload, range, ['quickfix']);
    expect(action?.title).toContain('Record the loss of base "202604.01" as accepted');
    const edit = action && (await editor.client.resolve(action)).edit;
    expect(JSON.stringify(edit)).toContain('acceptedLosses');
    editor.files.set(
      `${root}/.hotfixrc.json`,
      '{"acceptedLosses":[{"base":"202604.01","reason":"in the images"}]}',
    );
    await editor.client.changeFile(`${root}/.hotfixrc.json`);
    await editor.client.until(() => editor.client.refreshes > 2);
    for (;;) {
      const [now] = await editor.client.pull(payload);
      if (now?.severity === 3) break;
      const { refreshes } = editor.client;
      await editor.client.until(() => editor.client.refreshes > refreshes);
    }
  });

  it('counts if the whole file was deleted, and can be accepted beside "scripts_version"', async () => {
    await start({ [payload]: more }, { machine: { git }, capabilities: accepting });
    await open(config, gated);
    await open(payload, more);
    await becomes(payload, []);
    editor.files.delete(payload);
    await editor.client.close(payload);
    const found = await becomes(config, ['payload-removed', 'scripts-payload']);
    const range = rangeOf(gated, '"202604.01.2"');
    expect(found[0]).toMatchObject({ range, severity: 1, message: expect.stringContaining('"one, two"') });
    const titles = (await editor.client.actions(config, range, ['quickfix'])).map(({ title }) => title);
    expect(titles).toContain('Record the loss of base "202604.01" as accepted in .hotfixrc.json');
  });

  it('is shown at the start of a config that lost "scripts_version" with the file', async () => {
    await start({}, { machine: { git } });
    await open(config, '{}');
    const found = await becomes(config, ['no-hotfix', 'entry-removed', 'payload-removed']);
    expect(found[2]?.range.start).toEqual({ line: 0, character: 0 });
    await editor.client.change(config, { text: '{ "hotfixes": ' });
    expect(idsOf(await editor.client.pull(config))).toContain('payload-removed');
  });

  it('is found again after a commit and a save', async () => {
    const head: Record<string, string> = { ...atHead, [payload]: less };
    await start(
      { [config]: gated },
      { machine: { git: { ...git, atHead: async (uri) => Buffer.from(head[uri] ?? '') } } },
    );
    await open(payload, less);
    expect(await editor.client.pull(payload)).toEqual([]);
    head[payload] = more;
    await editor.client.connection.sendNotification(DidSaveTextDocumentNotification.type, {
      textDocument: { uri: payload },
    });
    await becomes(payload, ['payload-removed']);
  });
});
