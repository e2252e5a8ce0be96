import { type Disposable, type Event, type ExtensionContext, lm, workspace } from 'vscode';

/** Part of VS Code since 1.101. */
interface McpSupport {
  registerMcpServerDefinitionProvider(
    id: string,
    provider: {
      readonly onDidChangeMcpServerDefinitions: Event<void>;
      provideMcpServerDefinitions(): Promise<readonly object[]>;
    },
  ): Disposable;
}

interface Servers {
  mcpServers(context: ExtensionContext): readonly object[];
}

/** Tells VS Code about the MCP servers. What they are is loaded when it asks. */
export function provideMcpServers(context: ExtensionContext, load: () => Promise<Servers>): void {
  try {
    const support = lm as typeof lm & McpSupport;
    context.subscriptions.push(
      support.registerMcpServerDefinitionProvider('mcp', {
        onDidChangeMcpServerDefinitions: workspace.onDidGrantWorkspaceTrust,
        provideMcpServerDefinitions: () => load().then((session) => session.mcpServers(context)),
      }),
    );
  } catch {
    // VS Code 1.100 either does not have the function or keeps it for experiments.
  }
}
