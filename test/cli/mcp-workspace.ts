import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterEach, beforeEach } from 'vitest';
import { plainEnvironment } from '../support/cli.ts';
import { commandLine, Workspace } from './workspace.ts';

export const faulty = '{ "hotfixes": { "202511.07.0": { "version": "202511.07.3" } }, "hotfixes": {} }\n';
export const older = '{\n  "hotfixes": { "202511.07": "202511.07.2" }\n}\n';
export const newer = '{\n  "hotfixes": { "202511.07": "202511.07.4" }\n}\n';

export interface Answer {
  readonly isError: boolean;
  readonly texts: readonly string[];
  readonly data: unknown;
}

/** A folder with a faulty config, and the client of the SDK. It starts the built command and closes it after each test. */
export class AgentWorkspace extends Workspace {
  private connected: Client | undefined;

  constructor() {
    super();
    beforeEach(() => {
      this.turnRecordOff();
      this.write('hotfix.json', faulty);
    });
    afterEach(() => this.connected?.close());
  }

  readonly connect = async (cwd = this.path()): Promise<Client> => {
    await this.connected?.close();
    const client = new Client({ name: 'test', version: '1.0.0' });
    this.connected = client;
    // By itself, the SDK passes only a few variables, and Node under Wine needs another one.
    const given = Object.entries(plainEnvironment()).map(([name, value = '']) => [name, value] as const);
    const env = Object.fromEntries(given);
    const start = { command: process.execPath, args: [commandLine, 'mcp'], cwd, env };
    await client.connect(new StdioClientTransport(start));
    return client;
  };

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
