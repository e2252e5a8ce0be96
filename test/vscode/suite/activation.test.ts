import { assert } from 'chai';
import * as vscode from 'vscode';
import { api, closeAllEditors, faulty, findings, findingsOnce, openText } from './client-support.ts';

// The suite runs in one window, and loaded code stays loaded. The name of this file makes these tests the first.
describe('A window without a hotfix config', () => {
  after(() => closeAllEditors());

  it('loads neither client nor server for JSON of another name', async () => {
    const { uri } = await openText('deploy.json', faulty);
    const { started } = await api();
    assert.isFalse(started);
    assert.isEmpty(findings(uri));
  });

  it('loads neither for YAML without a ConfigMap and a hotfix', async () => {
    await openText('deploy.yaml', 'kind: Deployment\n# hotfix\n');
    await openText('settings.yaml', 'kind: ConfigMap\ndata: {}\n');
    assert.isFalse((await api()).started);
  });

  it('offers its tool to language models, which loads nothing', async () => {
    assert.include(
      vscode.lm.tools.map(({ name }) => name),
      'hotfixConfig_explain',
    );
    assert.isFalse((await api()).started);
  });

  it('takes the commands, which load nothing either', async () => {
    await openText('deploy.json', faulty);
    for (const command of ['normalizeEntries', 'restartServer', 'showOutput']) {
      await vscode.commands.executeCommand(`hotfixConfig.${command}`);
    }
    assert.isFalse((await api()).started);
  });
});

describe('The first hotfix config of a window', () => {
  afterEach(() => closeAllEditors());

  it('starts the server, which finds its faults', async () => {
    const { uri } = await openText('aks-node-controller-hotfix.json', faulty);
    await findingsOnce(uri, (found) => found.length === 1);
    assert.isTrue((await api()).started);
  });
});
