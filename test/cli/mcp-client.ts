import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterEach } from 'vitest';
import { plainEnvironment } from '../support/cli.ts';
import { commandLine } from './workspace.ts';

export interface Answer {
  readonly isError: boolean;
  readonly texts: readonly string[];
  readonly data: unknown;
}

/** The client of the SDK. It starts the built command and closes it after each test. */
export class AgentClient {
  private connected: Client | undefined;

  constructor() {
    afterEach(() => this.connected?.close());
  }

  async connect(cwd: string): Promise<Client> {
    await this.connected?.close();
    const client = new Client({ name: 'test', version: '1.0.0' });
    this.connected = client;
    // By itself, the SDK passes only a few variables, and Node under Wine needs another one.
    const given = Object.entries(plainEnvironment()).map(([name, value = '']) => [name, value] as const);
    const env = Object.fromEntries(given);
    const start = { command: process.execPath, args: [commandLine, 'mcp'], cwd, env };
    await client.connect(new StdioClientTransport(start));
    return client;
  }

  readonly call = async (name: string, args: Record<string, unknown> = {}): Promise<Answer> => {
    const answer = await this.connected?.callTool({ name, arguments: args });
    const parts = Array.isArray(answer?.content) ? answer.content : [];
    return {
      isError: answer?.isError === true,
      texts: parts.map(({ text }) => String(text)),
      data: answer?.structuredContent,
    };
  };
}
