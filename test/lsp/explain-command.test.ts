import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ExecuteCommandRequest } from 'vscode-languageserver-protocol';
import { TestClient } from '../support/lsp-client.ts';

const uri = 'file:///repo/aks-node-controller-hotfix.json';
let client: TestClient;
beforeEach(async () => {
  client = await TestClient.start({ settings: () => ({ bakedVersions: ['202604.01.0', '202604.01.3'] }) });
  await client.open(uri, '{ "scripts_version": "202604.01.1", "hotfixes": { "202604.01": "202604.01.2" } }');
});
afterEach(() => client.stop());

const run = (command: string, ...given: unknown[]) =>
  client.connection.sendRequest(ExecuteCommandRequest.type, { command, arguments: given });

describe('the command "explain"', () => {
  it('is announced, and says in Markdown what nodes do', async () => {
    expect(client.result.capabilities.executeCommandProvider?.commands).toEqual(['hotfixConfig.explain']);
    const text = await run('hotfixConfig.explain', uri);
    expect(text).toMatch(/^Nodes can read this file; 1 of 1 entry applies/);
    expect(text).toMatch(/^\| 202604\.01 +\| 202604\.01\.2 +\| upgrades 1 of 2 +\|$/m);
    expect(text).toMatch(/^\*\*scripts_version\*\*: .*upgrades/m);
  });

  it('says step by step what a node of a baked version does', async () => {
    const text = await run('hotfixConfig.explain', uri, '202604.01.0');
    expect(text).toContain(
      '**Controller binary of nodes baked with 202604.01.0**: upgrades to 202604.01.2\n\n1. ',
    );
    const higher = await run('hotfixConfig.explain', uri, '202604.01.3');
    expect(higher).toContain('**Controller binary of nodes baked with 202604.01.3**: stays\n\n1. ');
  });

  it('answers nothing for a document that is not an open config', async () => {
    expect(await run('hotfixConfig.explain', 'file:///repo/package.json')).toBeNull();
  });

  it.each<[string, unknown[], string]>([
    ['hotfixConfig.nope', [uri], '"hotfixConfig.nope"'],
    ['hotfixConfig.explain', [], 'needs the URI'],
    ['hotfixConfig.explain', [uri, 7], 'a baked version'],
  ])('refuses %s %j', async (command, given, message) => {
    await expect(run(command, ...given)).rejects.toThrow(message);
  });
});
