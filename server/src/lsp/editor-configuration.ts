import { type Connection, DidChangeConfigurationNotification } from 'vscode-languageserver';
import { isRecord } from '../service/record.ts';
import { after, patience } from './after.ts';

const section = 'hotfixConfig';

/** The editor settings under `hotfixConfig`: requested if the client supports that, otherwise sent by it. */
export class EditorConfiguration {
  /** Settings sent by a client that cannot be asked. */
  private sent: unknown;
  /** Late answers by resource, used until a new answer arrives in time. */
  private readonly late = new Map<string, unknown>();
  private isSilent = false;

  constructor(
    private readonly connection: Connection,
    private readonly canBeAsked: boolean,
    /** Called when a late answer has arrived. */
    private readonly onLate: () => void,
  ) {}

  /** Asks the client to report changes. */
  follow(): Promise<unknown> {
    return this.connection.client.register(DidChangeConfigurationNotification.type, { section });
  }

  /** `sent` has the settings of all servers. A client that can be asked sends none. */
  changed(sent: unknown): void {
    if (isRecord(sent)) this.sent = sent[section];
  }

  /** Without an answer the defaults are used, so that findings do not wait. */
  async of(scopeUri: string | undefined): Promise<unknown> {
    if (!this.canBeAsked) return this.sent;
    const key = scopeUri ?? '';
    let isLate = false;
    const answer = this.ask(scopeUri).then((value) => {
      if (isLate) this.cameLate(key, value);
      else {
        this.isSilent = false;
        this.late.delete(key);
      }
      return value;
    });
    const timer = after(this.isSilent ? 0 : patience);
    const inTime = await Promise.race([answer.then((value) => ({ value })), timer.over]);
    timer.stop();
    if (inTime) return inTime.value;
    isLate = true;
    if (!this.isSilent)
      this.connection.console.warn(
        'Using default settings until the client answers workspace/configuration.',
      );
    this.isSilent = true;
    return this.late.get(key);
  }

  private async ask(scopeUri: string | undefined): Promise<unknown> {
    try {
      return await this.connection.workspace.getConfiguration({ section, ...(scopeUri && { scopeUri }) });
    } catch (error) {
      this.connection.console.error(
        `Using default settings, because the client returned an error: ${String(error)}`,
      );
      return undefined;
    }
  }

  /** Reports only changed settings. Otherwise a slow client would be asked forever. */
  private cameLate(key: string, value: unknown): void {
    if (JSON.stringify(this.late.get(key)) === JSON.stringify(value)) return;
    this.late.set(key, value);
    this.onLate();
  }
}
