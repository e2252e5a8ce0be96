import { afterEach } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { type ClientOptions, pulling, TestClient } from '../support/lsp-client.ts';

export const root = 'file:///repo';
export const folder = `${root}/parts/linux/cloud-init`;
export const config = `${folder}/artifacts/aks-node-controller-hotfix.json`;
export const payload = `${folder}/nodecustomdata.yml`;
export const gated = '{ "scripts_version": "202604.01.2" }';

export const idsOf = (found: readonly Diagnostic[]) => found.map(({ code }) => code);

export const accepting: NonNullable<ClientOptions['capabilities']> = {
  ...pulling,
  workspace: {
    ...pulling.workspace,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
  },
};

/** An editor in AgentBaker's layout, started in each test. */
export class PayloadEditor {
  files = new Map<string, string>();
  private started: TestClient | undefined;

  constructor() {
    afterEach(() => this.client.stop());
  }

  get client(): TestClient {
    if (!this.started) throw new Error('Start the editor first.');
    return this.started;
  }

  readonly start = async (
    saved: Readonly<Record<string, string>>,
    options: ClientOptions = {},
  ): Promise<void> => {
    this.files = new Map(Object.entries(saved));
    this.started = await TestClient.start({ folders: [root], files: this.files, ...options });
  };

  readonly open = (uri: string, text: string) =>
    this.client.open(uri, text, uri === payload ? 'yaml' : 'json');

  /** Files are read in the background, and several reasons can share a refresh. */
  readonly becomes = async (uri: string, expected: readonly string[]): Promise<readonly Diagnostic[]> => {
    for (;;) {
      const { refreshes } = this.client;
      const found = await this.client.pull(uri);
      if (String(idsOf(found)) === String(expected)) return found;
      await this.client.until(() => this.client.refreshes > refreshes);
    }
  };
}
