import { afterEach, expect, it } from 'vitest';
import { bundledRecord } from '../../server/src/model/index.ts';
import { type ExplainNodesResult, explainNodesRequest } from '../../server/src/protocol.ts';
import { TestClient } from '../support/lsp-client.ts';

const uri = 'file:///repo/hotfix.json';
const config = '{ "hotfixes": { "202607.20": "202607.20.3" } }';

let client: TestClient;
afterEach(() => client.stop());

async function explain(nodes: string): Promise<ExplainNodesResult | null> {
  client = await TestClient.start({ folders: ['file:///repo'], machine: { bundledRecord } });
  await client.open(uri, config);
  return client.connection.sendRequest(explainNodesRequest, { uri, nodes });
}

it('Nodes are grouped by image and version, with what they do', async () => {
  const ubuntu = 'AKSUbuntu-2204gen2containerd-202607.20.0';
  const names = [ubuntu, ubuntu, 'AKSFlatcar-gen2-202607.20.0', 'AKSWindows-2022-20348.2582.240619'];
  const result = await explain(names.join('\n'));
  expect(result).toEqual({ text: expect.any(String) });
  const lines = (result && 'text' in result ? result.text : '').split('\n');
  expect(lines.slice(0, 3)).toEqual([
    'Nodes can read this file; 1 of 1 entry applies.',
    '  4 nodes: binary upgrades on 2, cannot be installed on 1, stays on 1; scripts apply on 0',
    '  2 x AKSUbuntu-2204gen2containerd "202607.20.0"',
  ]);
  expect(lines).toContain('  1 x "AKSWindows-2022-20348.2582.240619"');
});

it('A list that cannot be read is a problem, with the next step', async () => {
  expect(await explain('{ "kind": "List" ')).toEqual({
    problem: expect.stringMatching(/^it is not JSON: .*kubectl get nodes -o json/),
  });
});

it('A document that is not a config has no answer', async () => {
  await explain('202607.20.0');
  expect(
    await client.connection.sendRequest(explainNodesRequest, { uri: 'file:///x.json', nodes: '202607.20.0' }),
  ).toBeNull();
});
