import * as vscode from 'vscode';

interface StdioServer {
  cwd?: vscode.Uri;
}

/** Part of VS Code since 1.101. */
interface McpClasses {
  readonly McpStdioServerDefinition?: new (
    label: string,
    command: string,
    args: readonly string[],
    env: Readonly<Record<string, string>>,
  ) => StdioServer;
}

/** The MCP server of each folder; none in Restricted Mode. It reads nothing outside of its folder. */
export function mcpServers(context: vscode.ExtensionContext): StdioServer[] {
  const { McpStdioServerDefinition }: typeof vscode & McpClasses = vscode;
  const { isTrusted, workspaceFolders = [] } = vscode.workspace;
  if (!McpStdioServerDefinition || !isTrusted) return [];
  const folders = workspaceFolders.filter(({ uri }) => uri.scheme === 'file');
  return folders.map(({ uri, name }) => {
    const label = folders.length === 1 ? 'Hotfix Config' : `Hotfix Config (${name})`;
    const args = [context.asAbsolutePath('server/dist/cli.js'), 'mcp'];
    // In a desktop window, the program of this process is Electron.
    const env = { ELECTRON_RUN_AS_NODE: '1' };
    const server = new McpStdioServerDefinition(label, process.execPath, args, env);
    server.cwd = uri;
    return server;
  });
}
