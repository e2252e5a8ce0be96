import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HoverRequest, InlayHintRequest } from 'vscode-languageserver-protocol';
import {
  type Coverage,
  coverageRequest,
  encodingNotification,
  type NodeSteps,
  nodeStepsRequest,
} from '../../server/src/protocol.ts';
import { TestClient } from '../support/lsp-client.ts';

const uri = 'file:///repo/aks-node-controller-hotfix.json';
const text = '{ "hotfixes": { "202604.01": "202604.01.2" } }';
const textDocument = { uri };

let client: TestClient;
beforeEach(async () => {
  client = await TestClient.start({
    settings: () => ({ bakedVersions: ['202604.01.0'] }),
    initializationOptions: { status: true },
  });
});
afterEach(() => client.stop());

function saved(encoding: string): Promise<void> {
  return client.connection.sendNotification(encodingNotification, { uri, encoding });
}

async function answers() {
  const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  const { connection } = client;
  const [hover, hints, coverage, nodeSteps] = await Promise.all([
    connection.sendRequest(HoverRequest.type, { textDocument, position: { line: 0, character: 20 } }),
    connection.sendRequest(InlayHintRequest.type, { textDocument, range }),
    connection.sendRequest<Coverage>(coverageRequest, { uri }),
    connection.sendRequest<NodeSteps>(nodeStepsRequest, { uri, baked: '202604.01.0' }),
  ]);
  return {
    finds: (await client.rulesAt(uri)).includes('json-syntax'),
    hover: JSON.stringify(hover?.contents),
    hints: hints?.map(({ label }) => label),
    readable: coverage.readable,
    outcome: coverage.bases[0]?.baked[0]?.outcome,
    nodeSteps: nodeSteps.binary.upgrade,
  };
}

const upgrading = {
  finds: false,
  hover: expect.stringContaining('upgrades 1 of 1'),
  hints: ['upgrades 1 of 1'],
  readable: true,
  outcome: 'upgrades',
  nodeSteps: true,
};
const unreadable = {
  finds: true,
  hover: expect.stringContaining('nodes cannot read this file'),
  hints: [],
  readable: false,
  outcome: 'unreadable',
  nodeSteps: false,
};

describe('a file that nodes cannot read because of its encoding', () => {
  it.each(['utf8bom', 'utf16le', 'utf16be'])('upgrades no node in any answer: %s', async (encoding) => {
    await saved(encoding);
    await client.open(uri, text);
    expect(await answers()).toEqual(unreadable);
  });

  it('upgrades nodes in every answer once it is saved as UTF-8, and none once it is not', async () => {
    await client.open(uri, text);
    expect(await answers()).toEqual(upgrading);
    await saved('utf8bom');
    expect(await answers()).toEqual(unreadable);
    await client.change(uri, { range: range(40, 41), text: '3' });
    expect(await answers()).toEqual(unreadable);
    await saved('utf8');
    expect(await answers()).toEqual(upgrading);
  });
});

describe('"fix all" in a file with a byte-order mark', () => {
  const actionsIn = async (content: string, encoding: string, initializationOptions: object) => {
    client = await TestClient.start({ initializationOptions });
    await client.open(uri, content);
    await saved(encoding);
    return client.actions(uri, range(0, 1), ['source.fixAll.hotfix']);
  };
  const saving = { saveAsUtf8: true };
  const command = { command: 'hotfixConfig.saveAsUtf8', arguments: [uri, true] };

  it.each([
    ['valid otherwise', text],
    ['to be normalized', text.replace('01.2', '1.02')],
  ])('asks the client to save it without the mark, after the edits: %s', async (_, content) => {
    expect(await actionsIn(content, 'utf8bom', saving)).toMatchObject([{ command }]);
  });

  it.each<[string, string, string, object]>([
    ['of a client that cannot', text, 'utf8bom', {}],
    ['in UTF-16, which someone chose', text, 'utf16le', saving],
    ['if nodes would ask for a missing package', text.replace('01.2', '01.2-rc.1'), 'utf8bom', saving],
  ])('leaves it %s', async (_, content, encoding, options) => {
    expect(await actionsIn(content, encoding, options)).toEqual([]);
  });
});

function range(from: number, to: number) {
  return { start: { line: 0, character: from }, end: { line: 0, character: to } };
}
