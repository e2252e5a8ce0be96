import { assert } from 'chai';
import * as vscode from 'vscode';
import { expectedHost, extensionId, faulty, limit, workspaceFolder } from './client-support.ts';

const aiFeatures = 'chat.disableAIFeatures';
const prefix = 'mcp_hotfix-config_';

const tools = () => vscode.lm.tools.map(({ name }) => name).filter((name) => name.startsWith(prefix));

/** They are off in the settings of the tests. */
function turnFeaturesOn(): Thenable<void> {
  return vscode.workspace.getConfiguration().update(aiFeatures, false, vscode.ConfigurationTarget.Global);
}

/** Starts the server of the folder as soon as VS Code knows it. There is no event for that. */
async function startServer(): Promise<void> {
  const start = Date.now();
  while (tools().length === 0 && Date.now() - start < limit)
    await vscode.commands.executeCommand('workbench.mcp.startServer', `${extensionId}/Hotfix Config`, {
      waitForLiveTools: true,
    });
}

describe('An agent in VS Code', () => {
  it('has the tools of the MCP server, which is started in the folder of the window', async function () {
    // A web window starts no programs. VS Code has the servers of extensions since 1.101.
    if (expectedHost === 'web' || Number(vscode.version.split('.')[1]) < 101) return this.skip();
    const config = vscode.Uri.joinPath(workspaceFolder(), 'agent-hotfix.json');
    await vscode.workspace.fs.writeFile(config, new TextEncoder().encode(faulty));
    await turnFeaturesOn();
    await startServer();
    assert.sameMembers(
      tools(),
      ['check', 'diff', 'explain', 'fix', 'rules'].map((name) => prefix + name),
    );
    const { content } = await vscode.lm.invokeTool(`${prefix}check`, {
      input: { paths: ['agent-hotfix.json'] },
      toolInvocationToken: undefined,
    });
    const [part] = content;
    const text = part instanceof vscode.LanguageModelTextPart ? part.value : '';
    const found: readonly { ruleId: string }[] = JSON.parse(text).result;
    assert.include(
      found.map(({ ruleId }) => ruleId),
      'malformed-version',
    );
  });
});
