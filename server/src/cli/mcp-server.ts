import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { version } from '../../package.json';
import type { Host } from '../service/host.ts';
import { addResources } from './mcp-resources.ts';
import { CommandRuns, type Run } from './mcp-runs.ts';
import { addTools } from './mcp-tools.ts';
import type { Terminal } from './terminal.ts';

const instructions = `Answers about hotfix configs of the AKS node controller, as the command line "hotfix-config" gives them.
Do not compare versions yourself: "explain" says what nodes do with a config, and "diff" what a change does to them.
Run "check" after each change. "fix" returns the repaired text and writes nothing.
Paths are relative to the folder in which the server was started. Nothing outside of it is read.`;

/** Serves the commands to agents over standard input and output, until the client closes the connection. */
export async function serve(terminal: Terminal, host: Host, run: Run): Promise<void> {
  const server = new McpServer({ name: 'hotfix-config', version }, { instructions });
  const runs = new CommandRuns(terminal, host, run);
  addTools(server, runs);
  addResources(server, runs, host);
  const closed = new Promise<void>((resolve) => {
    process.stdin.once('end', resolve);
    server.server.onclose = resolve;
  });
  await server.connect(new StdioServerTransport());
  if (terminal.isTerminal('out')) terminal.err('waiting for an MCP client on standard input\n');
  await closed;
  await server.close();
}
